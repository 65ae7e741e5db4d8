import { afterAll, describe, expect, test } from "vitest";
import { publishPlans } from "../../../functions/local/publish-plans.ts";
import { gitSource } from "../../../functions/source/git.ts";
import type { PlanSource } from "../../../functions/source/source.ts";
import type { Files } from "../../../functions/store/bundle.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { sampleFiles, titled } from "../app/plan-files.ts";
import { newRepository, writePlan } from "../source/repository.ts";
import { hashes, whole } from "./bundles.ts";

const plan = "olist-2018";

/** The title that each of five commits gives the plan: the third changes nothing, the fourth goes back to the first. */
const titles = ["One", "Two", "Two", "One", "Five"] as const;
const sample = sampleFiles();
const filesOf = (title: string): Files => titled(sample, title);

/** Every order of the items. */
function ordersOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((first, at) =>
    ordersOf(items.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}

/** A source that knows one line of commits, each with its title, and nothing else. */
function lineOf(commits: readonly string[]): PlanSource {
  const known = (commit: string): number => commits.indexOf(commit);
  return {
    head: async () => commits.at(-1),
    commitOf: async (revision) => commits.find((each) => each === revision),
    commitsAmong: async (objects) => new Set(objects.filter((each) => commits.includes(each))),
    async *changesOf(until) {
      yield* commits.slice(0, known(until) + 1).toReversed();
    },
    planFolders: async () => [`plans/${plan}`],
    async bundleAt(commit, folder) {
      const files = [...filesOf(titles[known(commit)] ?? "")];
      return { folder, files: files.map(([name, bytes]) => ({ name, bytes })) };
    },
    isAncestor: async (older, newer) => known(older) < known(newer),
    firstParents: async (from, until) => commits.slice(known(from) + 1, known(until) + 1),
    mergeBase: async (one, other) => commits[Math.min(known(one), known(other))],
    commitTime: async (commit) => `2026-10-01T00:00:0${known(commit)}.000Z`,
    isDirty: async () => false,
  };
}

/** Publishes the revisions one after the other. @returns What became of each. */
async function publishInOrder(
  table: Table,
  source: PlanSource,
  revisions: readonly string[],
): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const revision of revisions) {
    // oxlint-disable-next-line no-await-in-loop
    const published = await publishPlans({
      revision,
      store: { table },
      source,
      now: () => "2026-11-23T09:00:00.000Z",
      actor: "dana",
    });
    outcomes.push(published.ok ? (published.value.plans[0]?.outcome ?? "none") : "none");
  }
  return outcomes;
}

/** Where publishing stands; the number of versions is left out, because a commit that came late makes none. */
async function standing(table: Table) {
  const store = planStore(table, 0);
  const head = await store.head(plan);
  const live = whole(await store.readLive(plan));
  return {
    digest: live.digest,
    documents: hashes(live.documents),
    observedCommit: head?.observedCommit,
    hold: head?.hold,
  };
}

describe("five commits of one line, published in any order", () => {
  test("in all 120 orders end in the same state, and one that comes late is no version", async () => {
    const commits = ["1", "2", "3", "4", "5"].map((digit) => digit.repeat(40));
    const source = lineOf(commits);
    const inOrder = memoryTable();
    await publishInOrder(inOrder, source, commits);
    const expected = await standing(inOrder);
    expect(expected.observedCommit).toBe(commits.at(-1));

    const orders = ordersOf(commits);
    expect(orders).toHaveLength(120);
    for (const order of orders) {
      const table = memoryTable();
      // oxlint-disable-next-line no-await-in-loop
      const outcomes = await publishInOrder(table, source, order);
      const late = order.map((commit, at) => order.slice(0, at).some((before) => before > commit));
      expect(outcomes.map((outcome) => outcome === "superseded")).toEqual(late);
      // oxlint-disable-next-line no-await-in-loop
      expect(await standing(table)).toEqual(expected);
      // The first and the last of them once more: nothing moves.
      const repeated = order.filter((_commit, at) => at === 0 || at === order.length - 1);
      // oxlint-disable-next-line no-await-in-loop
      const again = await publishInOrder(table, source, repeated);
      expect(again.filter((each) => each !== "superseded" && each !== "replayed")).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop
      expect(await standing(table)).toEqual(expected);
    }
  });

  describe("in git, two of them merges", () => {
    const repository = newRepository();
    afterAll(() => repository.remove());
    const commitTitled = (title: string): string => {
      writePlan(repository, plan, filesOf(title));
      return repository.commit();
    };
    const mergeTitled = (title: string): string => {
      repository.git("checkout", "--quiet", "-b", "side");
      const side = commitTitled(title);
      repository.git("checkout", "--quiet", "main");
      repository.git("merge", "--quiet", "--no-ff", "--message", "merge", side);
      repository.git("branch", "--quiet", "--delete", "side");
      return repository.git("rev-parse", "HEAD");
    };
    const [one, two, three, four, five] = titles;
    const commits = [
      commitTitled(one),
      mergeTitled(two),
      commitTitled(three),
      mergeTitled(four),
      commitTitled(five),
    ];
    const at = (...numbers: readonly number[]) => numbers.map((each) => commits[each - 1] ?? "");

    test.each([
      ["as they came", at(1, 2, 3, 4, 5)],
      ["newest first", at(5, 4, 3, 2, 1)],
      ["some late", at(2, 1, 4, 3, 5)],
      ["some twice", at(3, 3, 1, 5, 3, 5)],
      ["only the newest", at(5)],
    ])("%s, they end in the same state", async (_name, order) => {
      const table = memoryTable();
      const outcomes = await publishInOrder(table, gitSource(repository.root), order);
      expect(outcomes).not.toContain("refused");
      const { documents, observedCommit } = await standing(table);
      expect(documents).toEqual(hashes(filesOf(five)));
      expect(observedCommit).toBe(commits[4]);
    });

    test("a commit that came in by a merge is not on the line: it is refused, what is live stays", async () => {
      const table = memoryTable();
      const source = gitSource(repository.root);
      await publishInOrder(table, source, at(5));
      const before = await standing(table);
      const side = repository.git("rev-parse", `${commits[1]}^2`);
      expect(await publishInOrder(table, source, [side])).toEqual(["refused"]);
      expect(await standing(table)).toEqual(before);
    });
  });
});
