import { meaningOf } from "../../core/change/index.ts";
import type { PlanBundle } from "../../core/document/index.ts";
import type { Findings } from "../../core/finding.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { studyPlan } from "../plan-study.ts";
import { checkedBundle } from "../publish/checked-bundle.ts";
import { furtherReasons } from "../publish/gates.ts";
import {
  type Publication,
  type PublishDependencies,
  publish,
  type StopPoint,
} from "../publish/publish.ts";
import type { RefusedReason } from "../publish/refused.ts";
import { type PlanSource, SourceRefusal } from "../source/source.ts";
import type { Files } from "../store/bundle.ts";
import { readHead } from "../store/plan-head.ts";
import type { Evidence } from "../store/plan-record.ts";
import { planStore } from "../store/plan-store.ts";
import type { LocalStore } from "./store.ts";
import { whyStranger } from "./stranger.ts";
import { contentOf } from "./told-content.ts";
import { planIdOf, statedId } from "./working-copy.ts";

/** A wish to publish the plans of one commit. */
export interface PublishRequest {
  /** `HEAD` by default. */
  readonly revision?: string;
  readonly store: Pick<LocalStore, "table">;
  readonly source: PlanSource;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: () => string;
  readonly actor: string;
  /** Ids of plans, or their folders; all plans by default. */
  readonly only?: readonly string[];
  /** Somebody of a team that agrees decides without the others; kept with each version as its evidence. */
  readonly override?: { readonly by: string; readonly reason: string };
  /** Awaited after each write; for tests that stop there. */
  readonly reached?: (point: StopPoint) => Promise<void> | void;
}

/** One reason why a plan is not live, and the way out. */
export interface PlanRefusal {
  /**
   * `findings`: the plan has errors. `same-id`: two folders state one id. `unreadable`: its folder is none that can be read.
   * `not-a-member`: who overrides is in no team that agrees.
   */
  readonly reason: RefusedReason | "findings" | "same-id" | "unreadable" | "not-a-member";
  readonly message: string;
  readonly help: string;
}

/** What became of one plan. */
export type PlanPublication = {
  readonly folder: string;
  /** The plan's id, or the name of its folder when its files do not say. */
  readonly plan: string;
  /** What the rules said on the commit's day, warnings included. */
  readonly findings: Findings;
} & (
  | {
      readonly outcome: "published" | "replayed" | "unchanged";
      /** The version that carries the commit's content. */
      readonly version: number;
      /** The live version, where a commit that was published before is not what is live. */
      readonly live?: number;
    }
  | { readonly outcome: "superseded" }
  | {
      readonly outcome: "refused";
      /** Everything that stands in its way. */
      readonly reasons: readonly [PlanRefusal, ...PlanRefusal[]];
    }
);

/** The commit, and what became of each of its plans. */
export interface PublishedCommit {
  readonly commit: string;
  readonly commitTime: string;
  readonly plans: readonly PlanPublication[];
  /** Plans that the commit does not hold and that stay live all the same: removing a folder takes nothing away from its readers. */
  readonly absent: readonly { readonly plan: string; readonly version: number }[];
}

/** Why nothing could even be tried. */
export interface NothingToPublish {
  readonly reason: "no-commit" | "unknown-revision" | "no-plans" | "unknown-plan";
  readonly message: string;
  readonly help: string;
}

const filesOf = ({ files }: PlanBundle): Files =>
  new Map(files.flatMap((file) => ("bytes" in file ? [[file.name, file.bytes] as const] : [])));

const brokenPlan = (folder: string, findings: Findings): PlanRefusal => {
  const errors = findings.filter((each) => each.severity === "error").length;
  return {
    reason: "findings",
    message: `${folder} has ${errors === 1 ? "1 error" : `${errors} errors`}.`,
    help: `Mend what "jointplan check ${folder}" says, then commit.`,
  };
};

const sharedId = (folder: string, plan: string): PlanRefusal => ({
  reason: "same-id",
  message: `${folder} states the id "${plan}", and so does another folder.`,
  help: "Give one of the plans another id in its plan.json.",
});

type Committed = Pick<Publication, "commit" | "commitTime" | "actor" | "evidence">;

/** What a folder of the commit holds, or why it cannot be read. */
interface ReadFolder {
  readonly bundle: PlanBundle;
  readonly unreadable?: PlanRefusal;
}

async function readFolder(
  source: PlanSource,
  commit: string,
  folder: string,
): Promise<ReadFolder | undefined> {
  try {
    const bundle = await source.bundleAt(commit, folder);
    return bundle === undefined || bundle.files.length === 0 ? undefined : { bundle };
  } catch (error) {
    if (!(error instanceof SourceRefusal)) throw error;
    const { message, help } = error;
    return { bundle: { folder, files: [] }, unreadable: { reason: "unreadable", message, help } };
  }
}

