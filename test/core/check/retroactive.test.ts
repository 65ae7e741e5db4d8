import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../../core/check/index.ts";
import { effectiveOn } from "../../../core/effective/index.ts";
import type { SoundPlan } from "../../../core/plan/index.ts";
import { basePlan } from "./base-plan.ts";
import { type Change, lineOf, planWith } from "./example.ts";
import { countedLately, effectiveExamples, fasterFrom, inFebruary } from "./examples/effective.ts";

/** What the rule alone says of a version beside another one. */
function between(comparedWith: readonly Change[], changes: readonly Change[], asOf = inFebruary) {
  return check(planWith(changes), { asOf, base: planWith(comparedWith) })
    .findings.filter(({ rule }) => rule === "effective/retroactive")
    .map(lineOf)
    .join("\n");
}

const of = (...changes: readonly Change[]): string => between([], changes);

const step = "segments/smb/transitions/comparing-running";
const promises = "duties/supply/supply/commitments";
const promise = { segment: "smb", prospectsPerMonth: 30, valuePerMonth: 75000 };
const pay = "rolePlans/sales-2027";
const quarters = { "2027-Q1": 90000, "2027-Q2": 90000 };
const target = (amounts: Readonly<Record<string, number>>): Change => [
  "targets",
  "segments/smb/revenue/new",
  amounts,
];

/** The step to the sale under another id, and with these values. */
const renamedStep = (values: object): readonly Change[] => [
  [
    "journey",
    step,
    { ...basePlan.journey.segments[0]?.transitions[1], id: "to-the-plant", ...values },
  ],
  ["tactics", "tactics/plant-visits/transitions", ["to-the-plant"]],
];

