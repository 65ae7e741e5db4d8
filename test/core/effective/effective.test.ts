import { describe, expect, test } from "vitest";
import { changeDays, documentsChanging, effectiveOn } from "../../../core/effective/index.ts";
import type { DocumentByKind } from "../../../schemas/documents.generated.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { type Edit, planOf } from "../plan/edited.ts";

/** The step from comparing to running with dated changes. */
const changing = (changes: string): Edit => [
  "journey",
  '"duration": { "median": 20, "p90": 45 }',
  `"duration": { "median": 20, "p90": 45 }, "changes": [${changes}]`,
];

const spring =
  '{ "id": "spring", "from": "2027-03-01", "conversion": { "value": 0.3, "assumed": "x" } }';
const fast =
  '{ "id": "fast", "from": "2027-04-15", "until": "2027-05-01", "duration": { "fixed": 9 } }';

/** Conversion and duration of that step on a day. */
function termsOn(on: string, ...changes: readonly string[]): unknown {
  const { journey } = effectiveOn(planOf(changing(changes.join(", "))), on).documents;
  const [, step] = (journey as DocumentByKind["journey"]).segments[0]?.transitions ?? [];
  expect(step).not.toHaveProperty("changes");
  return [step?.conversion.value, step?.duration];
}

const usual = { median: 20, p90: 45 };

describe("a step's dated changes", () => {
  test.each([
    ["2026-12-31", 0.25, usual],
    ["2027-02-28", 0.25, usual],
    ["2027-03-01", 0.3, usual],
    ["2030-01-01", 0.3, usual],
  ])("on %s the conversion is %d", (on, conversion, duration) => {
    expect(termsOn(on, spring)).toEqual([conversion, duration]);
  });

  test.each([
    ["2027-04-14", [0.3, usual]],
    // What a change does not name is the step's own, not that of the change before.
    ["2027-04-15", [0.25, { fixed: 9 }]],
    ["2027-04-30", [0.25, { fixed: 9 }]],
    ["2027-05-01", [0.25, usual]],
  ])("on %s the latest one counts, in whatever order they stand", (on, terms) => {
    expect(termsOn(on, spring, fast)).toEqual(terms);
    expect(termsOn(on, fast, spring)).toEqual(terms);
  });
});

describe("the sample plan", () => {
  const acme = openPlan("plans/acme-2027");
  const on = (day: string) => effectiveOn(acme, day).documents;
  const documents = (day: string) => on(day) as unknown as DocumentByKind;

  test("promises on a day what the half-year promises", () => {
    const promised = (day: string) =>
      documents(day).sla.duties[0]?.supply?.commitments.map((each) => each.id);
    expect(promised("2027-06-30")).toEqual([
      "small-plants-half-1",
      "mid-size-half-1",
      "key-accounts-half-1",
    ]);
    expect(promised("2027-07-01")).toEqual([
      "small-plants-half-2",
      "mid-size-half-2",
      "key-accounts-half-2",
    ]);
    expect(promised("2028-01-01")).toEqual([]);
  });

  test("wants on a day the revenue of its quarter, and outside the plan none", () => {
    const wanted = (day: string) => documents(day).targets.segments[0]?.revenue.new;
    expect(wanted("2027-03-31")).toEqual({ "2027-Q1": 648000 });
    expect(wanted("2027-04-01")).toEqual({ "2027-Q2": 666000 });
    expect(wanted("2028-04-01")).toEqual({});
  });

  test("has on a day the people of the latest month that has begun", () => {
    const advisers = (day: string): unknown =>
      documents(day).resources.staff?.find((each) => each.id === "plant-adviser")?.headcount;
    expect(advisers("2026-12-31")).toBe(0);
    expect(advisers("2027-03-31")).toBe(4);
    expect(advisers("2027-04-01")).toBe(5);
  });

  test("runs the tactics of the day, has stopped what is stopped by then, and excepts what has not expired", () => {
    const count = (day: string) => {
      const { tactics, approvals } = documents(day);
      return [
        tactics.tactics.length,
        tactics.stopList?.length,
        approvals.exceptions?.map((each) => each.id),
      ];
    };
    const all = acme.documents.tactics?.value.tactics.length ?? 0;
    expect(count("2027-03-31")).toEqual([all, 3, ["few-key-accounts"]]);
    expect(count("2027-04-01")).toEqual([all - 1, 3, ["few-key-accounts"]]);
    expect(count("2026-02-28")).toEqual([0, 1, ["few-key-accounts"]]);
    expect(count("2027-12-31")[2]).toEqual([]);
  });

  test("leaves everything else as it was authored", () => {
    const { plan, content, calendar } = acme.documents;
    expect(on("2027-05-05")).toMatchObject({
      plan: plan.value,
      content: content?.value,
      calendar: calendar?.value,
    });
    expect(Object.keys(on("2027-05-05")).toSorted()).toEqual(
      Object.keys(acme.documents).toSorted(),
    );
  });

  test("says from which day on something else holds, and every day until then is the same", () => {
    const days = ["2027-01-01"];
    for (let next = effectiveOn(acme, "2027-01-01").nextChange; next !== undefined; ) {
      days.push(next);
      next = effectiveOn(acme, next).nextChange;
    }
    expect(days).toContain("2027-04-01");
    expect(days.at(-1)).toBe("2028-01-01");
    for (const [index, day] of days.slice(1).entries()) {
      const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString();
      expect(on(before.slice(0, 10))).toEqual(on(days[index] ?? ""));
    }
  });
});

describe("the documents in which something else holds", () => {
  const plan = planOf(changing([fast, spring].join(", ")));

  test.each([
    ["a dated change of a step", "2027-04-14", "2027-04-15", ["journey"]],
    ["the same on both days", "2027-04-15", "2027-04-16", []],
    ["a period of revenue", "2027-03-31", "2027-04-01", ["targets"]],
  ])("%s", (_title, before, day, documents) => {
    expect(documentsChanging(plan, before, day)).toEqual(documents);
  });

  test("name the plan itself where it begins", () => {
    expect(documentsChanging(plan, "2026-12-31", "2027-01-01")).toContain("plan");
  });

  test("are some on every day from which something else holds", () => {
    const acme = openPlan("plans/acme-2027");
    let before = "2020-01-01";
    for (const day of changeDays(acme)) {
      expect([day, documentsChanging(acme, before, day).length]).not.toEqual([day, 0]);
      before = day;
    }
  });
});

describe("the days from which something else holds", () => {
  test("are the plan's own, its periods', its stop list's and those of its dated changes, each once and in order", () => {
    expect(changeDays(planOf(changing([fast, spring].join(", "))))).toEqual([
      "2026-07-01",
      "2027-01-01",
      "2027-03-01",
      "2027-04-01",
      "2027-04-15",
      "2027-05-01",
      "2027-07-01",
    ]);
  });

  test("are those to which nextChange leads, one after the other", () => {
    const acme = openPlan("plans/acme-2027");
    const led: string[] = [];
    for (let on: string | undefined = "2020-01-01"; on !== undefined; ) {
      on = effectiveOn(acme, on).nextChange;
      if (on !== undefined) led.push(on);
    }
    expect(changeDays(acme)).toEqual(led);
    expect(led.length).toBeGreaterThan(5);
  });
});
