import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Shell } from "./command.ts";
import { main } from "./main.ts";

/** Connects the command line to this process: the only file of cli that meets clock, environment and streams. */

/** Writes a file whole or not at all: a draft beside it, then a rename. */
async function writeWhole(path: string, text: string): Promise<void> {
  const draft = join(dirname(path), `.${randomBytes(6).toString("hex")}.draft`);
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new Error(
      `Cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

const ended = new Promise<void>((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    // Listening keeps the process alive until the command has tidied up; a second signal ends it at once.
    const listener = (): void => {
      resolve();
      process.removeListener(signal, listener);
    };
    process.on(signal, listener);
  }
});

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2);
});

const shell: Shell = {
  root: process.cwd(),
  out: (text) => {
    process.stdout.write(text);
  },
  note: (text) => {
    process.stderr.write(`${text}\n`);
  },
  colour: process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "",
  interactive: process.stdout.isTTY,
  environment: process.env,
  now: () => new Date().toISOString(),
  writeFile: writeWhole,
  stopHere: () => {
    process.kill(process.pid, "SIGKILL");
  },
  ended,
};

process.exitCode = await main(process.argv.slice(2), shell);
