import { describe, expect, test } from "vitest";
import { listedKinds } from "../../../core/check/id/identities.ts";
import { check } from "../../../core/check/index.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { baseDay, basePlan } from "./base-plan.ts";
import { type Change, lineOf, planWith } from "./example.ts";
import { anotherDuty } from "./examples/identity.ts";

/** What the rule alone says of a version beside another one, or beside the base plan. */
function between(comparedWith: readonly Change[], changes: readonly Change[]): string {
  return check(planWith(changes), { asOf: baseDay, base: planWith(comparedWith) })
    .findings.filter(({ rule }) => rule === "id/reused")
    .map(lineOf)
    .join("\n");
}

const goal = { title: "Margin", metric: "contribution-margin", period: "year" };

/** The segment in other words. */
const otherWords: readonly Change[] = [
  ["plan", "segments/smb/title", "Small plants"],
  ["plan", "segments/smb/dimensions/size", "fewer than 50 people"],
];

/** The same steps, each with another conversion. */
const otherRates = basePlan.journey.segments[0]?.transitions.map((each) => ({
  ...each,
  conversion: { value: each.conversion.value / 2, assumed: "A guess" },
}));

const mappedAs = (marketing: string, sales: string): Change => [
  "plan",
  "mapping",
  [{ id: "small", marketing: { size: marketing }, sales: { size: sales } }],
];

describe("an id stands for another thing", () => {
  test("where a duty has another name and promises something else", () => {
    expect(between([], [anotherDuty])).toMatchInlineSnapshot(`
      "sla.json:18:13 error id/reused The id "first-attempt" stood for the duty "Answer those who compare" and now stands for another duty; nothing by which it was known is left: "title" and what it promises.
        Give the new duty an id of its own, for agreements and exceptions follow ids. If it is the old one after all, let both teams say so with an exception from id/reused at sla/duties/first-attempt. [marketing, sales]"
    `);
  });

  test("where a duty is handed to others, and nothing of it stays", () => {
    expect(
      between(
        [],
        [
          ["sla", "duties/first-attempt/title", "Answer by chat"],
          ["sla", "duties/first-attempt/function", "marketing"],
          ["sla", "duties/first-attempt/owner", "marketing-lead"],
          ["sla", "duties/first-attempt/firstAttempt", { value: 5, unit: "minutes" }],
        ],
      ),
    ).toMatchInlineSnapshot(`
      "sla.json:18:13 error id/reused The id "first-attempt" stood for the duty "Answer those who compare" and now stands for another duty; nothing by which it was known is left: "title", "function" (sales before), "owner" (account-manager before) and what it promises.
        Give the new duty an id of its own, for agreements and exceptions follow ids. If it is the old one after all, let both teams say so with an exception from id/reused at sla/duties/first-attempt. [marketing, sales]"
    `);
  });

  test("where another role is paid otherwise", () => {
    expect(
      between(
        [],
        [
          ["compensation", "rolePlans/sales-2027/role", "customer-success"],
          ["compensation", "rolePlans/sales-2027/variableShare", 0.1],
        ],
      ),
    ).toMatchInlineSnapshot(`
      "compensation.json:24:13 error id/reused The id "sales-2027" stood for a pay plan and now stands for another pay plan; nothing by which it was known is left: "role" (account-manager before) and "variableShare" (0.4 before).
        Give the new pay plan an id of its own, for agreements and exceptions follow ids. If it is the old one after all, let both teams say so with an exception from id/reused at compensation/rolePlans/sales-2027. [marketing, sales]"
    `);
  });

  test("where a step leads from elsewhere to elsewhere", () => {
    const steps = "segments/smb/transitions";
    expect(
      between(
        [],
        [
          ["journey", `${steps}/noticing-comparing/from`, "comparing"],
          ["journey", `${steps}/noticing-comparing/to`, "running"],
          ["journey", `${steps}/comparing-running/from`, "noticing"],
          ["journey", `${steps}/comparing-running/to`, "comparing"],
        ],
      ),
    ).toMatchInlineSnapshot(`
      "journey.json:43:17 error id/reused The id "noticing-comparing" stood for a step and now stands for another step; nothing by which it was known is left: "from" (noticing before) and "to" (comparing before).
        Give the new step an id of its own, for agreements and exceptions follow ids. If it is the old one after all, let both teams say so with an exception from id/reused at journey/segments/smb/transitions/noticing-comparing. [marketing, sales]
      journey.json:59:17 error id/reused The id "comparing-running" stood for a step and now stands for another step; nothing by which it was known is left: "from" (comparing before) and "to" (running before).
        Give the new step an id of its own, for agreements and exceptions follow ids. If it is the old one after all, let both teams say so with an exception from id/reused at journey/segments/smb/transitions/comparing-running. [marketing, sales]"
    `);
  });

  test("where an exception is one from something else", () => {
    const exception = (rule: string, subject: string): Change => [
      "approvals",
      "exceptions",
      [
        {
          id: "for-now",
          rule,
          subject,
          reason: "Until the study is in.",
          approvedBy: ["mia", "omar"],
          expires: "2027-03-01",
        },
      ],
    ];
    expect(
      between(
        [exception("goal/incomplete", "plan/goal")],
        [exception("journey/rate-stale", "journey/segments/smb/transitions/running-staying")],
      ),
    ).toMatchInlineSnapshot(`
      "approvals.json:9:13 error id/reused The id "for-now" stood for an exception and now stands for another exception; nothing by which it was known is left: "rule" (goal/incomplete before) and "subject" (plan/goal before).
        Give the new exception an id of its own, for agreements and exceptions follow ids. If it is the old one after all, let both teams say so with an exception from id/reused at approvals/exceptions/for-now. [marketing, sales]"
    `);
  });

  test.each([
    ["its deals", ["targets", "segments/smb/averageDealValue", { new: 90000, renewal: 80000 }]],
    ["its rates", ["journey", "segments/smb/transitions", otherRates]],
  ] as const)("where a segment has other words, and nothing of %s is left", (_what, numbers) => {
    expect(between([], [...otherWords, numbers])).toMatchSnapshot();
  });

  test("where it moved to a list of other things", () => {
    expect(
      between(
        [["plan", "roles/events", { id: "events", title: "Event manager", function: "marketing" }]],
        [
          [
            "plan",
            "mapping",
            [{ id: "events", marketing: { size: "small" }, sales: { size: "under 50" } }],
          ],
        ],
      ),
    ).toMatchInlineSnapshot(`
      "plan.json:29:13 error id/reused The id "events" stood for the role "Event manager" and now stands for a mapping.
        Give the new mapping an id of its own, for agreements and exceptions follow ids. If it is the old one after all, let both teams say so with an exception from id/reused at plan/mapping/events. [marketing, sales]"
    `);
  });
});

