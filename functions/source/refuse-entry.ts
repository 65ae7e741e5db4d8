import type { PlanFile } from "../../core/document/index.ts";
import { SourceRefusal } from "./source.ts";
import { oddNames, type TreeEntry } from "./tree.ts";

const linkMode = "120000";
const moduleMode = "160000";
const folderMode = "040000";
const plainModes: ReadonlySet<string> = new Set(["100644", "100755"]);

/** True for a file whose content may be read. */
export const isPlain = (entry: TreeEntry): boolean => plainModes.has(entry.mode);

/** True for a folder, and for what stands in the place of one. */
export const looksLikeFolder = ({ mode }: TreeEntry): boolean =>
  mode === folderMode || mode === linkMode || mode === moduleMode;

const plainName = "plain letters, digits, hyphens and dots";

/** A name in quotes, spelled out so far that two which look the same are told apart. */
const spelled = (name: string): string =>
  JSON.stringify(name).replaceAll(
    /[^\u0020-\u007e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/**
 * Refuses an entry whose name is read differently elsewhere.
 *
 * @param among All entries beside it, itself included.
 * @param holder Where they lie, for the message.
 * @throws SourceRefusal
 */
export function refuseOdd(
  entries: readonly TreeEntry[],
  among: readonly TreeEntry[],
  holder: string,
): void {
  const odd = oddNames(among.map(({ name }) => name));
  const alike = entries.map(({ name }) => odd.get(name)).find((each) => each !== undefined);
  if (alike === undefined) return;
  const shown = alike.map(spelled).join(" and ");
  throw alike.length === 1
    ? new SourceRefusal(
        `${holder} holds ${shown}, a name that not every system can tell from another.`,
        `Rename it in a new commit: ${plainName}.`,
      )
    : new SourceRefusal(
        `${holder} holds ${shown}, names that not every system can tell apart.`,
        `Rename all but one in a new commit: ${plainName}.`,
      );
}

/**
 * Refuses what stands where a plan folder should and is none.
 *
 * @throws SourceRefusal
 */
export function refuseNoFolder({ mode }: TreeEntry, folder: string): void {
  if (mode === linkMode) {
    throw new SourceRefusal(
      `${folder} is a link; links are not followed.`,
      "Put the folder itself in its place in a new commit.",
    );
  }
  if (mode === moduleMode) {
    throw new SourceRefusal(
      `${folder} is another repository (a submodule); only what is committed in this one is read.`,
      "Put the folder itself in its place in a new commit.",
    );
  }
}

/**
 * What a tree says of a file before a byte of it is read.
 *
 * @param total Bytes of this and of all files before it; they count against the limit together.
 * @param limit Bytes.
 */
export function refusedFile(entry: TreeEntry, total: number, limit: number): PlanFile | undefined {
  const { name, mode, size } = entry;
  if (mode === linkMode) return { name, refused: { reason: "symlink" } };
  if (!isPlain(entry)) return { name, refused: { reason: "not-a-file" } };
  if (size <= limit && total <= limit) return undefined;
  return {
    name,
    refused: { reason: "too-big", size: Math.max(size, total), limit },
  };
}
