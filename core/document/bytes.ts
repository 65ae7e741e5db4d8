import { type Findings, finding } from "../finding.ts";
import { err, ok, type Result } from "../result.ts";
import { positionsOf } from "./position.ts";
import { syntaxFinding } from "./syntax-finding.ts";
import { grouped, inWords } from "./syntax-finding-excerpt.ts";

/** How much one document may hold; each is inclusive. */
export interface Limits {
  /** Bytes of the file. */
  readonly maximumBytes: number;
  /** Objects and lists within each other; `[]` is one deep. */
  readonly maximumDepth: number;
  /** Values: objects, lists, strings, numbers and words; keys do not count. */
  readonly maximumNodes: number;
  /** UTF-16 code units between the quotes of one string or key. */
  readonly maximumString: number;
}

/** The limits of a plan's file: 8 MiB, 64 deep, 200,000 values, strings of 100,000 characters. */
export const defaultLimits: Limits = {
  maximumBytes: 8 * 1024 * 1024,
  maximumDepth: 64,
  maximumNodes: 200_000,
  maximumString: 100_000,
};

const isContinuation = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;

/** Bytes of the character that begins at `offset`, or 0 when it is malformed. The Unicode Standard, table 3-7. */
function characterLength(bytes: Uint8Array, offset: number): number {
  const first = bytes[offset] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[offset + 1] ?? 0;
  if (second < low || second > high) return 0;
  for (let index = 2; index < length; index += 1) {
    if (!isContinuation(bytes[offset + index] ?? 0)) return 0;
  }
  return length;
}

/** Offset of the first byte that is not strict UTF-8 (no surrogates, no overlong forms), or -1. Linear. */
export function firstNotUtf8(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length) {
    const length = characterLength(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return -1;
}

/** Never throws and keeps a byte order mark: bytes are checked before. */
const decode = (bytes: Uint8Array): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

function tooBig(file: string, size: number, maximum: number): Findings {
  return [
    finding({
      rule: "document/too-big",
      severity: "error",
      file,
      message: `The file has ${grouped(size)} bytes; at most ${grouped(maximum)} are read.`,
      help: "Split the plan, or move what is not agreed between the teams out of it.",
    }),
  ];
}

function notUtf8(file: string, bytes: Uint8Array, offset: number): Findings {
  const before = decode(bytes.subarray(0, offset));
  const positions = positionsOf(`${before}?`);
  const utf16 = offset === 0 && [0xfffe, 0xfeff].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0));
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase();
  const place = `the byte ${byte} at offset ${grouped(offset)} (${inWords(positions.at(before.length))})`;
  return [
    syntaxFinding(file, positions, {
      rule: "document/not-utf8",
      start: before.length,
      end: before.length + 1,
      message: `The file is not UTF-8 text: ${place} ${utf16 ? "looks like UTF-16" : "belongs to no character"}.`,
      help: "Save the file as UTF-8 without a byte order mark.",
    }),
  ];
}

/**
 * The text of a file: strict UTF-8 without a byte order mark, within `limits.maximumBytes`.
 *
 * The size is judged before a byte is read. One finding at most: `document/too-big` (without a place),
 * `document/not-utf8` or `document/byte-order-mark`. An empty file is text; `scan` refuses it. Linear.
 */
export function readText(
  file: string,
  bytes: Uint8Array,
  limits: Limits = defaultLimits,
): Result<string, Findings> {
  if (bytes.length > limits.maximumBytes)
    return err(tooBig(file, bytes.length, limits.maximumBytes));
  const broken = firstNotUtf8(bytes);
  if (broken !== -1) return err(notUtf8(file, bytes, broken));
  const text = decode(bytes);
  if (!text.startsWith("\uFEFF")) return ok(text);
  const mark = syntaxFinding(file, positionsOf(text), {
    rule: "document/byte-order-mark",
    start: 0,
    end: 1,
    message: "The file begins with a byte order mark (EF BB BF), which JSON does not allow.",
    help: "Save the file as UTF-8 without a byte order mark.",
  });
  return err([mark]);
}
