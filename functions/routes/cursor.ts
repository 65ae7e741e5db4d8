import { createHash } from "node:crypto";

const seal = (payload: string): string =>
  createHash("sha256").update(`jointplan cursor\n${payload}`).digest("hex").slice(0, 12);

/** Where the next page starts, as an opaque word that belongs to one list. It grants nothing. */
export function toCursor(list: string, after: string): string {
  const payload = Buffer.from(JSON.stringify([list, after])).toString("base64url");
  return `${payload}.${seal(payload)}`;
}

/** Where the page starts that a cursor names; undefined when it was changed or belongs to another list. */
export function fromCursor(list: string, cursor: string): string | undefined {
  const [payload = "", sealed = "", ...rest] = cursor.split(".");
  if (rest.length > 0 || seal(payload) !== sealed) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    if (!Array.isArray(parts)) return undefined;
    const [of, after]: readonly unknown[] = parts;
    return of === list && typeof after === "string" ? after : undefined;
  } catch {
    return undefined;
  }
}