describe("for days that are over", () => {
  test("a dated change says from which day it would have held", () => {
    const { fails } = effectiveExamples["effective/retroactive"];
    expect(between(fails.comparedWith, fails.changes)).toMatchInlineSnapshot(`
      "journey.json:74:71 error effective/retroactive The duration of the step "Comparing → Running" in segment "Small firms" had "median" 20 and "p90" 45 on 1 February 2027, and this version gives it "median" 18 and "p90" 40. On 15 February 2027 that is over; what was agreed for it stays.
        Keep what it was, and write what is to hold from now on under "changes" of the step, with "from": "2027-02-15" or later. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at journey/segments/smb/transitions/comparing-running/changes/plant-visits/duration. [sales]"
    `);
  });

  test("a rate and a duration stay as they were", () => {
    expect(
      of(["journey", `${step}/conversion/value`, 0.3], ["journey", `${step}/duration/p90`, 50]),
    ).toMatchInlineSnapshot(`
      "journey.json:63:22 error effective/retroactive The conversion of the step "Comparing → Running" in segment "Small firms" was 0.25 on 1 January 2027, and this version makes it 0.3. On 15 February 2027 that is over; what was agreed for it stays.
        Keep what it was, and write what is to hold from now on under "changes" of the step, with "from": "2027-02-15" or later. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at journey/segments/smb/transitions/comparing-running/conversion/value. [sales]
      journey.json:72:46 error effective/retroactive The duration of the step "Comparing → Running" in segment "Small firms" had "p90" 45 on 1 January 2027, and this version gives it "p90" 50. On 15 February 2027 that is over; what was agreed for it stays.
        Keep what it was, and write what is to hold from now on under "changes" of the step, with "from": "2027-02-15" or later. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at journey/segments/smb/transitions/comparing-running/duration/p90. [sales]"
    `);
  });

  test("an agreed change is kept, and so is its day", () => {
    expect(between([fasterFrom("2027-02-01")], [])).toMatchInlineSnapshot(`
      "journey.json:72:23 error effective/retroactive The duration of the step "Comparing → Running" in segment "Small firms" had "median" 18 and "p90" 40 on 1 February 2027, and this version gives it "median" 20 and "p90" 45. On 15 February 2027 that is over; what was agreed for it stays.
        Keep what it was, and write what is to hold from now on under "changes" of the step, with "from": "2027-02-15" or later. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at journey/segments/smb/transitions/comparing-running/duration. [sales]"
    `);
    expect(between([fasterFrom("2027-02-01")], [fasterFrom("2027-01-20")])).toMatchInlineSnapshot(`
      "journey.json:74:71 error effective/retroactive The duration of the step "Comparing → Running" in segment "Small firms" had "median" 20 and "p90" 45 on 20 January 2027, and this version gives it "median" 18 and "p90" 40. On 15 February 2027 that is over; what was agreed for it stays.
        Keep what it was, and write what is to hold from now on under "changes" of the step, with "from": "2027-02-15" or later. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at journey/segments/smb/transitions/comparing-running/changes/plant-visits/duration. [sales]"
    `);
  });

  test("a promise stays, by its numbers", () => {
    expect(
      of(
        ["sla", `${promises}/smb-2027/prospectsPerMonth`, 40],
        ["sla", `${promises}/smb-2027/valuePerMonth`, 100000],
      ),
    ).toMatchInlineSnapshot(`
      "sla.json:13:11 error effective/retroactive The promise of the duty "Bring those who compare" for segment "Small firms" had "prospectsPerMonth" 30 and "valuePerMonth" 75,000 on 1 January 2027, and this version gives it "prospectsPerMonth" 40 and "valuePerMonth" 100,000. On 15 February 2027 that is over; what was agreed for it stays.
        Keep what was promised and let it end ("until": "2027-03"), and add what is promised from then on ("from": "2027-03"). If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at sla/duties/supply/supply/commitments/smb-2027. [marketing]"
    `);
  });

  test("a target stays, also where the quarter it lies in is not over", () => {
    expect(
      between([target(quarters)], [target({ ...quarters, "2027-Q1": 99000 })]),
    ).toMatchInlineSnapshot(`
      "targets.json:7:40 error effective/retroactive The target for new business in segment "Small firms" was EUR 31,000 for January 2027, and this version makes it EUR 34,100. On 15 February 2027 that is over; what was agreed for it stays.
        Keep the amounts of months that are over. Within a quarter that has begun, give each month its own amount and change those from "2027-03" on. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at targets/segments/smb/revenue/new/2027-Q1. [marketing, sales]"
    `);
  });

  test("pay stays, and its amount is not told", () => {
    expect(
      between(
        [["compensation", `${pay}/payAtTarget`, 80000]],
        [
          ["compensation", `${pay}/payAtTarget`, 90000],
          ["compensation", `${pay}/variableShare`, 0.5],
        ],
      ),
    ).toMatchInlineSnapshot(`
      "compensation.json:23:5 error effective/retroactive The pay plan of "Account manager" had "variableShare" 0.4 and one amount as "payAtTarget" on 1 January 2027, and this version gives it "variableShare" 0.5 and another amount as "payAtTarget". On 15 February 2027 that is over; what was agreed for it stays.
        Keep the pay plan as it was and let it end ("until": "2027-03"), and add another one for the time from then on ("from": "2027-03"). If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at compensation/rolePlans/sales-2027. [sales]"
    `);
    expect(
      of(["compensation", `${pay}/components/margin/metric`, "new-customers"]),
    ).toMatchInlineSnapshot(`
      "compensation.json:35:37 error effective/retroactive The pay plan of "Account manager" had "components/margin/metric" contribution-margin on 1 January 2027, and this version gives it "components/margin/metric" new-customers. On 15 February 2027 that is over; what was agreed for it stays.
        Keep the pay plan as it was and let it end ("until": "2027-03"), and add another one for the time from then on ("from": "2027-03"). If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at compensation/rolePlans/sales-2027/components/margin/metric. [sales]"
    `);
  });

  test("a step that is given another id keeps its past", () => {
    expect(between([fasterFrom("2027-02-01")], renamedStep({}))).toMatchInlineSnapshot(`
      "journey.json:72:23 error effective/retroactive The duration of the step "Comparing → Running" in segment "Small firms" had "median" 18 and "p90" 40 on 1 February 2027, and this version gives it "median" 20 and "p90" 45. On 15 February 2027 that is over; what was agreed for it stays.
        Keep what it was, and write what is to hold from now on under "changes" of the step, with "from": "2027-02-15" or later. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at journey/segments/smb/transitions/to-the-plant/duration. [sales]"
    `);
  });

  test("a step whose stage was given another id is missed where its numbers are others", () => {
    const stage: readonly Change[] = [
      ["journey", "stages/running", { ...basePlan.journey.stages[2], id: "producing" }],
      ["journey", "segments/smb/transitions/running-staying/from", "producing"],
    ];
    expect(of(...stage, ...renamedStep({ to: "producing" }))).toBe("");
    const guess = { to: "producing", conversion: { value: 0.3, assumed: "A guess" } };
    expect(of(...stage, ...renamedStep(guess))).toMatchInlineSnapshot(`
      "journey.json:41:22 error effective/retroactive The step "Comparing → Running" in segment "Small firms" had conversion 0.25, duration median 20, p90 45 on 1 January 2027, and this version has nothing in its place. On 15 February 2027 that is over; what was agreed for it stays.
        Keep the step from "comparing" to "running" as it was for those days; under another id, or between stages that were given other ids, it is the same step while its numbers are the same. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at journey/segments/smb/transitions. [sales]"
    `);
  });

  test("days off stay with a calendar that is given another id", () => {
    const epiphany = [{ id: "epiphany", date: "2027-01-06" }];
    const [office] = basePlan.calendar.calendars;
    const renamed = (holidays: readonly object[]): readonly Change[] => [
      ["calendar", "calendars/office", { ...office, id: "works", holidays }],
    ];
    const before: readonly Change[] = [["calendar", "calendars/office/holidays", epiphany]];
    expect(between(before, renamed(epiphany))).toBe("");
    expect(between(before, renamed([]))).toMatchInlineSnapshot(`
      "calendar.json:3:16 error effective/retroactive A day of the calendar "Office hours" was a day off on 6 January 2027, and this version makes it a working day. On 15 February 2027 that is over; what was agreed for it stays.
        Keep days off that are over, and add new ones from "2027-02-15" on. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at calendar/calendars. [marketing, sales]"
    `);
  });

  test("heads, days off and the work of a tactic stay", () => {
    const staff = (headcount: Readonly<Record<string, number>>): Change => [
      "resources",
      "staff",
      [{ id: "account-manager", headcount, hoursPerMonth: 100 }],
    ];
    expect(
      between(
        [staff({ "2027-01": 3 })],
        [
          staff({ "2027-01": 3, "2027-02": 4 }),
          ["calendar", "calendars/office/holidays", [{ id: "epiphany", date: "2027-01-06" }]],
          ["tactics", "tactics/plant-visits", undefined],
          ["tactics", "tactics/yearly-review/from", "2027-02"],
        ],
      ),
    ).toMatchInlineSnapshot(`
      "calendar.json:16:9 error effective/retroactive A day of the calendar "Office hours" was a working day on 6 January 2027, and this version makes it a day off. On 15 February 2027 that is over; what was agreed for it stays.
        Keep days off that are over, and add new ones from "2027-02-15" on. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at calendar/calendars/office/holidays/epiphany. [marketing, sales]
      resources.json:4:72 error effective/retroactive The number of people in the role "Account manager" was 3 on 1 February 2027, and this version makes it 4. On 15 February 2027 that is over; what was agreed for it stays.
        Keep the number, and write the new one for "2027-03" or later. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at resources/staff/account-manager/headcount/2027-02. [sales]
      tactics.json:4:14 error effective/retroactive The tactic "Visit a reference plant" was at work on 1 January 2027, and this version makes it nothing. On 15 February 2027 that is over; what was agreed for it stays.
        A tactic that ends says so with "until": "2027-03" or later, and a new one begins with "from": "2027-03" or later. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at tactics/tactics. [sales, marketing]
      tactics.json:17:5 error effective/retroactive The tactic "Yearly review with the plant manager" was at work on 1 January 2027, and this version makes it nothing. On 15 February 2027 that is over; what was agreed for it stays.
        A tactic that ends says so with "until": "2027-03" or later, and a new one begins with "from": "2027-03" or later. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at tactics/tactics/yearly-review. [success]"
    `);
  });

  test("the plan begins when it began", () => {
    const later: readonly Change[] = [
      ["plan", "start", "2027-02"],
      target({ "2027-02": 0, "2027-03": 0, "2027-Q2": 180000, "2027-07": 0 }),
    ];
    expect(of(...later)).toMatchInlineSnapshot(`
      "plan.json:5:12 error effective/retroactive The plan began 1 January 2027, and this version says 1 February 2027. On 15 February 2027 the days between are over; what was agreed for them stays.
        Keep "start" and make another plan for another time. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at plan/start. [marketing, sales]"
    `);
  });
});

