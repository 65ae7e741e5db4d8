import type { CalendarDate } from "../core/calendar-date.ts";
import { type CheckAnswer, check, rules } from "../core/check/index.ts";
import { type LoadedPlan, load, type PlanBundle } from "../core/document/index.ts";
import type { Findings } from "../core/finding.ts";
import { type FunnelAnswer, requireFunnel } from "../core/funnel/index.ts";
import { resolve, type SoundPlan } from "../core/plan/index.ts";
import type { Result } from "../core/result.ts";

/** Everything that follows from a plan's files on a day. Each part is computed at the first question and then kept. */
export interface PlanStudy {
  readonly bundle: PlanBundle;
  readonly asOf: CalendarDate;
  /** The documents, each by itself, or why they are none. */
  readonly loaded: () => Result<LoadedPlan, Findings>;
  /** The plan, or why its files are none. */
  readonly sound: () => Result<SoundPlan, Findings>;
  /** What the rules say; for files that are no sound plan, why not, and every rule not run. */
  readonly check: () => CheckAnswer;
  /** What a sound plan needs. */
  readonly funnel: (plan: SoundPlan) => FunnelAnswer;
}

/** The answer of a function, computed once. */
function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

/** Studies the files of a plan: load → resolve → check → compute, as far as they go. */
export function studyPlan(bundle: PlanBundle, asOf: CalendarDate): PlanStudy {
  const loaded = once(() => load(bundle));
  const sound = once(() => {
    const documents = loaded();
    return documents.ok ? resolve(documents.value) : documents;
  });
  let known: FunnelAnswer | undefined;
  const funnel = (plan: SoundPlan): FunnelAnswer => (known ??= requireFunnel(plan, asOf));
  const checked = once((): CheckAnswer => {
    const plan = sound();
    if (plan.ok) return check(plan.value, { asOf, funnel: () => funnel(plan.value) });
    const notRun = rules.map((rule) => rule.id);
    return { asOf, findings: plan.error, silenced: [], notRun, checkedPlan: undefined };
  });
  return {
    bundle,
    asOf,
    loaded,
    sound,
    check: checked,
    funnel,
  };
}
