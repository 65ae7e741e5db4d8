import type { Pointer } from "../finding.ts";
import { parsePointer } from "./pointer.ts";
import type { SchemaViolation } from "./validators.generated.js";

/** A schema violation in an author's words. `atKey` puts the finding on the key, not on its value. */
export interface Explained {
  readonly rule: string;
  readonly pointer: Pointer;
  readonly atKey?: boolean;
  readonly message: string;
  readonly help: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** A value as messages show it: at most 40 characters of its JSON. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** The last key of a pointer in quotes, "the document" for the whole. */
export function named(at: Pointer): string {
  const last = parsePointer(at)?.at(-1);
  if (last === undefined) return "The document";
  return /^\d+$/.test(last) ? `Entry ${Number(last) + 1}` : `"${last}"`;
}

/** What a property is for: the description in its schema, or nothing. */
export function purpose(violation: SchemaViolation): string {
  const description = violation.parentSchema["description"];
  return typeof description === "string" ? description : "";
}

/** The way out for a number that is a percentage where a share was due; nothing for one that hardly is. */
export function percentMeant(value: number): string | undefined {
  if (value < 2 || value > 100) return undefined;
  return `For ${value} % write ${Number((value / 100).toPrecision(12))}.`;
}