describe("nothing is retroactive", () => {
  test.each<[why: string, changes: readonly Change[], comparedWith?: readonly Change[]]>([
    ["that begins today", [fasterFrom(inFebruary)]],
    [
      "that is planned for later and planned anew",
      [fasterFrom("2027-04-01")],
      [fasterFrom("2027-03-01")],
    ],
    ["that was counted again and came out the same", [countedLately]],
    [
      "that is said in other words",
      [
        ["plan", "title", "Growth"],
        ["journey", `${step}/note`, "New"],
      ],
    ],
    [
      "that has no dates",
      [
        ["sla", "duties/first-attempt/firstAttempt/value", 2],
        ["lead-definition", "threshold", 55],
        ["calendar", "calendars/office/week/friday", undefined],
      ],
    ],
    [
      "where a promise ends and another one follows",
      [
        ["sla", `${promises}/smb-2027/until`, "2027-03"],
        [
          "sla",
          `${promises}/spring`,
          { ...promise, id: "spring", from: "2027-03", prospectsPerMonth: 40 },
        ],
      ],
    ],
    [
      "where a promise is cut in two that promise the same",
      [
        ["sla", `${promises}/smb-2027`, undefined],
        ["sla", `${promises}/first`, { ...promise, id: "first", until: "2027-02" }],
        ["sla", `${promises}/second`, { ...promise, id: "second", from: "2027-02" }],
      ],
    ],
    [
      "where a quarter is given month by month as it was",
      [target({ "2027-01": 31000, "2027-02": 28000, "2027-03": 31000, "2027-Q2": 90000 })],
      [target(quarters)],
    ],
    [
      "where months to come are given other amounts",
      [target({ "2027-01": 31000, "2027-02": 20000, "2027-03": 39000, "2027-Q2": 90000 })],
      [target(quarters)],
    ],
    [
      "where a proposal becomes a test",
      [["tactics", "tactics/plant-visits/state", "testing"]],
      [["tactics", "tactics/plant-visits/state", "proposed"]],
    ],
    ["where a tactic is retired", [["tactics", "tactics/plant-visits/state", "retired"]]],
  ])("%s", (_why, changes, comparedWith = []) => {
    expect(between(comparedWith, changes)).toBe("");
  });

  test("before the plan begins", () => {
    const changes: readonly Change[] = [["journey", `${step}/conversion/value`, 0.3]];
    expect(between([], changes, "2027-01-01")).toBe("");
    expect(between([], changes, "2027-01-02")).not.toBe("");
  });
});