async function publishFolder(
  dependencies: PublishDependencies,
  committed: Committed,
  { bundle, unreadable }: ReadFolder,
  sharedIds: ReadonlySet<string>,
): Promise<PlanPublication> {
  const { folder } = bundle;
  // A commit is judged on its own day, so publishing it again finds the same.
  const asOf = committed.commitTime.slice(0, 10);
  const { findings, checkedPlan } =
    unreadable === undefined
      ? studyPlan(bundle, asOf).check()
      : { findings: [], checkedPlan: undefined };
  const plan = checkedPlan?.id ?? planIdOf(bundle);
  const known = { folder, plan, findings };
  const stranger = await whyStranger(dependencies.table, committed.evidence, plan, bundle);
  const alsoWrong = [
    ...(sharedIds.has(plan) ? [sharedId(folder, plan)] : []),
    ...(stranger === undefined ? [] : [stranger]),
  ];
  const refuse = async (
    first: PlanRefusal,
    others: readonly PlanRefusal[],
  ): Promise<PlanPublication> => {
    const candidate = { commit: committed.commit, content: contentOf(bundle) };
    const further = await furtherReasons(dependencies, plan, candidate);
    return { ...known, outcome: "refused", reasons: [first, ...others, ...further] };
  };
  if (checkedPlan === undefined)
    return refuse(unreadable ?? brokenPlan(folder, findings), alsoWrong);
  const [wrong, ...others] = alsoWrong;
  if (wrong !== undefined) return refuse(wrong, others);
  const meaning = meaningOf(checkedPlan);
  const checked = checkedBundle({ plan, files: filesOf(bundle), meaning, checkedAs: asOf });
  const published = await publish(dependencies, { ...committed, bundle: checked });
  if (published.outcome !== "replayed") return { ...known, ...published };
  const live = (await readHead(dependencies.table, plan))?.live.version;
  const another = live !== undefined && live !== published.version;
  return { ...known, ...published, ...(another ? { live } : {}) };
}

/** The plans in the store that none of the folders holds; none where a folder does not say which plan it is. */
async function absentPlans(
  { table }: Pick<LocalStore, "table">,
  bundles: readonly PlanBundle[],
): Promise<PublishedCommit["absent"]> {
  const ids = bundles.map(statedId);
  if (ids.includes(undefined)) return [];
  const stored = await planStore(table, 0).plans();
  return stored
    .filter(({ plan }) => !ids.includes(plan))
    .map(({ plan, version }) => ({ plan, version }));
}

const twice = (ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.filter((id, index) => ids.indexOf(id) !== index));

/**
 * Publishes every plan of a commit that holds together: load → resolve → check → publish, plan by plan.
 *
 * A plan that cannot go live is refused with every reason at once and leaves what is live as it is; the others are published. Repeating it is harmless.
 *
 * @throws TableUnavailable when the store failed; repeating tells what happened.
 * @throws SourceRefusal when `plans/` holds too much to be looked at.
 */
export async function publishPlans(
  request: PublishRequest,
): Promise<Result<PublishedCommit, NothingToPublish>> {
  const { revision = "HEAD", source, store, now, actor, only, override } = request;
  const commit = await source.commitOf(revision);
  if (commit === undefined) return err(noCommit(revision));
  const folders = await source.planFolders(commit);
  const read = await Promise.all(folders.map((folder) => readFolder(source, commit, folder)));
  const found = read.filter((each) => each !== undefined);
  const bundles = found.map(({ bundle }) => bundle);
  const ids = bundles.map(planIdOf);
  const unknown = only?.find(
    (each) => !ids.includes(each) && !bundles.some(({ folder }) => folder === each),
  );
  if (unknown !== undefined) return err(unknownPlan(unknown, commit, ids));
  const absent = only === undefined ? await absentPlans(store, bundles) : [];
  if (bundles.length === 0 && absent.length === 0) return err(noPlans(commit));
  const commitTime = await source.commitTime(commit);
  const dependencies: PublishDependencies = {
    table: store.table,
    isAncestor: (older, newer) => source.isAncestor(older, newer),
    now,
    ...(request.reached === undefined ? {} : { reached: request.reached }),
  };
  const evidence: Evidence =
    override === undefined ? { kind: "none" } : { kind: "override", ...override, at: now() };
  const shared = twice(ids);
  const plans: PlanPublication[] = [];
  for (const [index, each] of found.entries()) {
    const { folder } = each.bundle;
    if (only !== undefined && !only.includes(folder) && !only.includes(ids[index] ?? "")) continue;
    // One after the other, so that a failure leaves an order that can be told.
    // oxlint-disable-next-line no-await-in-loop
    plans.push(
      await publishFolder(dependencies, { commit, commitTime, actor, evidence }, each, shared),
    );
  }
  return ok({ commit, commitTime, plans, absent });
}

const noCommit = (revision: string): NothingToPublish =>
  revision === "HEAD"
    ? {
        reason: "no-commit",
        message: "There is no commit here to publish.",
        help: "Run: git init && git add plans && git commit",
      }
    : {
        reason: "unknown-revision",
        message: `There is no commit ${JSON.stringify(revision)} here.`,
        help: `Name a branch, a tag or an object id; if it is on the remote only, run: git fetch origin ${/^[\w./-]+$/.test(revision) ? revision : "<branch>"}`,
      };

const noPlans = (commit: string): NothingToPublish => ({
  reason: "no-plans",
  message: `Commit ${commit} holds no plan: there is no folder in plans/ with .json files.`,
  help: "Run: git add plans && git commit",
});

const unknownPlan = (plan: string, commit: string, ids: readonly string[]): NothingToPublish => ({
  reason: "unknown-plan",
  message: `Commit ${commit} holds no plan ${JSON.stringify(plan)}.`,
  help: ids.length === 0 ? "Commit a plan folder in plans/." : `It holds ${ids.join(", ")}.`,
});
