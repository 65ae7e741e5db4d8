import { compareUtf8 } from "./order.ts";

/** The authored bytes of every file of a plan, exactly as they were committed, by file name. */
export type Files = ReadonlyMap<string, Uint8Array>;

const format = "jointplan-bundle/1";
const newline = 0x0a;

/** The bytes of all files together; what the limit of 8 MiB counts. */
export function bytesOf(files: Files): number {
  return [...files.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0);
}

/**
 * All files in one run of bytes: a header line, then the contents in the header's order with nothing between.
 *
 * The header is `{"format":"jointplan-bundle/1","files":[["journey.json",1234],…]}` and a newline: UTF-8 JSON without spaces, names
 * in the order of their UTF-8 bytes, sizes in bytes. Equal files give equal bytes, so its SHA-256 is the digest of the bundle.
 */
export function packBundle(files: Files): Uint8Array {
  const sorted = [...files].toSorted(([a], [b]) => compareUtf8(a, b));
  const sizes = sorted.map(([name, bytes]) => [name, bytes.byteLength]);
  const header = Buffer.from(`${JSON.stringify({ format, files: sizes })}\n`);
  return new Uint8Array(Buffer.concat([header, ...sorted.map(([, bytes]) => bytes)]));
}

function isEntry(entry: unknown): entry is readonly [name: string, size: number] {
  return Array.isArray(entry) && typeof entry[0] === "string" && Number.isSafeInteger(entry[1]);
}

/** The files of a bundle, as copies. The inverse of {@link packBundle}; undefined when the bytes are not exactly a bundle. */
export function unpackBundle(bundle: Uint8Array): Files | undefined {
  const end = bundle.indexOf(newline);
  let header: unknown;
  try {
    header = JSON.parse(Buffer.from(bundle.subarray(0, Math.max(end, 0))).toString());
  } catch {
    return undefined;
  }
  if (typeof header !== "object" || header === null) return undefined;
  if (!("format" in header && header.format === format && "files" in header)) return undefined;
  if (!Array.isArray(header.files) || !header.files.every(isEntry)) return undefined;
  const files = new Map<string, Uint8Array>();
  let start = end + 1;
  for (const [name, size] of header.files) {
    // A copy and no Buffer, whose `slice` would share the memory.
    files.set(name, new Uint8Array(bundle.subarray(start, start + size)));
    start += size;
  }
  return start === bundle.byteLength ? files : undefined;
}
