import type { SoundPlan } from "../../core/plan/index.ts";
import type { Answer, Caching, Representation } from "../answer.ts";
import type { LiveVersion, ServedVersion } from "../plan-reader.ts";
import type { PlanStudy } from "../plan-study.ts";
import type { Problem } from "../problem.ts";
import type { ContentDamaged } from "../store/content.ts";
import { type DocumentText, documentTexts } from "./documents.ts";
import type { Call } from "./route.ts";

/** The problem of a plan that does not exist. */
export const unknownPlan = (plan: string): Problem => ({
  problem: "unknown-plan",
  detail: `There is no plan ${JSON.stringify(plan)}.`,
  help: "GET /v1/plans lists every plan.",
});

/** The problem of stored content that is not what was written. The store is asked again at every request. */
export const damaged = ({ plan, message }: ContentDamaged): Problem => ({
  problem: "content-damaged",
  detail: message,
  help: `Publish the plan again, or roll back to a version that is whole: GET /v1/plans/${plan}/versions lists them.`,
  headers: { "Retry-After": "30" },
});

/** The problem of documents that are no plan. */
export const invalidPlan = (study: PlanStudy): Problem => ({
  problem: "invalid-plan",
  detail: `The documents of ${study.bundle.folder} are no plan that can be computed.`,
  help: "Mend what the findings say, then ask again.",
  findings: study.check().findings,
});

/** What `answer` says of the live version of the plan that the path names. */
export async function ofLive(
  call: Call,
  answer: (live: LiveVersion) => Promise<Answer>,
): Promise<Answer> {
  const plan = call.path("plan");
  const live = await call.plans.live(plan);
  return live === undefined ? unknownPlan(plan) : answer(live);
}

/** The study of a version on the day of the call, or the problem of its content. */
export async function studyOf(call: Call, version: ServedVersion): Promise<PlanStudy | Problem> {
  const study = await call.library.study(version, call.asOf);
  return study.ok ? study.value : damaged(study.error);
}

/** What a representation of a version follows from, besides the version itself. */
export interface Variant {
  readonly operation: string;
  readonly variant?: string;
  readonly caching: Caching;
  /** True when the answer is computed for a day, so that it may change with it. */
  readonly daily?: boolean;
  /** Headers of this answer alone. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer that `make` represents, kept as long as the version, the day and the variant are the same. */
async function representVersion(
  call: Call,
  version: ServedVersion,
  { operation, variant = "", caching, daily = false, headers }: Variant,
  make: () => Promise<Representation | Problem>,
): Promise<Answer> {
  const key = [operation, variant, version.plan, version.version, version.digest, call.asOf];
  const made = await call.library.representation(key.join("|"), make);
  if ("problem" in made) return made;
  const published = version.published?.publishedAt;
  const day = `${call.asOf}T00:00:00.000Z`;
  const lastModified = daily && published !== undefined && published < day ? day : published;
  return {
    representation: made,
    caching,
    version,
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(headers === undefined ? {} : { headers }),
  };
}

/** The answer that `make` represents of a version's documents as they were authored. Nothing of the plan is computed. */
export async function representDocuments(
  call: Call,
  version: ServedVersion,
  variant: Variant,
  make: (documents: readonly DocumentText[]) => Representation | Problem,
): Promise<Answer> {
  return representVersion(call, version, variant, async () => {
    const bundle = await call.library.bundle(version);
    if (!bundle.ok) return damaged(bundle.error);
    const documents = documentTexts(bundle.value.files);
    if (documents !== undefined) return make(documents);
    const study = await studyOf(call, version);
    return "problem" in study ? study : invalidPlan(study);
  });
}

/** The answer that `make` represents of what follows from a version. */
export async function representStudy(
  call: Call,
  version: ServedVersion,
  variant: Variant,
  make: (study: PlanStudy) => Representation | Problem,
): Promise<Answer> {
  return representVersion(call, version, variant, async () => {
    const study = await studyOf(call, version);
    return "problem" in study ? study : make(study);
  });
}

/** As {@link representStudy}, for answers that need the plan to be sound. */
export async function representSound(
  call: Call,
  version: ServedVersion,
  variant: Variant,
  make: (plan: SoundPlan, study: PlanStudy) => Representation | Problem,
): Promise<Answer> {
  return representStudy(call, version, { daily: true, ...variant }, (study) => {
    const sound = study.sound();
    return sound.ok ? make(sound.value, study) : invalidPlan(study);
  });
}
