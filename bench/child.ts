import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The folder of this package, and the project above it. */
export const here = fileURLToPath(new URL("./", import.meta.url));
export const root = fileURLToPath(new URL("../", import.meta.url));

/** A process that has ended: how long it took and the most memory it held. */
export interface Ended {
  readonly code: number | null;
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  readonly out: string;
}

/** Reads a child's peak memory at its end; `time -f %M` is not on every machine. */
const preload = `data:text/javascript,${encodeURIComponent(
  'process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS+"\\n"))',
)}`;

/** Runs a Node program to its end. */
export async function runNode(
  words: readonly string[],
  options: { readonly cwd?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", preload, ...words], {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.environment },
  });
  let out = "";
  let errors = "";
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  await once(child, "close");
  const peak = Number(/\npeak (\d+)\n/.exec(errors)?.[1] ?? Number.NaN) / 1024;
  return {
    code: child.exitCode,
    milliseconds: performance.now() - started,
    peakMegabytes: peak,
    out: out === "" ? errors : out,
  };
}

/** The middle one of several values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Tells what is being measured; stdout carries the tables alone. */
export const note = (text: string): void => void process.stderr.write(`${text}\n`);
