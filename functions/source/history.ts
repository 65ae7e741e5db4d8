import { requireId } from "./revision.ts";
import { SourceRefusal } from "./source.ts";

/** Asks git; the words are constants and object ids. */
interface History {
  readonly run: (words: readonly string[]) => Promise<string>;
}

/** Throws where commits are missing because only the newest were fetched: what is not found may still be there. */
async function refuseShallow({ run }: History, question: string): Promise<void> {
  const shallow = await run(["rev-parse", "--is-shallow-repository"]);
  if (shallow.trim() !== "true") return;
  throw new SourceRefusal(
    `History is cut off here, so it cannot be told ${question}.`,
    "Run: git fetch --unshallow",
  );
}

/** Throws where a commit is missing: it may be on the remote alone, where a branch was rewritten or has gone on. */
async function refuseUnknown(
  history: History,
  commits: readonly string[],
  question: string,
): Promise<void> {
  for (const commit of commits) {
    const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${commit}^{commit}`];
    // oxlint-disable-next-line no-await-in-loop -- two at most
    if ((await history.run(asked)) !== "") continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await refuseShallow(history, question);
    throw new SourceRefusal(
      `Commit ${commit} is not in this clone, so it cannot be told ${question}.`,
      `Run: git fetch origin ${commit}`,
    );
  }
}

/** The line of first parents that leads to `newer`, newest first, as far as `older` does not have it too; each with its parents. */
async function lineSince(
  { run }: History,
  older: string,
  newer: string,
): Promise<readonly (readonly string[])[]> {
  const printed = await run([
    "rev-list",
    "--first-parent",
    "--parents",
    "--end-of-options",
    newer,
    `^${older}`,
  ]);
  return printed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split(" "));
}

/**
 * The commits after `from` up to `until` on the line of first parents, oldest first; empty when they are the same.
 * Undefined when `from` is not on that line.
 *
 * @throws SourceRefusal when one of them is not here, or history does not reach far enough to tell.
 */
export async function firstParents(
  history: History,
  from: string,
  until: string,
): Promise<readonly string[] | undefined> {
  for (const commit of [from, until]) requireId(commit);
  if (from === until) return [];
  const question = `whether ${from} comes before ${until}`;
  const line = await lineSince(history, from, until).catch(async (error: unknown) => {
    await refuseUnknown(history, [from, until], question);
    throw error;
  });
  // The oldest commit that is new, then its parents: the first one is where the lines meet.
  const [, meeting] = line.at(-1) ?? [];
  if (meeting === from) return line.flatMap(([commit]) => commit ?? []).toReversed();
  await refuseShallow(history, question);
  return undefined;
}

/** True when `older` is on the line of first parents that leads to `newer`. */
export async function comesBefore(
  history: History,
  older: string,
  newer: string,
): Promise<boolean> {
  const line = await firstParents(history, older, newer);
  return line !== undefined && line.length > 0;
}

/**
 * The newest commit that both commits come from, themselves included; undefined when they share none.
 *
 * @throws SourceRefusal when history does not reach far enough to tell.
 */
export async function mergeBase(
  history: History,
  one: string,
  other: string,
): Promise<string | undefined> {
  for (const commit of [one, other]) requireId(commit);
  if (one === other) return one;
  // git ends with 1 and prints nothing where there is none.
  const printed = await history.run(["merge-base", one, other]).catch(() => "");
  const [base] = printed.split("\n");
  if (base !== undefined && base !== "") return base;
  await refuseShallow(history, `where ${one} and ${other} part`);
  return undefined;
}

/** So many ids go to git at once: far fewer than the words of a command may be long. */
const mostAtOnce = 2000;

/** Those of some object ids that are commits here. */
export async function commitsAmong(
  { run }: History,
  objects: readonly string[],
): Promise<ReadonlySet<string>> {
  for (const each of objects) requireId(each);
  const found = new Set<string>();
  for (let at = 0; at < objects.length; at += mostAtOnce) {
    const asked = ["--no-walk=unsorted", "--ignore-missing", "--end-of-options"];
    // oxlint-disable-next-line no-await-in-loop -- git takes so many words and no more
    const printed = await run(["rev-list", ...asked, ...objects.slice(at, at + mostAtOnce)]);
    for (const commit of printed.split("\n")) found.add(commit);
  }
  return new Set(objects.filter((each) => found.has(each)));
}

/**
 * The commits up to `until` on the line of first parents that changed a file, newest first.
 *
 * @throws SourceRefusal after the last of them, where history is cut off.
 */
export async function* changesOf(
  history: History,
  until: string,
  path: string,
): AsyncGenerator<string, void, undefined> {
  requireId(until);
  const asked = ["rev-list", "--first-parent", "--end-of-options", until, "--", path];
  const printed = await history.run(asked);
  yield* printed.split("\n").filter((line) => line !== "");
  await refuseShallow(history, `what ${path} said before`);
}
