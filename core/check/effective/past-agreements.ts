import { firstDay, headcountOn, holdsOn, planDays } from "../../effective/index.ts";
import type { Team } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";
import { titleText } from "../../wording.ts";
import { rolePlansOf } from "../compensation/role-plans.ts";
import { groupBy } from "../group.ts";
import { commitmentSeries } from "./commitment-series.ts";
import { type PastSeries, turnsOf } from "./past-series.ts";

/** One value as itself, none as nothing, several as a list. */
const together = (values: readonly unknown[]): unknown => (values.length > 1 ? values : values[0]);

/** What marketing promised to bring, by duty, segment and grade; whichever item of the list says so. */
export function promiseSeries(plan: SoundPlan): readonly PastSeries[] {
  const days = planDays(plan);
  return commitmentSeries(plan).map(({ name, team, subject, commitments }) => ({
    document: "sla",
    list: ["duties"],
    key: `promise ${subject}`,
    name: `the promise of ${name.replace("The", "the")}`,
    teams: [team],
    turns: turnsOf(
      plan,
      commitments.map(({ commitment }) => commitment),
    ),
    valueOn: (day) =>
      together(
        commitments
          .filter(({ commitment }) => holdsOn(commitment, days, day))
          .map(({ commitment: { prospectsPerMonth, valuePerMonth } }) => ({
            prospectsPerMonth,
            ...(valuePerMonth === undefined ? {} : { valuePerMonth }),
          })),
      ),
    pointerOn: (day) =>
      (commitments.find(({ commitment }) => holdsOn(commitment, days, day)) ?? commitments[0])
        ?.pointer ?? "",
    remedy: ({ month }) =>
      `Keep what was promised and let it end ("until": "${month}"), and add what is promised from then on ("from": "${month}").`,
  }));
}

const functionOf = (plan: SoundPlan, role: string): readonly Team[] => {
  const team = plan.roles.get(role)?.function;
  return team === undefined || team === "general" ? [] : [team];
};

/** What each role was paid for; whichever pay plan says so. */
export function paySeries(plan: SoundPlan): readonly PastSeries[] {
  const days = planDays(plan);
  const byRole = groupBy(rolePlansOf(plan), ({ rolePlan }) => rolePlan.role);
  return [...byRole].map(([role, plans]) => ({
    document: "compensation",
    list: ["rolePlans"],
    key: `pay ${role}`,
    name: `the pay plan of ${plans[0]?.name ?? role}`,
    teams: functionOf(plan, role),
    turns: turnsOf(
      plan,
      plans.map(({ rolePlan }) => rolePlan),
    ),
    valueOn: (day) =>
      together(
        plans
          .filter(({ rolePlan }) => holdsOn(rolePlan, days, day))
          .map(
            ({ rolePlan: { id: _id, role: _role, from: _from, until: _until, ...paid } }) => paid,
          ),
      ),
    pointerOn: (day) =>
      (plans.find(({ rolePlan }) => holdsOn(rolePlan, days, day)) ?? plans[0])?.pointer ?? "",
    remedy: ({ month }) =>
      `Keep the pay plan as it was and let it end ("until": "${month}"), and add another one for the time from then on ("from": "${month}").`,
  }));
}

/** How many people each role had. */
export function staffSeries(plan: SoundPlan): readonly PastSeries[] {
  return (plan.documents.resources?.value.staff ?? []).map(({ id, headcount }, index) => ({
    document: "resources",
    list: ["staff"],
    key: `staff ${id}`,
    name: `the number of people in the role ${titleText(plan.roles.get(id)?.title ?? id)}`,
    teams: functionOf(plan, id),
    turns: Object.keys(headcount).map(firstDay),
    // Nobody is what a role without any number has, too.
    valueOn: (day) => headcountOn(headcount, day) || undefined,
    pointerOn: (day) => {
      const begun = Object.keys(headcount).filter((month) => firstDay(month) <= day);
      const latest = begun.toSorted().at(-1);
      return `/staff/${index}/headcount${latest === undefined ? "" : `/${latest}`}`;
    },
    remedy: ({ month }) => `Keep the number, and write the new one for "${month}" or later.`,
  }));
}

/** The days off of every working calendar. Its hours bear no dates, so they are never the past's. */
export function dayOffSeries(plan: SoundPlan): readonly PastSeries[] {
  return (plan.documents.calendar?.value.calendars ?? []).map(
    ({ id, title = id, holidays = [] }, index) => ({
      document: "calendar",
      key: `days-off ${id}`,
      name: `a day of the calendar ${titleText(title)}`,
      teams: [],
      turns: holidays.map(({ date }) => date),
      valueOn: (day) => (holidays.some(({ date }) => date === day) ? "a day off" : "a working day"),
      pointerOn: (day) => {
        const found = holidays.findIndex(({ date }) => date === day);
        return `/calendars/${index}${found < 0 ? "" : `/holidays/${found}`}`;
      },
      remedy: ({ day }) => `Keep days off that are over, and add new ones from "${day}" on.`,
      list: ["calendars"],
      kind: "days-off",
      silent: ["comes"],
      without: "a working day",
    }),
  );
}
