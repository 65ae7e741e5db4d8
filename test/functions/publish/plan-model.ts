/** What one version is in the model: contents and commits are numbers. */
interface ModelVersion {
  readonly content: number;
  readonly commit: number;
  readonly cause: "publish" | "rollback" | "resume";
}

/** What publishing should have done so far, written as plainly as can be; the last version is live. */
export interface PlanModel {
  readonly versions: readonly ModelVersion[];
  /** The newest commit that was looked at; 0 for none. */
  readonly observed: number;
  readonly frozen: boolean;
  /** The version that was rolled back, while that is held. */
  readonly rejected: number | undefined;
  /** The version that carries a commit, for every commit that was recorded. */
  readonly commits: ReadonlyMap<number, number>;
  /** Changes of the head. */
  readonly revision: number;
  readonly events: number;
}

/** The model after a wish, and what the one who wished is told. */
export interface Step {
  readonly model: PlanModel;
  readonly says: string;
}

/** Before the first publish. */
export const nothingPublished: PlanModel = {
  versions: [],
  observed: 0,
  frozen: false,
  rejected: undefined,
  commits: new Map(),
  revision: 0,
  events: 0,
};

/** The number of the live version; 0 for none. */
export const liveOf = (model: PlanModel): number => model.versions.length;

const contentAt = (model: PlanModel, version: number): number | undefined =>
  model.versions[version - 1]?.content;

const refused = (model: PlanModel, reason: string): Step => ({ model, says: `refused ${reason}` });

const changed = (model: PlanModel, change: Partial<PlanModel>): PlanModel => ({
  ...model,
  ...change,
  revision: model.revision + 1,
});

/** A commit with its content is published. History is one line, by number. */
export function afterPublish(model: PlanModel, commit: number, content: number): Step {
  const known = model.commits.get(commit);
  if (known !== undefined) return { model, says: `replayed ${known}` };
  if (commit < model.observed) return { model, says: "superseded" };
  if (model.frozen) return refused(model, "held");
  const { rejected } = model;
  if (rejected !== undefined && contentAt(model, rejected) === content)
    return refused(model, "held");
  const same = contentAt(model, liveOf(model)) === content;
  const versions = same
    ? model.versions
    : [...model.versions, { content, commit, cause: "publish" } as const];
  const version = versions.length;
  const commits = new Map([...model.commits, [commit, version]]);
  const events = model.events + (same ? 0 : 1);
  return {
    model: changed(model, { versions, commits, events, observed: commit, rejected: undefined }),
    says: `${same ? "unchanged" : "published"} ${version}`,
  };
}

function afterRestore(
  model: PlanModel,
  to: number,
  from: number,
  cause: "rollback" | "resume",
): Step {
  const old = model.versions[to - 1];
  const live = liveOf(model);
  if (old === undefined) return refused(model, "unknown-version");
  if (old.content === contentAt(model, live)) return { model, says: `unchanged ${live}` };
  if (from !== live) return refused(model, "stale");
  const versions = [...model.versions, { ...old, cause }];
  const rejected = cause === "rollback" ? live : undefined;
  return {
    model: changed(model, { versions, rejected, events: model.events + 1 }),
    says: `restored ${versions.length}`,
  };
}

/** Version `to` shall be live again, by someone who saw version `from`. */
export function afterRollback(model: PlanModel, to: number, from: number): Step {
  if (liveOf(model) === 0) return refused(model, "unknown-version");
  return model.frozen ? refused(model, "held") : afterRestore(model, to, from, "rollback");
}

/** The last rollback shall be taken back, by someone who saw version `from`. */
export function afterResume(model: PlanModel, from: number): Step {
  const live = liveOf(model);
  if (model.rejected === undefined) {
    const done = model.versions.at(-1)?.cause === "resume" && live === from + 1;
    return done ? { model, says: `unchanged ${live}` } : refused(model, "not-held");
  }
  if (model.frozen) return refused(model, "held");
  return afterRestore(model, model.rejected, from, "resume");
}

/** Nothing shall be published any more. */
export function afterFreeze(model: PlanModel): Step {
  const live = liveOf(model);
  if (live === 0) return refused(model, "unknown-version");
  if (model.frozen) return { model, says: `unchanged ${live}` };
  return {
    model: changed(model, { frozen: true, events: model.events + 1 }),
    says: `held ${live}`,
  };
}

/** Whatever holds publishing back shall end. */
export function afterRelease(model: PlanModel): Step {
  const live = liveOf(model);
  if (live === 0) return refused(model, "unknown-version");
  if (!model.frozen && model.rejected === undefined) return { model, says: `unchanged ${live}` };
  return {
    model: changed(model, { frozen: false, rejected: undefined, events: model.events + 1 }),
    says: `released ${live}`,
  };
}
