import { describe, expect, test } from "vitest";
import { basePlan } from "./base-plan.ts";
import { type Change, findingsOf, said, saidOf } from "./example.ts";
import { sellers, slaExamples } from "./examples/sla.ts";

describe("sla/volume-short", () => {
  test("says how many are short by when, and what a month would need", () => {
    expect(saidOf(slaExamples["sla/volume-short"].fails)).toMatchInlineSnapshot(`
      "sla.json:13:70 error sla/volume-short Segment "Small firms" needs 95 prospects in the stage "Comparing" by the end of June 2027; 90 are promised: 5 short, for the first time in June 2027. That is 15.8 a month needed, 15 a month promised.
        Promise 16 a month in every period of the commitment, from the plan's start on, and write 40000 as "valuePerMonth", or lower the target that asks for them. [marketing, sales]
        targets.json:7:27 the target that drives the number"
    `);
  });
  test("says why the average would not do where the first months need more", () => {
    expect(
      said(
        ["targets", "segments/smb/revenue/new", { "2027-Q1": 90000, "2027-Q2": 90000 }],
        ["sla", "duties/supply/supply/commitments/smb-2027/prospectsPerMonth", 10],
        ["sla", "duties/supply/supply/commitments/smb-2027/valuePerMonth", 25000],
      ),
    ).toMatchInlineSnapshot(`
      "sla.json:13:70 error sla/volume-short Segment "Small firms" needs 82 prospects in the stage "Comparing" by the end of June 2027; 60 are promised: 22 short, for the first time in January 2027. That is 13.7 a month needed, 10 a month promised.
        Promise 16 a month in every period of the commitment, from the plan's start on, and write 40000 as "valuePerMonth", or lower the target that asks for them. It is 16 because the first months need more than the average: 46 by the end of March 2027. [marketing, sales]
        targets.json:7:27 the target that drives the number
      targets.json:7:27 warning funnel/unreachable Segment "Small firms" cannot reach its target in January to March 2027: at worst 2.47 deals (about EUR 24,700) are missing from the running total at the end of January 2027. Even 1.5 times the natural inflow (about 30 new prospects a month), the most that was agreed, is not enough. From April 2027 on the running total is reached again.
        Agree less for January to March 2027: move 2.47 deals of the target to April 2027 or later, or agree to push harder: "recovery" in targets.json is 1.5 times the natural inflow (about 30 new prospects a month). [marketing, sales]"
    `);
  });
  test("counts what sales promises for the same stage", () => {
    expect(
      said(
        ["sla", "duties/supply/supply/commitments/smb-2027/prospectsPerMonth", 10],
        ["sla", "duties/supply/supply/commitments/smb-2027/valuePerMonth", 25000],
        [
          "sla",
          "duties/first-attempt/supply",
          {
            stage: "comparing",
            commitments: [
              { id: "own", segment: "smb", prospectsPerMonth: 6, valuePerMonth: 15000 },
            ],
          },
        ],
      ),
    ).toMatchInlineSnapshot(`""`);
  });
  test("speaks of a segment that nothing is promised for", () => {
    expect(
      said(
        ["plan", "segments/large", { id: "large", title: "Large firms" }],
        [
          "journey",
          "segments/large",
          { ...structuredClone(basePlan.journey.segments[0]), id: "large" },
        ],
        [
          "targets",
          "segments/large",
          { ...structuredClone(basePlan.targets.segments[0]), id: "large" },
        ],
        ["plan", "goal/revenue/target", 360000],
        ["tactics", "tactics/stoppage-guide/prospectsPerMonth", 200],
      ),
    ).toMatchInlineSnapshot(`
      "sla.json:12:24 error sla/volume-short Segment "Large firms" needs 95 prospects in the stage "Comparing" by the end of June 2027; nothing is promised: 95 short, for the first time in January 2027. That is 15.8 a month needed, 0 a month promised.
        Promise 16 a month in every period of the commitment, from the plan's start on, or lower the target that asks for them. [marketing, sales]
        targets.json:12:27 the target that drives the number"
    `);
  });
  test("says nothing where marketing promises no numbers", () => {
    expect(
      said(
        ["sla", "duties/supply/supply", undefined],
        ["sla", "duties/supply/quality", { accepted: 0.7 }],
      ),
    ).toMatchInlineSnapshot(`""`);
  });
});

