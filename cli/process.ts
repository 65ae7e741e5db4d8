import { type Shell } from "./command.ts";
import { main } from "./main.ts";
import { writeWhole } from "./write-whole.ts";

/** Connects the command line to this process: the only file of cli that meets clock, environment and streams. */

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
