/** What a content says: 4 and 5 are other layouts of 1 and 2. */
export const meaningOf = (content: number): number => ((content - 1) % 3) + 1;

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
  readonly held: number | undefined;
  /** Every version whose content must not come back by itself, and whether only in its own layout. */
  readonly rejected: readonly { readonly version: number; readonly layoutOnly: boolean }[];
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
  held: undefined,
  rejected: [],
  commits: new Map(),
  revision: 0,
  events: 0,
};

/** The number of the live version; 0 for none. */
export const liveOf = (model: PlanModel): number => model.versions.length;

const contentAt = (model: PlanModel, version: number): number | undefined =>
  model.versions[version - 1]?.content;

const sameMeaning = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined && other !== undefined && meaningOf(one) === meaningOf(other);

/** The rejections that this content falls under. */
const rejectionsOf = (model: PlanModel, content: number): PlanModel["rejected"] =>
  model.rejected.filter(({ version, layoutOnly }) => {
    const rejected = contentAt(model, version);
    return layoutOnly ? rejected === content : sameMeaning(rejected, content);
  });

const rejects = (model: PlanModel, content: number): boolean =>
  rejectionsOf(model, content).length > 0;

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
  if (model.frozen || rejects(model, content)) return refused(model, "held");
  const same = contentAt(model, liveOf(model)) === content;
  const versions = same
    ? model.versions
    : [...model.versions, { content, commit, cause: "publish" } as const];
  const version = versions.length;
  const commits = new Map([...model.commits, [commit, version]]);
  const events = model.events + (same ? 0 : 1);
  return {
    model: changed(model, { versions, commits, events, observed: commit, held: undefined }),
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
  const ended = rejectionsOf(model, old.content);
  const left = model.rejected.filter((each) => !ended.includes(each));
  const gone = contentAt(model, live) ?? 0;
  const rejection = { version: live, layoutOnly: sameMeaning(gone, old.content) };
  const rejected = cause === "rollback" ? [...left, rejection] : left;
  const held = cause === "rollback" ? live : undefined;
  return {
    model: changed(model, { versions, held, rejected, events: model.events + 1 }),
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
  if (model.held === undefined) {
    const done = model.versions.at(-1)?.cause === "resume" && live === from + 1;
    return done ? { model, says: `unchanged ${live}` } : refused(model, "not-held");
  }
  if (model.frozen) return refused(model, "held");
  return afterRestore(model, model.held, from, "resume");
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

/** A freeze shall end; what was rolled back stays held. */
export function afterRelease(model: PlanModel): Step {
  const live = liveOf(model);
  if (live === 0) return refused(model, "unknown-version");
  if (!model.frozen) return { model, says: `unchanged ${live}` };
  return {
    model: changed(model, { frozen: false, events: model.events + 1 }),
    says: `released ${live}`,
  };
}