describe("what the rules about a promise propose agrees", () => {
  const promises = "duties/supply/supply/commitments";
  const promise = `${promises}/smb-2027`;

  /** The promise and its value that the way out of a rule says. */
  const proposed = (rule: string, changes: readonly Change[]): readonly string[] =>
    findingsOf({ changes })
      .filter((each) => each.rule === rule)
      .map(({ help }) => {
        const count = /Promise (?:at least )?([\d,]+) a month/.exec(help)?.[1];
        const value = /write (\d+) as "valuePerMonth"/.exec(help)?.[1];
        return `${count} worth ${value}`;
      });

  test("too few, and the value of another number: both say what the target needs, and doing so leaves nothing to say", () => {
    const short: readonly Change[] = [
      ["sla", `${promise}/prospectsPerMonth`, 10],
      ["sla", `${promise}/valuePerMonth`, 60000],
    ];
    expect(proposed("sla/volume-short", short)).toEqual(["16 worth 40000"]);
    expect(proposed("sla/value-differs", short)).toEqual(["16 worth 40000"]);
    expect(
      said(["sla", `${promise}/prospectsPerMonth`, 16], ["sla", `${promise}/valuePerMonth`, 40000]),
    ).toBe("");
  });
  test("a period that promises more keeps what it promises", () => {
    const period = { segment: "smb", valuePerMonth: 90000 };
    const changes: readonly Change[] = [
      ["sla", promise, undefined],
      [
        "sla",
        `${promises}/quarter-1`,
        { ...period, id: "quarter-1", until: "2027-04", prospectsPerMonth: 4 },
      ],
      [
        "sla",
        `${promises}/quarter-2`,
        { ...period, id: "quarter-2", from: "2027-04", prospectsPerMonth: 20 },
      ],
    ];
    expect(said(...changes)).toMatchInlineSnapshot(`
      "sla.json:15:30 warning sla/value-differs The duty "Bring those who compare", segment "Small firms", January to March 2027: 4 prospects a month at 25 % and EUR 10,000 a deal are worth EUR 10,000; EUR 90,000 is promised.
        Promise 16 a month, which the target needs, and write 40000 as "valuePerMonth" (10000 only where a lower target makes 4 enough); or mend the rates in journey.json or the deal value in targets.json. [marketing]
        targets.json:6:36 what a deal brings
      sla.json:18:34 error sla/volume-short Segment "Small firms" needs 95 prospects in the stage "Comparing" by the end of June 2027; 72 are promised: 23 short, for the first time in March 2027. That is 15.8 a month needed, 12 a month promised.
        Promise at least 16 a month in every period of the commitment, from the plan's start on, and write 40000 for January to March 2027 and 50000 for April to June 2027 as "valuePerMonth", or lower the target that asks for them. [marketing, sales]
        targets.json:7:27 the target that drives the number
      sla.json:22:30 warning sla/value-differs The duty "Bring those who compare", segment "Small firms", April to June 2027: 20 prospects a month at 25 % and EUR 10,000 a deal are worth EUR 50,000; EUR 90,000 is promised.
        Write 50000 as "valuePerMonth" for 20 a month, or mend the number that is wrong: how many, the rates in journey.json, or the deal value in targets.json. [marketing]
        targets.json:6:36 what a deal brings"
    `);
  });
  test("who promises beside another is not told a number that only both can agree on", () => {
    const more = { id: "more", segment: "smb", prospectsPerMonth: 2, valuePerMonth: 5000 };
    expect(
      said(
        ["sla", `${promise}/prospectsPerMonth`, 10],
        ["sla", `${promise}/valuePerMonth`, 60000],
        ["sla", `${promises}/more`, more],
      ),
    ).toMatchInlineSnapshot(`
      "sla.json:13:70 error sla/volume-short Segment "Small firms" needs 95 prospects in the stage "Comparing" by the end of June 2027; 72 are promised: 23 short, for the first time in May 2027. That is 15.8 a month needed, 12 a month promised.
        Promise 16 a month in every period of the commitment, from the plan's start on, or lower the target that asks for them. [marketing, sales]
        targets.json:7:27 the target that drives the number
      sla.json:13:91 warning sla/value-differs The duty "Bring those who compare", segment "Small firms": 10 prospects a month at 25 % and EUR 10,000 a deal are worth EUR 25,000; EUR 60,000 is promised.
        The target needs more than is promised here: agree on who promises how many a month, and write 2500 for each of them as "valuePerMonth"; or mend the rates in journey.json or the deal value in targets.json. [marketing]
        targets.json:6:36 what a deal brings
      sla.json:14:11 error effective/overlap The duty "Bring those who compare" for segment "Small firms" promises two numbers for January to June 2027: "smb-2027" and "more".
        Let the first end ("until") in the month in which the second begins ("from"). [marketing]
        sla.json:13:11 the other number"
    `);
  });
  test("a value that is missing is worked out for the number that the target needs", () => {
    expect(
      said(
        ["sla", `${promise}/prospectsPerMonth`, 10],
        ["sla", `${promise}/valuePerMonth`, undefined],
      ),
    ).toContain(
      "by this plan 16 × 25 % who buy × EUR 10,000 a deal is about EUR 40,000, for the 16 a month that the target needs.",
    );
  });
});

