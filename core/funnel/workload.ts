import type { Staffing, WorkingCalendar } from "../../schemas/documents.generated.ts";
import type { SoundPlan } from "../plan/index.ts";
import type { SegmentFunnel } from "./answer.ts";
import { headcountOver } from "./capacity.ts";
import type { RoleStaffing, RoleWorkload } from "./role-workload.ts";

/** Work that everyone who enters a stage brings to a role. */
interface Task {
  readonly role: string;
  readonly stage: string;
  readonly kind: "attempts" | "activities";
  /** Hours for each who enters. */
  readonly hours: number;
}

/** The plan's work: the activities of resources.json, and the follow-up that the SLA promises. */
function tasksOf({ documents }: SoundPlan): readonly Task[] {
  const { resources, sla, "lead-definition": lead } = documents;
  return [
    ...(resources?.value.activities ?? []).map(
      ({ role, stage, hours }): Task => ({ role, stage, kind: "activities", hours }),
    ),
    ...sla.value.duties.flatMap(({ owner, followUp }): readonly Task[] => {
      if (followUp?.hoursPerAttempt === undefined) return [];
      const { attempts, attemptsOnAverage = attempts, hoursPerAttempt } = followUp;
      const stage = followUp.stage ?? lead.value.stage;
      const hours = attemptsOnAverage * hoursPerAttempt;
      return stage === undefined ? [] : [{ role: owner, stage, kind: "attempts", hours }];
    }),
  ];
}

/** What one stage sees in all segments together; shape `[month]`. */
interface StageSums {
  readonly entries: readonly number[];
  readonly meanStock: readonly number[];
}

/** Adds up what each stage sees, by its id. */
function sumsOf(plan: SoundPlan, segments: readonly SegmentFunnel[]) {
  const none = plan.months.map(() => 0);
  const sums = new Map<string, StageSums>();
  for (const { stage, entries, meanStock } of segments.flatMap((segment) => segment.stages)) {
    const known = sums.get(stage) ?? { entries: none, meanStock: none };
    sums.set(stage, {
      entries: plus(known.entries, entries),
      meanStock: plus(known.meanStock, meanStock),
    });
  }
  return (stage: string): StageSums => sums.get(stage) ?? { entries: none, meanStock: none };
}

const plus = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((each, month) => each + (b[month] ?? 0));

const times = (series: readonly number[], factor: number): readonly number[] =>
  series.map((each) => each * factor);

/**
 * Who has how much work, and the time for it: every role that has work or whose people are stated, in the order of
 * the plan's roles. Only reported: a plan that nobody has the time for is told so, and not made smaller.
 *
 * @param segments What the segments need; the work follows from those who enter their stages.
 * Source: docs/funnel-mathematics.md 1.8.
 */
export function workloadOf(
  plan: SoundPlan,
  segments: readonly SegmentFunnel[],
): readonly RoleWorkload[] {
  const sums = sumsOf(plan, segments);
  const tasks = tasksOf(plan);
  const staff = plan.documents.resources?.value.staff ?? [];
  const none = plan.months.map(() => 0);
  return [...plan.roles.values()].flatMap((role): readonly RoleWorkload[] => {
    const own = tasks.filter((task) => task.role === role.id);
    const people = staff.find((each) => each.id === role.id);
    if (own.length === 0 && people === undefined) return [];
    const hours = (kind: Task["kind"]): readonly number[] =>
      own
        .filter((task) => task.kind === kind)
        .map((task) => times(sums(task.stage).entries, task.hours))
        .reduce(plus, none);
    const [attempts, activities] = [hours("attempts"), hours("activities")];
    const deals = ownStages(plan, role.id)
      .map((stage) => sums(stage).meanStock)
      .reduce(plus, none);
    const activeDeals = times(deals, people?.hoursPerActiveDeal ?? 0);
    const needed = plus(attempts, activities);
    return [
      {
        role: role.id,
        title: role.title,
        team: role.function === "general" ? undefined : role.function,
        attempts,
        activities,
        activeDeals,
        needed,
        staffing:
          people === undefined ? undefined : staffingOf(plan, people, { needed, activeDeals }),
      },
    ];
  });
}

/** The stages whose prospects are a role's active deals: those before the sale that it answers for. */
const ownStages = (plan: SoundPlan, role: string): readonly string[] =>
  plan.stages
    .filter((stage) => stage.beforeSale && stage.owner?.id === role)
    .map((stage) => stage.id);

/** Less than an hour a month is within the noise of rounding. */
const noticeable = 1;

function staffingOf(
  plan: SoundPlan,
  { id, headcount, ramp = [], hoursPerMonth, monthsToHire = 0 }: Staffing,
  { needed, activeDeals }: Pick<RoleWorkload, "needed" | "activeDeals">,
): RoleStaffing {
  const { people, productive } = headcountOver(plan.months, headcount, ramp);
  const capacity = productive.map((each) => each * hoursPerMonth);
  return {
    headcount: people,
    capacity,
    available: capacity.map((each, month) => Math.max(0, each - (activeDeals[month] ?? 0))),
    missing: plus(needed, activeDeals).map((each, month) => {
      const short = each - (capacity[month] ?? 0);
      return short < noticeable ? 0 : short;
    }),
    hoursPerMonth,
    ramp,
    monthsToHire,
    calendar: calendarOf(plan, id),
  };
}

/** When a role works: by the calendar of a duty that it answers for, else by the first one. */
function calendarOf({ documents }: SoundPlan, role: string): WorkingCalendar | undefined {
  const calendars = documents.calendar?.value.calendars ?? [];
  const named = documents.sla.value.duties
    .filter(({ owner }) => owner === role)
    .map(({ clock }) => calendars.find(({ id }) => id === clock?.calendar))
    .find((each) => each !== undefined);
  return named ?? calendars[0];
}
