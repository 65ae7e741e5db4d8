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

/**
 * The names that mean something else somewhere, or that not every system can tell from another of them: each with those that it is
 * mistaken for, itself included.
 */
export function oddNames(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, string[]>();
  for (const name of names) {
    const plain = folded(name);
    const twins = alike.get(plain);
    if (twins === undefined) alike.set(plain, [name]);
    else twins.push(name);
  }
  return new Map(
    [...alike].flatMap(([plain, twins]) => {
      const means = plain === "" || plain === ".git" || /^git~\d$/.test(plain);
      return means || twins.length > 1 || twins.some((name) => odd.test(name))
        ? twins.map((name) => [name, twins] as const)
        : [];
    }),
  );
}