describe("an id stands for the same thing", () => {
  test.each<[why: string, changes: readonly Change[], comparedWith?: readonly Change[]]>([
    ["with another title", [["sla", "duties/supply/title", "Bring plants that compare"]]],
    [
      "with another title and number",
      [
        ["plan", "segments/smb/title", "Small plants"],
        ["tactics", "tactics/plant-visits/title", "Visits"],
        ["tactics", "tactics/plant-visits/spend", 30000],
      ],
    ],
    [
      "with one more promise",
      [
        ["sla", "duties/first-attempt/title", "Answer, and say what became of it"],
        ["sla", "duties/first-attempt/disposition", { value: 5, unit: "days" }],
      ],
    ],
    [
      "with a new owner in another function",
      [
        ["sla", "duties/first-attempt/function", "marketing"],
        ["sla", "duties/first-attempt/owner", "marketing-lead"],
      ],
    ],
    [
      "in other words",
      [
        ["journey", "stages/comparing/title", "We compare"],
        ["journey", "stages/comparing/exit", "They ask for an offer"],
      ],
    ],
    ["in other words, a segment with its dimension", otherWords],
    [
      "in other words, and with some numbers changed",
      [
        ...otherWords,
        ["targets", "segments/smb/averageDealValue/new", 12000],
        ["journey", "segments/smb/transitions/comparing-running/conversion/value", 0.3],
      ],
    ],
    [
      "in other words, a part of the market as both call it",
      [mappedAs("fewer than 50", "up to 49")],
      [mappedAs("small", "under 50")],
    ],
    [
      "with its keys in another order",
      [
        ["sla", "duties/first-attempt/firstAttempt", { unit: "businessHours", value: 4 }],
        ["sla", "duties/first-attempt/title", "Call"],
        ["sla", "duties/first-attempt/owner", "marketing-lead"],
        ["sla", "duties/first-attempt/function", "marketing"],
      ],
    ],
    [
      "when a tactic is stopped",
      [
        ["tactics", "tactics/plant-visits", undefined],
        [
          "tactics",
          "stopList/plant-visits",
          { id: "plant-visits", title: "Visits", why: "Nobody came", since: "2027-01" },
        ],
      ],
    ],
    [
      "that is new, and one that is gone",
      [
        ["compensation", "sharedGoals/margin", { id: "margin", ...goal }],
        ["tactics", "tactics/yearly-review", undefined],
      ],
    ],
    [
      "in two lists at once",
      [["plan", "roles/smb", { id: "smb", title: "Sales for small firms", function: "sales" }]],
    ],
  ])("%s", (_why, changes, comparedWith = []) => {
    expect(between(comparedWith, changes)).toBe("");
  });
});

describe("the lists whose ids stand for something", () => {
  /** Every list of items with ids, as a path with `*` for each id on the way. */
  function listsIn(value: unknown, path: readonly string[] = []): readonly string[] {
    if (Array.isArray(value)) {
      const items = value.filter((item: { id?: string }) => item?.id !== undefined);
      const own = items.length > 0 ? [path.join("/")] : [];
      return [...own, ...items.flatMap((item) => listsIn(item, [...path, "*"]))];
    }
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, each]) => listsIn(each, [...path, key]));
  }

  const acme = Object.values(openPlan("plans/acme-2027").documents);
  const there = new Set(
    [...acme.map(({ kind, value }) => [kind, value] as const), ...Object.entries(basePlan)].flatMap(
      ([document, value]) => listsIn(value).map((path) => `${document}/${path}`),
    ),
  );
  const known = new Set(listedKinds.map(({ document, path }) => `${document}/${path}`));

  test("are all of a plan but those of words alone and of other lists' ids", () => {
    expect([...there].filter((path) => !known.has(path)).toSorted()).toMatchInlineSnapshot(`
      [
        "calendar/calendars/*/holidays",
        "compensation/rolePlans/*/components/*/curve/bands",
        "customers/segments",
        "customers/segments/*/buyingGroup/roles",
        "journey/lossReasons",
        "journey/segments",
        "journey/stages/*/questions",
        "lead-definition/grades",
        "plan/glossary",
        "resources/staff",
        "sla/duties/*/escalation",
        "targets/segments",
      ]
    `);
  });

  test("are there", () => {
    expect([...known].filter((path) => !there.has(path)).toSorted()).toMatchInlineSnapshot(`[]`);
  });
});
