import { describe, expect, test } from "vitest";
import { type RoleWorkload, requireFunnel, type StageFunnel } from "../../../core/funnel/index.ts";
import { baseDay } from "../check/base-plan.ts";
import { type Change, planWith } from "../check/example.ts";

/** Who has how much work in the plan, and the time for it. */

const resources = (staff: object, ...activities: readonly object[]): Change => [
  "resources",
  "",
  { $schema: "../../schemas/v1/resources.json", staff: [staff], activities },
];

const sellers = { id: "account-manager", headcount: { "2027-01": 2 }, hoursPerMonth: 50 };
const visit = {
  id: "visit",
  title: "Visit",
  role: "account-manager",
  stage: "comparing",
  hours: 4,
};
const followUp = { attempts: 6, within: { value: 10, unit: "days" }, hoursPerAttempt: 0.5 };

function answerOf(...changes: readonly Change[]) {
  const { segments, workload } = requireFunnel(planWith(changes), baseDay);
  const stage = (id: string): StageFunnel => {
    const found = segments[0]?.stages.find((each) => each.stage === id);
    if (found === undefined) throw new Error(`no stage ${id}`);
    return found;
  };
  const role = (id: string): RoleWorkload => {
    const found = workload.find((each) => each.role === id);
    if (found === undefined) throw new Error(`no work for ${id}`);
    return found;
  };
  return { workload, stage, role };
}

const times = (series: readonly number[], factor: number) => series.map((each) => each * factor);

describe("the work of a role", () => {
  test("is the hours of its activities for everyone who enters their stages", () => {
    const { stage, role } = answerOf(
      resources(sellers, visit, { ...visit, id: "offer", title: "Offer", hours: 1.5 }),
    );
    const { activities, attempts, needed } = role("account-manager");
    const wanted = times(stage("comparing").entries, 5.5);
    for (const [month, hours] of activities.entries())
      expect(hours).toBeCloseTo(wanted[month] ?? 0);
    expect(attempts).toEqual([0, 0, 0, 0, 0, 0]);
    expect(needed).toEqual(activities);
  });
  test("counts every attempt that the SLA promises, for those who enter the lead definition's stage", () => {
    const { stage, role } = answerOf(
      ["lead-definition", "stage", "comparing"],
      ["sla", "duties/first-attempt/followUp", followUp],
    );
    expect(role("account-manager")).toMatchObject({
      attempts: times(stage("comparing").entries, 3),
      staffing: undefined,
    });
  });
  test("counts as many attempts as a prospect takes on average, in the stage that is followed up", () => {
    const { stage, role } = answerOf([
      "sla",
      "duties/first-attempt/followUp",
      { ...followUp, attemptsOnAverage: 2.5, stage: "noticing" },
    ]);
    expect(role("account-manager").attempts).toEqual(times(stage("noticing").entries, 1.25));
  });
  test("is not told where nobody says what an attempt takes", () => {
    const { hoursPerAttempt: _, ...silent } = followUp;
    expect(answerOf(["sla", "duties/first-attempt/followUp", silent]).workload).toEqual([]);
  });
  test("counts all segments", () => {
    const twice: readonly Change[] = [
      ["plan", "segments/large", { id: "large", title: "Large firms" }],
      ["journey", "segments/large", journeyOf("large")],
      ["targets", "segments/large", targetsOf("large")],
    ];
    const one = answerOf(resources(sellers, visit)).role("account-manager").needed;
    const both = answerOf(resources(sellers, visit), ...twice).role("account-manager").needed;
    for (const [month, hours] of both.entries()) expect(hours).toBeCloseTo(2 * (one[month] ?? 0));
  });
});

const journeyOf = (id: string) => ({ ...planWith([]).documents.journey.value.segments[0], id });
const targetsOf = (id: string) => ({ ...planWith([]).documents.targets.value.segments[0], id });

describe("the time for it", () => {
  test("is what active deals leave of everyone's hours", () => {
    const { stage, role } = answerOf(
      resources({ ...sellers, hoursPerActiveDeal: 2 }, { ...visit, hours: 0 }),
    );
    const { activeDeals, staffing } = role("account-manager");
    expect(activeDeals).toEqual(times(stage("comparing").meanStock, 2));
    expect(activeDeals[3]).toBeGreaterThan(10);
    expect(staffing?.capacity).toEqual([100, 100, 100, 100, 100, 100]);
    expect(staffing?.available).toEqual(activeDeals.map((hours) => 100 - hours));
  });
  test("is never below nothing, and what is missing counts the deals too", () => {
    const { role } = answerOf(
      resources(
        { ...sellers, headcount: { "2027-01": 0.1 }, hoursPerActiveDeal: 2 },
        { ...visit, hours: 0 },
      ),
    );
    const { activeDeals, staffing } = role("account-manager");
    expect(staffing?.available[3]).toBe(0);
    expect(staffing?.missing[3]).toBeCloseTo((activeDeals[3] ?? 0) - 5);
  });
  test("counts new people by their ramp", () => {
    const { role } = answerOf(
      resources(
        { ...sellers, headcount: { "2027-01": 2, "2027-04": 3 }, ramp: [0.5, 0.75] },
        visit,
      ),
    );
    expect(role("account-manager").staffing?.capacity).toEqual([100, 100, 100, 125, 137.5, 150]);
  });
  test("is missing from one hour on", () => {
    const over = (hoursPerMonth: number) =>
      answerOf(resources({ ...sellers, headcount: { "2027-01": 1 }, hoursPerMonth }, visit)).role(
        "account-manager",
      ).staffing?.missing;
    const most = Math.max(...answerOf(resources(sellers, visit)).role("account-manager").needed);
    expect(Math.max(...(over(most - 0.9) ?? []))).toBe(0);
    expect(Math.max(...(over(most - 1.1) ?? []))).toBeCloseTo(1.1);
  });
  test("is told of roles without work too", () => {
    const { role } = answerOf(resources(sellers));
    expect(role("account-manager")).toMatchObject({
      title: "Account manager",
      team: "sales",
      needed: [0, 0, 0, 0, 0, 0],
    });
  });
  test("goes by the calendar of the role's duties, else by the first one", () => {
    const calendarOf = (...changes: readonly Change[]) =>
      answerOf(resources(sellers), ...changes).role("account-manager").staffing?.calendar?.id;
    const south: Change = [
      "calendar",
      "calendars/south",
      { id: "south", timeZone: "Europe/Rome", week: { monday: ["08:00-12:00"] } },
    ];
    const clock = { start: "The hand-over", stop: "The first attempt", calendar: "south" };
    expect(calendarOf(south)).toBe("office");
    expect(calendarOf(south, ["sla", "duties/first-attempt/clock", clock])).toBe("south");
    expect(calendarOf(["calendar", "", undefined])).toBeUndefined();
  });
});
