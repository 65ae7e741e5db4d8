import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A script of this folder in a process of its own, spoken to line by line. */
export interface Elsewhere {
  /** The next line that it prints. Throws, with what it said on the error stream, when it ended instead. */
  readonly line: () => Promise<string>;
  readonly say: (line: string) => void;
  /** Tells it that nothing more will be said. */
  readonly hangUp: () => void;
  /** Resolves when it ended. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
}

const running = new Set<ChildProcess>();

/** Builds scripts of this folder into `folder`, each one file: a dozen processes then start in the time of one. */
export async function buildElsewhere(folder: string, scripts: readonly string[]): Promise<void> {
  const here = fileURLToPath(new URL(".", import.meta.url));
  // The store in a file is native code: it is taken from where it lies.
  const native = fileURLToPath(import.meta.resolve("libsql"));
  await build({
    entryPoints: scripts.map((script) => join(here, `${script}.ts`)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    logLevel: "silent",
    banner: {
      js: 'import { createRequire } from "node:module";const require = createRequire(import.meta.url);',
    },
    plugins: [
      {
        name: "native",
        setup: (building) =>
          building.onResolve({ filter: /^libsql$/ }, () => ({ path: native, external: true })),
      },
    ],
  });
}

/** Starts a script that was built into `folder`, with these words. */
export function startElsewhere(
  folder: string,
  script: string,
  words: readonly string[],
): Elsewhere {
  const path = join(folder, `${script}.mjs`);
  const child = spawn(process.execPath, ["--no-warnings", path, ...words]);
  running.add(child);
  let errors = "";
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  // A process that was killed reads no more; that is seen by its end.
  child.stdin.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve(signal ?? code);
    });
  });
  return {
    async line() {
      const next = await lines.next();
      if (next.done !== true) return next.value;
      throw new Error(`${script} ended (${await ended}) without another line. ${errors}`);
    },
    say: (line) => void child.stdin.write(`${line}\n`),
    hangUp: () => child.stdin.end(),
    ended,
  };
}

/** Ends the processes that a failed test left behind. */
export function endElsewhere(): void {
  for (const child of running) child.kill("SIGKILL");
}
