import type { Commitment } from "../../../schemas/documents.generated.ts";
import { covers } from "../../calendar-date.ts";
import type { Pointer } from "../../finding.ts";
import type { FunnelAnswer } from "../../funnel/index.ts";
import type { SoundPlan, SoundSegment, SoundStage } from "../../plan/index.ts";
import { stageFunnels } from "../funnel/stage-funnels.ts";
import { groupBy } from "../group.ts";
import { perMonth, type Shortage, shortageOf } from "../running-total.ts";

/** A promise of prospects, and where it stands in the SLA. */
export interface PlacedPromise {
  readonly commitment: Commitment;
  readonly pointer: Pointer;
}

/** A stage and segment for which less is promised than the target needs. */
export interface VolumeShortage {
  readonly stage: SoundStage;
  readonly segment: SoundSegment;
  /** Where to speak of it. */
  readonly pointer: Pointer;
  readonly promises: readonly PlacedPromise[];
  readonly shortage: Shortage;
}

/** A stage that marketing promises prospects for, and everything that is promised for it. */
interface Supplied {
  readonly stage: SoundStage;
  /** Where to speak of a segment that nothing is promised for. */
  readonly pointer: Pointer;
  readonly promises: readonly PlacedPromise[];
}

/** The stages that marketing supplies. What sales promises for the same stage counts as well. */
function suppliedStages(plan: SoundPlan): readonly Supplied[] {
  const duties = plan.documents.sla.value.duties
    .map((duty, index) => ({ duty, pointer: `/duties/${index}/supply/commitments` }))
    // Marketing's promises come first, so that a finding points at one of them.
    .toSorted(
      (a, b) => Number(b.duty.function === "marketing") - Number(a.duty.function === "marketing"),
    );
  return plan.stages.flatMap((stage) => {
    const here = duties.filter(({ duty }) => duty.supply?.stage === stage.id);
    const [first] = here;
    if (first?.duty.function !== "marketing") return [];
    const promises = here.flatMap(({ duty, pointer }) =>
      (duty.supply?.commitments ?? []).map((commitment, each) => ({
        commitment,
        pointer: `${pointer}/${each}`,
      })),
    );
    return [{ stage, pointer: first.pointer, promises }];
  });
}

/** Where marketing's promises are not enough for the target, stage by stage and segment by segment. */
export function volumeShortages(
  plan: SoundPlan,
  funnel: () => FunnelAnswer,
): readonly VolumeShortage[] {
  const supplied = suppliedStages(plan);
  if (supplied.length === 0) return [];
  const stageOf = stageFunnels(funnel());
  return supplied.flatMap(({ stage, pointer, promises: all }) => {
    const bySegment = groupBy(all, ({ commitment }) => commitment.segment);
    return plan.segments.flatMap((segment) => {
      const promises = bySegment.get(segment.id) ?? [];
      const needed = stageOf(segment.id, stage.id)?.entries ?? [];
      const promised = perMonth(
        plan.months,
        promises.map(({ commitment }) => commitment),
      );
      const shortage = shortageOf(promised, needed, "owed");
      const [first] = promises;
      const at = first === undefined ? pointer : `${first.pointer}/prospectsPerMonth`;
      return shortage === undefined ? [] : [{ stage, segment, pointer: at, promises, shortage }];
    });
  });
}

/** What a promise must become where less is promised than the target needs. */
export interface RaisedPromise {
  /**
   * Prospects a month: so many as the shortage asks for, or what is promised where that is more. `undefined` where the promise is for
   * one grade, or another holds in the same months: then nobody can say whose number must rise.
   */
  readonly wanted: number | undefined;
}

/** How many a month a promise must be for, so that the target is met. */
export function wantedOf(
  { commitment }: PlacedPromise,
  { promises, shortage }: VolumeShortage,
  { months }: SoundPlan,
): number | undefined {
  if (commitment.grade !== undefined) return undefined;
  const own = months.filter((month) => covers(commitment, month));
  const others = promises.filter((each) => each.commitment !== commitment);
  const alone = own.every((month) => others.every((each) => !covers(each.commitment, month)));
  return alone ? Math.max(shortage.perMonth, commitment.prospectsPerMonth) : undefined;
}

/** Finds what a promise must become, by its place in the SLA; `undefined` where enough is promised. */
export function raisedPromises(
  plan: SoundPlan,
  funnel: () => FunnelAnswer,
): (pointer: Pointer) => RaisedPromise | undefined {
  const raised = new Map(
    volumeShortages(plan, funnel).flatMap((found) =>
      found.promises.map(
        (promise) => [promise.pointer, { wanted: wantedOf(promise, found, plan) }] as const,
      ),
    ),
  );
  return (pointer) => raised.get(pointer);
}
