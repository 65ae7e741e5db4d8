import { randomBytes } from "node:crypto";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "./command.ts";

/**
 * Writes a file whole or not at all: a draft beside it, then a rename. The file keeps its mode, and a link to it stays.
 *
 * A device or a pipe, such as `/dev/stdout`, is written to and never replaced.
 *
 * @throws UsageError when it cannot be written; then nothing has changed.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || found.isFile()) {
      await replace(found === undefined ? path : await realpath(path), text, found?.mode);
    } else await writeFile(path, text);
  } catch (error) {
    throw new UsageError(`Cannot write ${JSON.stringify(path)}: ${why(error)}.`, { cause: error });
  }
}

async function replace(path: string, text: string, mode: number | undefined): Promise<void> {
  const draft = join(dirname(path), `.${randomBytes(6).toString("hex")}.draft`);
  try {
    await writeFile(draft, text, { flag: "wx" });
    if (mode !== undefined) await chmod(draft, mode & 0o7777);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk can only be read",
  EISDIR: "it is a folder",
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder does not exist",
  ENOSPC: "the disk is full",
};

function why(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
