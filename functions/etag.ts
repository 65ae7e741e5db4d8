/** The strong entity tag of a representation: the version it belongs to, if any, and 16 hex digits of its SHA-256. */
export function entityTag(hash: string, version?: number): string {
  const short = hash.slice(0, 16);
  return version === undefined ? `"${short}"` : `"${version}-${short}"`;
}

const listed = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;
const wellFormed =
  /^\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*(?:,\s*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*)?)*$/;

/**
 * True when an `If-None-Match` header names this tag, compared weakly: the client has this representation.
 * A header that is not well formed names nothing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export function namesTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  if (header.length > 8192 || !wellFormed.test(header)) return false;
  return [...header.matchAll(listed)].some(([, opaque]) => opaque === tag);
}