describe("sla/one-sided", () => {
  test("asks for a counter-duty", () => {
    expect(saidOf(slaExamples["sla/one-sided"].fails)).toMatchInlineSnapshot(`
      "sla.json:17:5 error sla/one-sided The duty "Answer those who compare" of sales has no counter-duty: nobody owes anything in return.
        Name in "counterDuty" what another function owes in return, for example "supply". [sales, marketing]"
    `);
  });
  test("wants it to be owed by another function", () => {
    expect(
      said(["sla", "duties/first-attempt/counterDuty", "first-attempt"]),
    ).toMatchInlineSnapshot(`
      "sla.json:22:22 error sla/one-sided The duty "Answer those who compare" of sales is answered by itself, which sales owes too.
        Name in "counterDuty" what another function owes in return, for example "supply". [sales, marketing]"
    `);
  });
  test("says that one side owes everything", () => {
    expect(
      said(
        ["sla", "duties/supply", undefined],
        ["sla", "duties/first-attempt/counterDuty", undefined],
      ),
    ).toMatchInlineSnapshot(`
      "sla.json:3:13 error sla/one-sided All duties are owed by sales; nobody owes anything in return.
        Add what the other side owes, for example how many prospects marketing brings, and name it as "counterDuty". [marketing, sales]"
    `);
  });
});

