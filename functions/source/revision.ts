/** True for a full object id, SHA-1 or SHA-256. Only these, and the names of {@link revisionNames}, ever reach git. */
export const isObjectId = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** @throws For text that is no object id: nothing else may go on to git. */
export function requireId(commit: string): void {
  if (!isObjectId(commit)) throw new Error(`${JSON.stringify(commit)} is no object id.`);
}

/** Plain words joined by single slashes, as git allows in a reference; far narrower than what git takes. */
const safe = /^[A-Za-z0-9_][A-Za-z0-9_+.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_+.-]*)*$/;

const isReference = (name: string): boolean =>
  name.length <= 200 &&
  safe.test(name) &&
  !name.includes("..") &&
  name.split("/").every((part) => !part.endsWith(".lock") && !part.endsWith("."));

/**
 * What to ask git for, in order, to find the commit that a person's revision stands for; nothing when it is not safe to ask.
 *
 * Full references and object ids only: no option, no range, no path, no reflog can be meant by any of them.
 */
export function revisionNames(revision: string): readonly string[] {
  if (isObjectId(revision) || revision === "HEAD") return [revision];
  if (!isReference(revision)) return [];
  if (revision.startsWith("refs/")) return [revision];
  const references = ["heads", "tags", "remotes"].map((kind) => `refs/${kind}/${revision}`);
  return /^[0-9a-f]{7,64}$/.test(revision) ? [...references, revision] : references;
}
