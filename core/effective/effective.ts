import type { CalendarDate } from "../calendar-date.ts";
import { type DocumentKind, documentKinds } from "../document/index.ts";
import type { SoundPlan } from "../plan/index.ts";
import { headcountOn, periodStarts, revenueOn, stepOn } from "./series.ts";
import { firstDay, holdsOn, type PlanDays, planDays } from "./span.ts";

/** A plan's values as they stand on one day. */
export interface EffectivePlan {
  readonly on: CalendarDate;
  /** The first day after `on` from which something else holds; undefined when nothing changes any more. */
  readonly nextChange: CalendarDate | undefined;
  /**
   * The documents by kind. Those with dated values say what holds on the day: steps without `changes`, revenue by one period,
   * headcount as one number, and of commitments, role plans, tactics, the stop list and exceptions only those that hold.
   * Everything else stands as it was authored.
   */
  readonly documents: { readonly [Kind in DocumentKind]?: object };
}

/**
 * The plan as it stands on a day: every dated series resolved to that day.
 *
 * Months begin on their first day, in the plan's time zone. Before the plan and after it nothing holds that names no dates of its own.
 */
export function effectiveOn(plan: SoundPlan, on: CalendarDate): EffectivePlan {
  const days = planDays(plan);
  const { journey, targets, sla, tactics, compensation, resources, approvals } = plan.documents;
  const asAuthored = Object.fromEntries(
    Object.values(plan.documents).map(({ kind, value }) => [kind, value]),
  );
  const resolved: EffectivePlan["documents"] = {
    journey: {
      ...journey.value,
      segments: journey.value.segments.map((segment) => ({
        ...segment,
        transitions: segment.transitions.map((step) => stepOn(step, on)),
      })),
    },
    targets: {
      ...targets.value,
      segments: targets.value.segments.map((segment) => ({
        ...segment,
        revenue: revenueOn(segment.revenue, on),
      })),
    },
    sla: {
      ...sla.value,
      duties: sla.value.duties.map(({ supply, ...duty }) =>
        supply === undefined
          ? duty
          : {
              ...duty,
              supply: {
                ...supply,
                commitments: supply.commitments.filter((each) => holdsOn(each, days, on)),
              },
            },
      ),
    },
    ...(tactics === undefined
      ? {}
      : {
          tactics: {
            ...tactics.value,
            tactics: tactics.value.tactics.filter((each) => holdsOn(each, days, on)),
            ...(tactics.value.stopList === undefined
              ? {}
              : {
                  stopList: tactics.value.stopList.filter(({ since }) => firstDay(since) <= on),
                }),
          },
        }),
    ...(compensation === undefined
      ? {}
      : {
          compensation: {
            ...compensation.value,
            rolePlans: compensation.value.rolePlans.filter((each) => holdsOn(each, days, on)),
          },
        }),
    ...(resources?.value.staff === undefined
      ? {}
      : {
          resources: {
            ...resources.value,
            staff: resources.value.staff.map((each) => ({
              ...each,
              headcount: headcountOn(each.headcount, on),
            })),
          },
        }),
    ...(approvals?.value.exceptions === undefined
      ? {}
      : {
          approvals: {
            ...approvals.value,
            exceptions: approvals.value.exceptions.filter(({ expires }) => on < expires),
          },
        }),
  };
  return {
    on,
    nextChange: changeDays(plan).find((day) => day > on),
    documents: { ...asAuthored, ...resolved },
  };
}

/** The days from which something else holds than on the day before, each once, in order; days in the plan's time zone. */
export function changeDays(plan: SoundPlan): readonly CalendarDate[] {
  return [...new Set(turningDays(plan, planDays(plan)))].toSorted();
}

/** Every day on which something of the plan begins or ends, some of them several times. */
function turningDays(plan: SoundPlan, days: PlanDays): readonly CalendarDate[] {
  const { journey, targets, sla, tactics, compensation, resources, approvals } = plan.documents;
  const spans = [
    ...journey.value.segments.flatMap((segment) =>
      segment.transitions.flatMap((step) => step.changes ?? []),
    ),
    ...sla.value.duties.flatMap((duty) => duty.supply?.commitments ?? []),
    ...(tactics?.value.tactics ?? []),
    ...(compensation?.value.rolePlans ?? []),
  ].flatMap(({ from, until }) => [from, until]);
  const revenue = targets.value.segments.flatMap(({ revenue: { new: fresh, ...others } }) =>
    [fresh, others.expansion, others.renewal, others.total].flatMap(periodStarts),
  );
  return [
    days.from,
    days.until,
    ...spans,
    ...revenue,
    ...(tactics?.value.stopList ?? []).map(({ since }) => since),
    ...(resources?.value.staff ?? []).flatMap(({ headcount }) => Object.keys(headcount)),
    ...(approvals?.value.exceptions ?? []).map(({ expires }) => expires),
  ].flatMap((when) => (when === undefined ? [] : [firstDay(when)]));
}

const sameValue = (one: object | undefined, other: object | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * The documents in which something else holds on one day than on another, in the order of the documents. `plan` stands for the plan
 * itself, which begins or is over.
 */
export function documentsChanging(
  plan: SoundPlan,
  before: CalendarDate,
  day: CalendarDate,
): readonly DocumentKind[] {
  const { from, until } = planDays(plan);
  const [was, is] = [effectiveOn(plan, before).documents, effectiveOn(plan, day).documents];
  const turns = [from, until].some((turn) => before < turn && turn <= day);
  return documentKinds
    .map(({ kind }) => kind)
    .filter((kind) => (kind === "plan" ? turns : !sameValue(was[kind], is[kind])));
}
