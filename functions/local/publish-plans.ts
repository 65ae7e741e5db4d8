import { type PlanBundle } from "../../core/document/index.ts";
import { type Findings } from "../../core/finding.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { studyPlan } from "../plan-study.ts";
import { checkedBundle } from "../publish/checked-bundle.ts";
import {
  type Publication,
  type PublishDependencies,
  publish,
  type StopPoint,
} from "../publish/publish.ts";
import { type RefusedReason } from "../publish/refused.ts";
import { type PlanSource } from "../source/source.ts";
import { type Files } from "../store/bundle.ts";
import { type LocalStore } from "./store.ts";
import { planIdOf } from "./working-copy.ts";

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
  /** Awaited after each write; for tests that stop there. */
  readonly reached?: (point: StopPoint) => Promise<void> | void;
}

/** What became of one plan. */
export interface PlanPublication {
  readonly folder: string;
  /** The plan's id, or the name of its folder when its files do not say. */
  readonly plan: string;
  readonly outcome: "published" | "replayed" | "unchanged" | "superseded" | "refused";
  /** The version that carries the commit's content; absent when superseded or refused. */
  readonly version?: number;
  /** Why it was refused, and the way out. `findings`: the plan has errors. `same-id`: two folders state one id. */
  readonly refused?: {
    readonly reason: RefusedReason | "findings" | "same-id";
    readonly message: string;
    readonly help: string;
  };
  /** What the rules said on the commit's day, warnings included. */
  readonly findings: Findings;
}

/** The commit, and what became of each of its plans. */
export interface PublishedCommit {
  readonly commit: string;
  readonly commitTime: string;
  readonly plans: readonly PlanPublication[];
}

/** Why nothing could even be tried. */
export interface NothingToPublish {
  readonly reason: "no-commit" | "unknown-revision" | "no-plans" | "unknown-plan";
  readonly message: string;
  readonly help: string;
}

const filesOf = ({ files }: PlanBundle): Files =>
  new Map(files.flatMap((file) => ("bytes" in file ? [[file.name, file.bytes] as const] : [])));

const refusal = (
  known: Pick<PlanPublication, "folder" | "plan" | "findings">,
  reason: RefusedReason | "findings" | "same-id",
  message: string,
  help: string,
): PlanPublication => ({ ...known, outcome: "refused", refused: { reason, message, help } });

async function publishBundle(
  dependencies: PublishDependencies,
  commit: Pick<Publication, "commit" | "commitTime" | "actor">,
  bundle: PlanBundle,
  sharedIds: ReadonlySet<string>,
): Promise<PlanPublication> {
  const { folder } = bundle;
  // A commit is judged on its own day, so publishing it again finds the same.
  const asOf = commit.commitTime.slice(0, 10);
  const { findings, checkedPlan } = studyPlan(bundle, asOf).check();
  const known = { folder, plan: checkedPlan?.id ?? planIdOf(bundle), findings };
  if (checkedPlan === undefined) {
    const errors = findings.filter((each) => each.severity === "error").length;
    const counted = errors === 1 ? "1 error" : `${errors} errors`;
    return refusal(
      known,
      "findings",
      `${folder} has ${counted}.`,
      `Mend what "jointplan check ${folder}" says, then commit.`,
    );
  }
  if (sharedIds.has(known.plan)) {
    const message = `${folder} states the id "${known.plan}", and so does another folder.`;
    return refusal(known, "same-id", message, "Give one of the plans another id in its plan.json.");
  }
  const checked = checkedBundle({ plan: known.plan, files: filesOf(bundle), checkedAs: asOf });
  const published = await publish(dependencies, {
    ...commit,
    bundle: checked,
    evidence: { kind: "none" },
  });
  if (published.outcome === "refused")
    return refusal(known, published.reason, published.message, published.help);
  return { ...known, ...published };
}

const twice = (ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.filter((id, index) => ids.indexOf(id) !== index));

/**
 * Publishes every plan of a commit that holds together: load → resolve → check → publish, plan by plan.
 *
 * A plan with errors is refused and leaves what is live as it is; the others are published. Repeating it is harmless.
 *
 * @throws TableUnavailable when the store failed; repeating tells what happened.
 * @throws SourceRefusal when history is cut off or a name is odd.
 */
export async function publishPlans(
  request: PublishRequest,
): Promise<Result<PublishedCommit, NothingToPublish>> {
  const { revision = "HEAD", source, store, now, actor, only } = request;
  const commit = await source.commitOf(revision);
  if (commit === undefined) return err(noCommit(revision));
  const folders = await source.planFolders(commit);
  const read = await Promise.all(folders.map((folder) => source.bundleAt(commit, folder)));
  const bundles = read
    .filter((bundle) => bundle !== undefined)
    .filter(({ files }) => files.length > 0);
  const ids = bundles.map(planIdOf);
  const unknown = only?.find(
    (each) => !ids.includes(each) && !bundles.some(({ folder }) => folder === each),
  );
  if (unknown !== undefined) return err(unknownPlan(unknown, commit, ids));
  if (bundles.length === 0) return err(noPlans(commit));
  const commitTime = await source.commitTime(commit);
  const dependencies: PublishDependencies = {
    table: store.table,
    isAncestor: (older, newer) => source.isAncestor(older, newer),
    now,
    ...(request.reached === undefined ? {} : { reached: request.reached }),
  };
  const shared = twice(ids);
  const plans: PlanPublication[] = [];
  for (const [index, bundle] of bundles.entries()) {
    if (only !== undefined && !only.includes(bundle.folder) && !only.includes(ids[index] ?? ""))
      continue;
    // One after the other, so that a failure leaves an order that can be told.
    // oxlint-disable-next-line no-await-in-loop
    plans.push(await publishBundle(dependencies, { commit, commitTime, actor }, bundle, shared));
  }
  return ok({ commit, commitTime, plans });
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
