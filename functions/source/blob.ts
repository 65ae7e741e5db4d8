import { createHash } from "node:crypto";
import { SourceRefusal } from "./source.ts";
import type { TreeEntry } from "./tree.ts";

/** A file's content as a tree names it. */
export type Blob = Pick<TreeEntry, "object" | "size">;

/** Contents by the ids of their blobs. */
export type Contents = ReadonlyMap<string, Uint8Array>;

/** True when the bytes are those that a blob's id stands for. */
function isBlob(object: string, bytes: Uint8Array): boolean {
  const hash = createHash(object.length === 40 ? "sha1" : "sha256");
  return hash.update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex") === object;
}

/** Takes what git printed of several blobs apart; each part is held against its id. */
export function takeApart(printed: Uint8Array, blobs: readonly Blob[]): Contents {
  const contents = new Map<string, Uint8Array>();
  let start = 0;
  for (const { object, size } of blobs) {
    const bytes = printed.slice(start, (start += size));
    if (!isBlob(object, bytes)) {
      throw new SourceRefusal(
        `Object ${object} is not what it says.`,
        "Run: git fsck && git replace --list",
      );
    }
    contents.set(object, bytes);
  }
  return contents;
}
