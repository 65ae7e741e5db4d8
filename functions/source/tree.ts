/** One entry of a folder in a commit. */
export interface TreeEntry {
  /** Such as `100644` (a file), `120000` (a link), `160000` (another repository), `040000` (a folder). */
  readonly mode: string;
  readonly object: string;
  /** Bytes of a file. */
  readonly size: number;
  readonly name: string;
}

const entryPattern = /^(\d{6}) (?:blob|tree|commit) ([0-9a-f]{40,64}) +(\d+|-)\t(.+)$/s;

/**
 * The entries that `git ls-tree -z -l` printed, by their names within the folder.
 *
 * @param folder The folder that was listed, with a slash at its end; what lies elsewhere is left out.
 */
export function readTree(output: string, folder: string): readonly TreeEntry[] {
  return output
    .split("\0")
    .filter((line) => line !== "")
    .map((line): TreeEntry => {
      const [, mode = "", object = "", size = "", path = ""] = entryPattern.exec(line) ?? [];
      if (mode === "") throw new Error("git ls-tree printed an entry that cannot be read.");
      const name = path.startsWith(folder) ? path.slice(folder.length) : "";
      return { mode, object, size: Number(size === "-" ? 0 : size), name };
    })
    .filter((entry) => entry.name !== "" && !entry.name.includes("/"));
}

// Control characters, what Windows and shells read as a path, and U+FFFD, which stands for bytes that are no UTF-8.
// oxlint-disable-next-line no-control-regex -- they are what is refused
const odd = /[\u0000-\u001f\u007f\\/:\ufffd\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** How a name looks to a system that tells neither case nor normal form apart. */
const folded = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[. ]+$/, "");

/** The first name that not every system can tell from another one, or that means something else; undefined when there is none. */
export function oddName(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => {
    const plain = folded(name);
    const twin = seen.has(plain);
    seen.add(plain);
    return twin || plain === "" || plain === ".git" || /^git~\d$/.test(plain) || odd.test(name);
  });
}
