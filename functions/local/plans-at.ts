import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CalendarDate } from "../../core/calendar-date.ts";
import type { PlanBundle } from "../../core/document/index.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { type PlanSource, SourceRefusal } from "../source/source.ts";
import type { ReadPlan } from "../store/plan-store.ts";
import { planIdOf, readWorkingCopy } from "./working-copy.ts";

/** All plans at one point: as they stand on disk, in a commit, or in versions that were published. */
export interface PlansAt {
  /** As a sentence names it: `commit 3c1d9aa4b2 (main)`, `the files as they stand`, `what is live`. */
  readonly name: string;
  /** The commit, for a point in git. */
  readonly commit?: string;
  /** The day of the commit, UTC. */
  readonly day?: CalendarDate;
  /** One bundle for each plan, by its id. */
  readonly plans: ReadonlyMap<string, PlanBundle>;
  /** The version of each plan that was published, by its id; empty elsewhere. */
  readonly versions: ReadonlyMap<string, number>;
  /** The commit that each plan's version was made from, by its id; absent elsewhere. */
  readonly commits?: ReadonlyMap<string, string>;
}

/** Why there is nothing at a point, and the way out. */
export interface NothingThere {
  readonly message: string;
  readonly help: string;
}

/** Where plans are looked for. */
export interface PointSource {
  /** The folder that holds `plans/`. */
  readonly root: string;
  readonly source: PlanSource;
}

/** What stands for the files as they are on disk. */
export const workingCopy = ".";

/** What may stand for a point, in words. */
const pointWords =
  'a branch, a tag or a commit; "live" or "@7" for what was published; "." for the files as they stand';

/** Bundles by the id that each states. Which of two with one id is meant cannot be told, so neither is taken. */
function byId(bundles: readonly PlanBundle[]): ReadonlyMap<string, PlanBundle> {
  const plans = new Map<string, PlanBundle>();
  for (const bundle of bundles) {
    if (bundle.files.length === 0) continue;
    const id = planIdOf(bundle);
    const other = plans.get(id);
    if (other !== undefined) {
      throw new SourceRefusal(
        `${other.folder} and ${bundle.folder} both state the id "${id}".`,
        "Give one of the plans another id in its plan.json.",
      );
    }
    plans.set(id, bundle);
  }
  return plans;
}

const shown = (word: string, commit: string): string =>
  commit.startsWith(word)
    ? `commit ${commit.slice(0, 10)}`
    : `commit ${commit.slice(0, 10)} (${word})`;

/** The plans of a commit. `word` is what the commit was called. */
export async function plansOfCommit(
  { source }: PointSource,
  commit: string,
  word: string,
): Promise<PlansAt> {
  const folders = await source.planFolders(commit);
  const bundles = await Promise.all(folders.map((folder) => source.bundleAt(commit, folder)));
  return {
    name: shown(word, commit),
    commit,
    day: (await source.commitTime(commit)).slice(0, 10),
    plans: byId(bundles.filter((bundle) => bundle !== undefined)),
    versions: new Map(),
  };
}

async function workingCopyOf({ root }: PointSource): Promise<PlansAt> {
  const plans = byId(readWorkingCopy(root));
  return { name: "the files as they stand", plans, versions: new Map() };
}

const notPublished: NothingThere = {
  message: "Nothing is published here yet.",
  help: 'Run "jointplan publish", or name a branch.',
};

const damaged = (message: string): NothingThere => ({
  message,
  help: "Name a commit instead; it does not need the store.",
});

async function versionsOf(
  { root }: PointSource,
  number: number | undefined,
): Promise<Result<PlansAt, NothingThere>> {
  // Only who asks for what is published loads the store.
  const { openStore, storePath } = await import("./store.ts");
  const path = join(root, storePath);
  if (!existsSync(path)) return err(notPublished);
  const store = openStore(path);
  try {
    const plans = new Map<string, PlanBundle>();
    const versions = new Map<string, number>();
    const commits = new Map<string, string>();
    for (const { plan } of await store.plans.plans()) {
      const read: ReadPlan = await (number === undefined
        ? store.plans.readLive(plan)
        : store.plans.readVersion(plan, number));
      if (read === undefined) continue;
      if (!read.ok) return err(damaged(read.error.message));
      const files = [...read.value.documents].map(([name, bytes]) => ({ name, bytes }));
      plans.set(plan, { folder: `plans/${plan}`, files });
      versions.set(plan, read.value.version);
      commits.set(plan, read.value.commit);
    }
    const name = number === undefined ? "what is live" : `version ${number}`;
    if (plans.size > 0) return ok({ name, plans, versions, commits });
    return number === undefined
      ? err(notPublished)
      : err({
          message: `No plan has a version ${number} here.`,
          help: 'Run "jointplan status" to see which is live.',
        });
  } finally {
    store.close();
  }
}

