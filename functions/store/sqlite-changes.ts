import { type BigIntStats, statSync } from "node:fs";

/** How the files of a database stood at a moment. */
export interface FilesMark {
  /** Differs whenever somebody wrote in between, as far as the file times can tell them apart. */
  readonly text: string;
  /** When the last write was, in milliseconds since 1970; 0 where there is no file. */
  readonly written: number;
}

/** File times advance in steps of a few milliseconds; what was written longer ago than this cannot share its time with a later write. */
const settledAfter = 100;

const statOf = (path: string): BigIntStats | undefined =>
  statSync(path, { bigint: true, throwIfNoEntry: false });

const told = (stats: BigIntStats | undefined): string =>
  stats === undefined ? "-" : `${stats.ino}:${stats.size}:${stats.mtimeNs}`;

/**
 * How a database in WAL mode stands: every commit, of whichever process, writes to one of its two files.
 * Two file system calls, a tenth of what it costs to ask SQLite.
 */
export function filesMark(path: string): FilesMark {
  const [main, log] = [statOf(path), statOf(`${path}-wal`)];
  const written = Math.max(Number(main?.mtimeMs ?? 0n), Number(log?.mtimeMs ?? 0n));
  return { text: `${told(main)} ${told(log)}`, written };
}

/** True when a write after this mark would give another mark for sure. */
export const isSettled = ({ written }: FilesMark, now: number): boolean =>
  now - written > settledAfter;
