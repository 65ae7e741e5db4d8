import { join } from "node:path";
import type { Shell } from "./command.ts";
import { main } from "./main.ts";
import { writeWhole } from "./write-whole.ts";

/** Connects the command line to this process: the only file of cli that meets clock, environment and streams. */

/** Resolves at the first signal to end. Only a command that waits for it keeps the process alive through the signal. */
async function untilEnded(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
      process.once(signal, () => resolve());
  });
}

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
  solveAhead: async (plan) => {
    const { solveAhead } = await import("../functions/local/segment-workers.ts");
    // Built beside this program; see bin/jointplan.js.
    await solveAhead(plan, join(__dirname, "segment-worker.cjs"));
  },
  stopHere: () => {
    process.kill(process.pid, "SIGKILL");
  },
  untilEnded,
};

// Not awaited at the top: the built program is a script, which knows no such thing.
void main(process.argv.slice(2), shell).then((code) => {
  process.exitCode = code;
});