/**
 * The plans at the point that a word names: {@link pointWords}.
 *
 * @throws TableUnavailable when the store cannot be read; SourceRefusal for a plan folder in git that is none, or whose names are odd.
 */
export async function plansAt(
  from: PointSource,
  word: string,
): Promise<Result<PlansAt, NothingThere>> {
  if (word === workingCopy) return ok(await workingCopyOf(from));
  if (word === "live") return versionsOf(from, undefined);
  const [, number] = /^@(\d{1,9})$/.exec(word) ?? [];
  if (number !== undefined) return versionsOf(from, Number(number));
  const commit = await from.source.commitOf(word);
  if (commit !== undefined) return ok(await plansOfCommit(from, commit, word));
  return err({
    message: `There is no ${JSON.stringify(word)} here.`,
    help: `Name ${pointWords}.`,
  });
}

/** Two points of which one is to follow the other. */
export interface TwoPoints {
  readonly base: PlansAt;
  readonly head: PlansAt;
  /** True when the base's own line went on after the head left it: the head is compared with where it left. */
  readonly baseMovedOn: boolean;
}

/** Where the line of a commit left that of a version; undefined where it continues the version, or nobody can tell. */
async function leftAt(
  { source }: PointSource,
  published: string,
  headCommit: string,
): Promise<string | undefined> {
  try {
    const parting = await source.mergeBase(published, headCommit);
    return parting === published ? undefined : parting;
  } catch (error) {
    // A store may have been filled from another clone; then what is published stands as it is.
    if (error instanceof SourceRefusal) return undefined;
    throw error;
  }
}

/** What may have left the line of what was published. */
interface Leaving {
  readonly headCommit: string;
  /** False for the files as they stand on top of that commit. */
  readonly headIsCommit: boolean;
  /** What the base was called. */
  readonly word: string;
}

/** What was published, with each plan whose commit the head does not continue as it was where the head left it; undefined where there is none. */
async function wherePlansLeft(
  from: PointSource,
  base: PlansAt,
  { headCommit, headIsCommit, word }: Leaving,
): Promise<PlansAt | undefined> {
  const plans = new Map(base.plans);
  const versions = new Map(base.versions);
  for (const [plan, published] of base.commits ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of plans, one question to git at a time
    const parting = await leftAt(from, published, headCommit);
    // A head that is an older commit takes back what was published after it; files on top of one do not.
    if (parting === undefined || (parting === headCommit && headIsCommit)) continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    const bundle = (await plansOfCommit(from, parting, word)).plans.get(plan);
    versions.delete(plan);
    if (bundle === undefined) plans.delete(plan);
    else plans.set(plan, bundle);
  }
  if (versions.size === base.versions.size) return undefined;
  return { name: `${base.name}, as it was where the change left it`, plans, versions };
}

/**
 * The plans before and after a change. Between two commits of which neither comes from the other, the base is where the head's line
 * left it, so that what others changed meanwhile is not taken for part of the change.
 */
export async function beforeAndAfter(
  from: PointSource,
  base: string,
  head: string,
): Promise<Result<TwoPoints, NothingThere>> {
  const [before, after] = [await plansAt(from, base), await plansAt(from, head)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const plain = { base: before.value, head: after.value, baseMovedOn: false };
  // The files as they stand continue the commit that is checked out.
  const headCommit =
    after.value.commit ?? (head === workingCopy ? await from.source.head() : undefined);
  if (headCommit === undefined) return ok(plain);
  if (before.value.commit === undefined) {
    const headIsCommit = after.value.commit !== undefined;
    const leaving = { headCommit, headIsCommit, word: base };
    const left = await wherePlansLeft(from, before.value, leaving);
    return ok(left === undefined ? plain : { ...plain, base: left, baseMovedOn: true });
  }
  const parting = await from.source.mergeBase(before.value.commit, headCommit);
  if (parting === undefined || parting === before.value.commit) return ok(plain);
  // The head is older than the base: it takes back what came after it.
  if (parting === headCommit && after.value.commit !== undefined) return ok(plain);
  const left = await plansOfCommit(from, parting, base);
  return ok({
    base: { ...left, name: `commit ${parting.slice(0, 10)}, where the change left ${base}` },
    head: after.value,
    baseMovedOn: true,
  });
}
