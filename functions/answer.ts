import { createHash } from "node:crypto";
import type { LiveVersion, ServedVersion } from "./plan-reader.ts";
import type { Problem } from "./problem.ts";

/** The bytes of an answer, made once and served as often as they are asked for. */
export interface Representation {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly hash: string;
  readonly mediaType: string;
}

/** How long an answer may be kept, and by whom. */
export type Caching = "live" | "immutable" | "revalidate" | "none";

/** A success. */
export interface Success {
  readonly representation: Representation;
  readonly caching: Caching;
  /** The version of a plan that the answer speaks of; a live one says whether publishing is held. */
  readonly version?: ServedVersion | LiveVersion;
  /** When the answer last changed, UTC as `Date.toISOString` writes it. */
  readonly lastModified?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a route says: a success, or why not. */
export type Answer = Success | Problem;

/** A representation of text as UTF-8, or of bytes as they are, in a buffer of its own. */
export function represent(content: string | Uint8Array, mediaType: string): Representation {
  const bytes =
    typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { bytes, hash: createHash("sha256").update(bytes).digest("hex"), mediaType };
}

/** A representation of a value as JSON. */
export const representJson = (value: unknown): Representation =>
  represent(`${JSON.stringify(value)}\n`, "application/json");
