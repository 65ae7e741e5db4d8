import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

/** The command line as a real process. */

const program = fileURLToPath(new URL("../../bin/jointplan.js", import.meta.url));

/** How a process ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const environment = {
  PATH: process.env["PATH"] ?? "",
  HOME: tmpdir(),
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Dana",
  GIT_AUTHOR_EMAIL: "dana@example.com",
  GIT_COMMITTER_NAME: "Dana",
  GIT_COMMITTER_EMAIL: "dana@example.com",
};

const start = (
  root: string,
  words: readonly string[],
  more: Record<string, string>,
): ChildProcess =>
  spawn(process.execPath, [program, ...words], { cwd: root, env: { ...environment, ...more } });

/** Runs `jointplan` with the words in a folder, to its end. */
export async function jointplan(
  root: string,
  words: readonly string[],
  more: Record<string, string> = {},
): Promise<Ended> {
  const child = start(root, words, more);
  const heard = listen(child);
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, ...heard() };
}

function listen(child: ChildProcess): () => { readonly out: string; readonly err: string } {
  let out = "";
  let err = "";
  child.stdout?.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr?.on("data", (data: Buffer) => (err += data.toString()));
  return () => ({ out, err: err.replaceAll(progress, "") });
}

/** What is said of work that takes longer than a second: only a slow machine says it, so no test expects it. */
const progress = /^(?:Checking plans|Publishing)(?:: \d+ of \d+)?(?: …|: done)\n/gm;

/** Runs a line of a shell in which `$JOINTPLAN` is the program. */
export async function shellLine(root: string, line: string): Promise<Ended> {
  const child = spawn("bash", ["-c", line], {
    cwd: root,
    env: { ...environment, JOINTPLAN: `${process.execPath} ${program}` },
  });
  const heard = listen(child);
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, ...heard() };
}

/** A server that runs in a process of its own. */
export interface Server {
  readonly address: string;
  readonly heard: () => { readonly out: string; readonly err: string };
  /** Asks it to end; resolves when it has. */
  readonly end: (signal?: NodeJS.Signals) => Promise<Pick<Ended, "code" | "signal">>;
}

/** Starts `jointplan serve` on a free port and waits for its address. */
export async function serve(root: string, more: Record<string, string> = {}): Promise<Server> {
  const child = start(root, ["serve", "--port", "0"], more);
  const heard = listen(child);
  const ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", () => {
      const found = /^Open (http:\S+)/m.exec(heard().out)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("close", () => reject(new Error(`it ended: ${heard().out}${heard().err}`)));
  });
  return {
    address,
    heard,
    async end(signal = "SIGTERM") {
      child.kill(signal);
      const [code, by] = await ended;
      return { code, signal: by };
    },
  };
}

/** Runs git in a folder. */
export const git = (root: string, ...words: readonly string[]): string =>
  execFileSync("git", words, { cwd: root, env: environment, encoding: "utf8" }).trim();

/** Commits everything in a folder, which becomes a repository if it is none; gives the commit. */
export function commit(root: string, message: string): string {
  git(root, "init", "--quiet", "--initial-branch=main");
  git(root, "add", "plans");
  git(root, "commit", "--quiet", "--message", message);
  return git(root, "rev-parse", "HEAD");
}