describe("sla/value-differs", () => {
  const promise = "duties/supply/supply/commitments/smb-2027";
  const step = "segments/smb/transitions/comparing-running";

  test("shows its working, and what to write", () => {
    expect(saidOf(slaExamples["sla/value-differs"].fails)).toMatchInlineSnapshot(`
      "sla.json:13:91 warning sla/value-differs The duty "Bring those who compare", segment "Small firms": 30 prospects a month at 25 % and EUR 10,000 a deal are worth EUR 75,000; EUR 60,000 is promised.
        Write 75000 as "valuePerMonth" for 30 a month, or mend the number that is wrong: how many, the rates in journey.json, or the deal value in targets.json. [marketing]
        targets.json:6:36 what a deal brings"
    `);
  });
  test.each([67499, 82501])("EUR %d is not EUR 75,000", (value) => {
    expect(said(["sla", `${promise}/valuePerMonth`, value])).toContain(
      "30 prospects a month at 25 % and EUR 10,000 a deal are worth EUR 75,000",
    );
  });
  test.each([67500, 82500])("EUR %d is EUR 75,000, within one part in ten", (value) => {
    expect(said(["sla", `${promise}/valuePerMonth`, value])).toBe("");
  });
  test("counts those who leave and come back", () => {
    // P = 0.25 + 0.75 × 0.8 × 0.4 × P, so P = 0.25 / 0.76.
    expect(
      said(["journey", `${step}/recycle`, { share: 0.8, to: "noticing", duration: { fixed: 9 } }]),
    ).toContain("30 prospects a month at 32.9 % and EUR 10,000 a deal are worth EUR 98,684;");
  });
  test("takes the rate of the months that the promise is for", () => {
    const rate = { value: 0.5, assumed: "The trial opens." };
    const changes = [{ id: "trial", from: "2027-04-01", conversion: rate }];
    expect(
      said(
        ["journey", `${step}/changes`, changes],
        [
          "sla",
          promise,
          {
            id: "smb-2027",
            segment: "smb",
            from: "2027-04",
            prospectsPerMonth: 99,
            valuePerMonth: 75000,
          },
        ],
      ),
    ).toContain("99 prospects a month at 50 % and EUR 10,000 a deal are worth EUR 495,000;");
    expect(said(["journey", `${step}/changes`, changes])).toContain("at 37.5 % and");
  });
  test("does not judge the best of them by the rate of all", () => {
    expect(
      said(
        ["lead-definition", "grades", [{ id: "a", title: "A", atLeast: 60, value: 5000 }]],
        ["sla", `${promise}/grade`, "a"],
        ["sla", `${promise}/valuePerMonth`, 150000],
      ),
    ).toBe("");
  });
});

describe("sla/vanity-unit", () => {
  test("works out the value by the plan's own numbers", () => {
    expect(saidOf(slaExamples["sla/vanity-unit"].fails)).toMatchInlineSnapshot(`
      "sla.json:13:70 error sla/vanity-unit The duty "Bring those who compare" promises 30 prospects a month and not what they are worth, so the easiest ones count as much as the best.
        Add "valuePerMonth"; by this plan 30 × 25 % who buy × EUR 10,000 a deal is about EUR 75,000. [marketing]"
    `);
  });
  test("cannot work it out after the sale", () => {
    expect(
      said([
        "sla",
        "duties/first-attempt/supply",
        { stage: "staying", commitments: [{ id: "own", segment: "smb", prospectsPerMonth: 6 }] },
      ]),
    ).toMatchInlineSnapshot(`
      "sla.json:27:65 error sla/vanity-unit The duty "Answer those who compare" promises 6 prospects a month and not what they are worth, so the easiest ones count as much as the best.
        Add "valuePerMonth": how many, times the share that will buy, times what a deal brings. [sales]"
    `);
  });
});

describe("sla/late-before-due", () => {
  const promised = (firstAttempt: unknown, value: number, unit: string): string =>
    said(
      ["sla", "duties/first-attempt/firstAttempt", firstAttempt],
      ["sla", "duties/first-attempt/followUp", { attempts: 6, within: { value, unit } }],
    );

  test("says both times", () => {
    expect(saidOf(slaExamples["sla/late-before-due"].fails)).toMatchInlineSnapshot(`
      "sla.json:23:23 warning sla/late-before-due The duty "Answer those who compare" allows 14 days for the first attempt, and 10 days for all of them: it would be given up before the first is due.
        Allow less for the first attempt, for example 5 days, or more for following up. [sales]
        sla.json:24:46 the time for following up"
    `);
  });
  test("looks at every grade, and counts hours as parts of days", () => {
    const grades = { a: { value: 20, unit: "minutes" }, b: { value: 49, unit: "hours" } };
    expect(promised(grades, 2, "days")).toContain("allows 49 hours for the first attempt of grade");
    expect(promised(grades, 3, "days")).toBe("");
  });
  test.each([
    [{ value: 5, unit: "businessDays" }, 4, "businessDays", "5 business days"],
    [{ value: 1, unit: "businessHours" }, 0.5, "businessHours", "1 business hour "],
  ])("%j is longer than %d %s", (firstAttempt, value, unit, says) => {
    expect(promised(firstAttempt, value, unit)).toContain(`allows ${says.trim()} for`);
  });
  test("does not compare working time with the calendar's", () => {
    expect(promised({ value: 8, unit: "businessHours" }, 1, "days")).toBe("");
    expect(promised({ value: 9, unit: "businessHours" }, 1, "businessDays")).toBe("");
  });
});

