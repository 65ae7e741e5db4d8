/** The strong entity tag of a representation: the version it belongs to, if any, and 16 hex digits of its SHA-256. */
export function entityTag(hash: string, version?: number): string {
  const short = hash.slice(0, 16);
  return version === undefined ? `"${short}"` : `"${version}-${short}"`;
}

const listed = /(W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;
const wellFormed =
  /^\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*(?:,\s*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*)?)*$/;

/** The tags of a header, `"*"` for any; a header that is not well formed has none. */
function tagsOf(header: string): "*" | readonly { readonly weak: boolean; readonly tag: string }[] {
  if (header.trim() === "*") return "*";
  if (header.length > 8192 || !wellFormed.test(header)) return [];
  return [...header.matchAll(listed)].map(([, weak, tag = ""]) => ({
    weak: weak !== undefined,
    tag,
  }));
}

/**
 * True when an `If-None-Match` header names this tag, compared weakly: the client has this representation.
 * A header that is not well formed names nothing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export function namesTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  const tags = tagsOf(header);
  return tags === "*" || tags.some((each) => each.tag === tag);
}

/**
 * True when an `If-Match` header forbids an answer with this tag: none of its tags is this one, compared strongly, so a weak tag never
 * is. A header that is not well formed forbids every answer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1
 */
export function forbidsTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  const tags = tagsOf(header);
  return tags !== "*" && !tags.some((each) => !each.weak && each.tag === tag);
}