describe("where a total is split, the sum of each quarter that is over", () => {
  const inMay = "2027-05-15";
  const total: Change = ["targets", "segments/smb/revenue", { total: quarters }];
  const split = (expansion: number): readonly Change[] => [
    ["targets", "segments/smb/averageDealValue/expansion", 1000],
    [
      "targets",
      "segments/smb/revenue",
      {
        new: { "2027-Q1": 60000, "2027-Q2": 90000 },
        expansion: { "2027-Q1": expansion, "2027-Q2": 0 },
        renewal: 0,
      },
    ],
  ];

  test("may stay as it was", () => {
    expect(between([total], split(30000), inMay)).toBe("");
  });

  test("may not be another", () => {
    expect(between([total], split(20000), inMay)).toMatchInlineSnapshot(`
      "targets.json:7:18 error effective/retroactive The target in total in segment "Small firms" was EUR 90,000 for 2027-Q1, and this version makes it EUR 80,000. On 15 May 2027 that is over; what was agreed for it stays.
        Keep the amounts of months that are over. Within a quarter that has begun, give each month its own amount and change those from "2027-06" on. If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at targets/segments/smb/revenue. [marketing, sales]"
    `);
  });
});

describe("for any two versions with dated values", () => {
  const days = Array.from({ length: 45 }, (_, index) =>
    new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10),
  );
  const day = fc.constantFrom("2027-01-01", "2027-01-20", "2027-02-14", "2027-02-15", "2027-04-01");
  const month = fc.constantFrom("2027-01", "2027-02", "2027-03", "2027-05");
  const few = fc.integer({ min: 1, max: 2 });
  /** A value per id, with its first day or month. */
  const dated = <Item>(from: fc.Arbitrary<string>, item: fc.Arbitrary<Item>) =>
    fc.uniqueArray(fc.record({ from, item }), { selector: (each) => each.from, maxLength: 3 });
  const version = fc.record({
    changes: dated(day, fc.record({ duration: fc.record({ fixed: few }) })),
    staff: dated(month, few),
    promises: dated(month, few),
    pay: dated(month, few),
  });

  const kept = fc.subarray(["changes", "staff", "promises", "pay"] as const, { minLength: 2 });
  type Version = typeof version extends fc.Arbitrary<infer Value> ? Value : never;

  /** The base plan with these values; promises and pay follow one another. */
  function planOf({ changes, staff, promises: promised, pay: paid }: Version) {
    const inRow = <Item>(all: readonly { readonly from: string; readonly item: Item }[]) =>
      all
        .toSorted((a, b) => (a.from < b.from ? -1 : 1))
        .map(({ from, item }, index, sorted) => {
          const until = sorted[index + 1]?.from;
          return { id: `from-${from}`, from, ...(until === undefined ? {} : { until }), item };
        });
    const [rolePlan] = basePlan.compensation.rolePlans;
    const others = basePlan.compensation.rolePlans.slice(1);
    return planWith([
      [
        "journey",
        `${step}/changes`,
        changes.map(({ from, item }) => ({ id: `on-${from}`, from, ...item })),
      ],
      [
        "resources",
        "staff",
        [
          {
            id: "account-manager",
            headcount: {
              "2027-06": 9,
              ...Object.fromEntries(staff.map((each) => [each.from, each.item])),
            },
            hoursPerMonth: 100,
          },
        ],
      ],
      [
        "sla",
        promises,
        [
          { ...promise, id: "last", from: "2027-06" },
          ...inRow(promised).map(({ item, ...span }) => ({
            ...promise,
            ...span,
            until: span.until ?? "2027-06",
            prospectsPerMonth: item,
          })),
        ],
      ],
      [
        "compensation",
        "rolePlans",
        [
          ...others,
          ...inRow(paid).map(({ item, ...span }) => ({
            ...rolePlan,
            ...span,
            variableShare: item / 10,
          })),
        ],
      ],
    ]);
  }

  const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

  /** What holds on a day, without ids and dates. */
  function heldOn(plan: SoundPlan, on: string): unknown {
    const { journey, sla, compensation, resources } = effectiveOn(plan, on).documents;
    return JSON.parse(
      JSON.stringify([journey, sla, compensation, resources], (key, value: unknown) =>
        ["id", "from", "until"].includes(key) &&
        typeof value === "string" &&
        /2027|on-|last/.test(value)
          ? undefined
          : value,
      ),
    );
  }

  test("something is said exactly when a day that is over would have held something else", () => {
    const said = { retroactive: 0, fine: 0 };
    fc.assert(
      fc.property(version, version, kept, (before, other, keys) => {
        const same = Object.fromEntries(keys.map((key) => [key, before[key]]));
        const [base, head] = [planOf(before), planOf({ ...other, ...same })];
        const found = check(head, { asOf: inFebruary, base }).findings.filter(
          ({ rule }) => rule === "effective/retroactive",
        );
        const first = days.find((on) => !isDeepStrictEqual(heldOn(base, on), heldOn(head, on)));
        said[first === undefined ? "fine" : "retroactive"] += 1;
        const [earliest] = found.map(({ data }) => data["actual"] ?? "").toSorted(inOrder);
        expect(earliest).toBe(first);
      }),
    );
    expect(Math.min(...Object.values(said))).toBeGreaterThan(0);
  });
});

test("both teams can agree to a correction", () => {
  const correction: readonly Change[] = [
    countedLately,
    fasterFrom("2027-02-01"),
    [
      "approvals",
      "exceptions",
      [
        {
          id: "visits-began-earlier",
          rule: "effective/retroactive",
          subject: `journey/${step}/changes/plant-visits/duration`,
          reason: "The visits had begun on 1 February; it was written down two weeks late.",
          approvedBy: ["mia", "omar"],
          expires: "2027-03-01",
        },
      ],
    ],
  ];
  const answer = check(planWith(correction), {
    asOf: inFebruary,
    base: planWith([countedLately]),
  });
  expect(answer.findings).toEqual([]);
  expect(answer.silenced).toHaveLength(1);
});