describe("sla/over-capacity", () => {
  const people = (headcount: Readonly<Record<string, number>>, more: object = {}): Change => [
    "resources",
    "",
    sellers(headcount, more),
  ];

  test("says the worst month, what is missing, and whom to have by when", () => {
    expect(saidOf(slaExamples["sla/over-capacity"].fails)).toMatchInlineSnapshot(`
      "resources.json:4:45 warning sla/over-capacity "Account manager" needs 76 hours in May 2027 and has 50: 26 are missing, and about 35 % of the work cannot be done in time. Hours are missing in March and April 2027 and June 2027 too.
        Have 1 more at work by 1 March 2027 ("headcount"). Or agree on fewer hours for its activities and attempts, or on a lower target for these months. [sales]"
    `);
  });
  test("says when it is too late, and what can still be helped", () => {
    const slow = { ramp: [0.5], monthsToHire: 3 };
    expect(said(people({ "2027-01": 1 }, slow))).toMatchInlineSnapshot(`
      "resources.json:6:20 warning sla/over-capacity "Account manager" needs 76 hours in May 2027 and has 50: 26 are missing, and about 35 % of the work cannot be done in time. Hours are missing in March and April 2027 and June 2027 too.
        Have 1 more at work by 1 March 2027 (decided on by 1 December 2026) ("headcount"). Whoever is hired now is too late for March 2027, by 1 month. Or agree on fewer hours for its activities and attempts, or on a lower target for these months. [sales]"
    `);
  });
  test("says only what is left where nobody can be hired in time", () => {
    expect(said(people({ "2027-01": 1 }, { monthsToHire: 24 }))).toMatchInlineSnapshot(`
      "resources.json:6:20 warning sla/over-capacity "Account manager" needs 76 hours in May 2027 and has 50: 26 are missing, and about 35 % of the work cannot be done in time. Hours are missing in March and April 2027 and June 2027 too.
        Whoever is hired now is too late for March to June 2027, by 21 months at most. Agree on fewer hours for its activities and attempts, or on a lower target for these months. [sales]"
    `);
    expect(said(people({ "2027-01": 1 }, { hoursPerMonth: 0 }))).toMatchInlineSnapshot(`
      "resources.json:4:45 warning sla/over-capacity "Account manager" needs 76 hours in May 2027 and has 0: 76 are missing, and none of the work can be done. Hours are missing in January to April 2027 and June 2027 too.
        Agree on fewer hours for its activities and attempts, or on a lower target for these months. [sales]"
    `);
  });
  test("says what active deals take", () => {
    expect(said(people({ "2027-01": 2 }, { hoursPerActiveDeal: 3 }))).toContain(
      "because active deals take",
    );
  });
  test("counts on people whom the plan adds in time", () => {
    expect(said(people({ "2027-01": 1, "2027-03": 2 }))).toBe("");
  });
  test("speaks to both teams where the role is above the functions", () => {
    const changes: readonly Change[] = [
      people({ "2027-01": 1 }),
      ["resources", "staff/account-manager/id", "revenue-operations"],
      ["resources", "activities/visit/role", "revenue-operations"],
    ];
    expect(findingsOf({ changes })).toMatchObject([
      { rule: "sla/over-capacity", teams: ["marketing", "sales"] },
    ]);
  });
  test("says nothing where nobody says who is there", () => {
    const { staff: _, ...work } = sellers({});
    expect(said(["resources", "", work])).toBe("");
  });
});

describe("sla/no-calendar", () => {
  test("says once what is assumed", () => {
    expect(saidOf(slaExamples["sla/no-calendar"].fails)).toMatchInlineSnapshot(`
      "sla.json:23:23 info sla/no-calendar A duty counts business hours or days, and there is no calendar.json: Monday to Friday, 9:00 to 17:00 in Europe/Berlin, without holidays, is assumed.
        Add calendar.json with the working hours and holidays of each region; if the assumption is right, there is nothing to do. [sales]"
    `);
  });
});
