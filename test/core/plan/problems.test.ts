import { describe, expect, test } from "vitest";
import { lineOf, problemsOf, said } from "./edited.ts";

/** Every reason why documents that are each fine do not make one plan: where, what, and the way out. */

test("the base plan has none", () => {
  expect(said()).toBe("");
});

describe("a reference names something that the plan has", () => {
  test.each([
    ["plan", '"owner": "revenue-operations"', '"owner": "revenue-operation"'],
    ["plan", '"sponsor": "managing-director"', '"sponsor": "ceo"'],
    ["journey", '"owner": "account-manager"', '"owner": "account-managers"'],
    ["journey", '"from": "noticing"', '"from": "notcing"'],
    ["journey", '"to": "comparing"', '"to": "compared"'],
    ["sla", '"owner": "marketing-lead"', '"owner": "marketinglead"'],
    ["sla", '"counterDuty": "first-attempt"', '"counterDuty": "firstattempt"'],
    ["sla", '"stage": "comparing"', '"stage": "comparison"'],
    ["sla", '"segment": "smb"', '"segment": "smbs"'],
    [
      "sla",
      '"firstAttempt"',
      '"escalation": [{"id":"late","to":"head","after":{"value":1,"unit":"days"}}], "firstAttempt"',
    ],
    [
      "sla",
      '"firstAttempt"',
      '"followUp": {"attempts":3,"within":{"value":5,"unit":"days"},"stage":"compares"}, "firstAttempt"',
    ],
    ["tactics", '"owner": "marketing-lead"', '"owner": "marketing-leed"'],
    ["tactics", '"brings": ["noticing"]', '"brings": ["notice"]'],
    ["tactics", '["noticing-comparing"]', '["noticing-compare"]'],
    ["tactics", '"spend": 40000', '"segments": ["sbm"], "spend": 40000'],
    [
      "tactics",
      '"spend": 40000',
      '"reinstates": {"stopped":"trade-fair","because":"new hall"}, "spend": 40000',
    ],
    [
      "targets",
      '"averageDealValue"',
      '"openingPipeline": [{"id":"a","stage":"comparin","count":3}], "averageDealValue"',
    ],
  ] as const)("%s: %s", (document, from, to) => {
    expect(said([document, from, to])).toMatchSnapshot();
  });

  test("a goal's metric, where the plan has a register of metrics", () => {
    expect(
      said([
        "plan",
        '"sponsor"',
        '"metrics": [{"id":"booked-revenue","title":"Booked","use":"goal"},{"id":"contribution-margin","title":"Margin","use":"goal"},{"id":"customer-kept","title":"Kept","use":"goal"},{"id":"new-customers","title":"New","use":"goal"}], "sponsor"',
      ]),
    ).toMatchInlineSnapshot(`
      "plan.json:12:39 document/unknown-reference There is no metric "customers-kept". Did you mean "customer-kept"?
        → The plan has: booked-revenue, contribution-margin, customer-kept, new-customers."
    `);
  });

  test("a recycled prospect comes back to an earlier stage, said once although two ways lead through the step", () => {
    expect(
      said([
        "journey",
        '"duration": { "median": 20, "p90": 45 }',
        '"duration": { "median": 20, "p90": 45 }, "recycle": { "share": 0.2, "to": "staying", "duration": { "fixed": 90 } }',
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:72:85 document/unknown-reference There is no stage "staying" up to "comparing" in segment "smb".
        → There is: noticing, comparing."
    `);
  });

  test("new prospects come in before the sale", () => {
    expect(
      said([
        "journey",
        '"transitions": [',
        '"entryMix": { "noticing": 0.5, "running": 0.5 }, "transitions": [',
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:41:49 document/unknown-reference There is no stage "running" before the sale in segment "smb".
        → There is: noticing, comparing."
    `);
  });
});

describe("an id stands once in its list", () => {
  test.each([
    ["plan", '"id": "marketing-lead"', '"id": "account-manager"'],
    ["journey", '"id": "comparing"', '"id": "noticing"'],
    ["journey", '"id": "comparing-running"', '"id": "noticing-comparing"'],
    ["sla", '"id": "first-attempt"', '"id": "supply"'],
    [
      "targets",
      '"averageDealValue"',
      '"openingPipeline": [{"id":"a","stage":"comparing","count":3},{"id":"a","stage":"comparing","count":4}], "averageDealValue"',
    ],
    ["tactics", '"id": "plant-visits"', '"id": "stoppage-guide"'],
  ] as const)("%s: %s", (document, from, to) => {
    const found = problemsOf([document, from, to]);
    expect(
      found.filter((each) => each.rule === "document/duplicate-id").map(lineOf),
    ).toMatchSnapshot();
  });
});

describe("a journey leads forward to one sale", () => {
  test("no stage books new business", () => {
    expect(
      said(["journey", '"business": "new",', ""]).split("\n").slice(0, 2).join("\n"),
    ).toMatchInlineSnapshot(`
      "journey.json:3:13 document/no-sale-stage No stage says where the sale is made.
        → Write "business": "new" in the stage that a buyer enters by buying for the first time."
    `);
  });

  test("two stages book new business", () => {
    expect(said(["journey", '"business": "renewal"', '"business": "new"'])).toMatchInlineSnapshot(`
      "journey.json:34:19 document/no-sale-stage Two stages book new business; a new customer is won once.
        → Keep "business": "new" in one of them; later stages book an "expansion" or a "renewal".
        journey.json:26:19 the first one"
    `);
  });

  test("a step backwards", () => {
    expect(
      said([
        "journey",
        '"from": "comparing",\n          "to": "running"',
        '"from": "comparing",\n          "to": "noticing"',
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:61:17 document/journey-order "comparing-running" leads from "comparing" back to "noticing".
        → Steps lead forward in the order of the stages; for prospects who come back use "recycle"."
    `);
  });

  test("a step to the same stage", () => {
    expect(
      said([
        "journey",
        '"from": "comparing",\n          "to": "running"',
        '"from": "comparing",\n          "to": "comparing"',
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:61:17 document/journey-order "comparing-running" leads from "comparing" back to "comparing".
        → Steps lead forward in the order of the stages; for prospects who come back use "recycle"."
    `);
  });

  const step = (id: string, from: string, to: string): string =>
    `{"id":"${id}","from":"${from}","to":"${to}","conversion":{"value":0.5,"assumed":"a guess"},"duration":{"fixed":30}},`;

  test("a fork before the sale", () => {
    expect(
      said([
        "journey",
        '"transitions": [',
        `"transitions": [${step("short-cut", "noticing", "running")}`,
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:44:19 document/journey-fork Two steps leave "noticing" in segment "smb"; before the sale there is one.
        → Keep the one that most buyers take; its conversion counts those who reach that stage or any later one."
    `);
  });

  test("a gap before the sale", () => {
    expect(
      said(
        ["journey", '"from": "comparing"', '"from": "running"'],
        ["journey", '"to": "running"', '"to": "staying"'],
      ),
    ).toMatchInlineSnapshot(`
      "journey.json:77:17 document/journey-join "comparing-running" and "running-staying" both lead to "staying" in segment "smb"; after the sale there is one way to a stage.
        → Keep one of the two, or give the other way a stage of its own."
    `);
  });

  test("a stage that nobody reaches", () => {
    expect(
      said(
        [
          "journey",
          '{\n      "id": "comparing"',
          '{ "id": "dreaming", "title": "We dream", "exit": "Somebody wakes up" },\n    {\n      "id": "comparing"',
        ],
        [
          "journey",
          '"transitions": [',
          `"transitions": [${step("waking", "dreaming", "comparing")}`,
        ],
      ),
    ).toMatchInlineSnapshot(`
      "journey.json:45:19 document/journey-broken Nobody reaches "noticing" in segment "smb", so "noticing-comparing" never happens.
        → Add a step that leads to "noticing", or take this one out."
    `);
  });

  test("two ways to one stage after the sale, which would count its customers twice", () => {
    expect(
      said(
        [
          "journey",
          '"title": "We stay with it for another year"',
          '"title": "We add a line", "exit": "A second order" },\n    { "id": "again", "title": "We stay with it for another year"',
        ],
        [
          "journey",
          '"transitions": [',
          `"transitions": [${step("running-again", "running", "again")}${step("staying-again", "staying", "again")}`,
        ],
        ["journey", '"business": "renewal"', '"business": "renewal", "note": "x"'],
      ),
    ).toMatchInlineSnapshot(`
      "journey.json:42:191 document/journey-join "running-again" and "staying-again" both lead to "again" in segment "smb"; after the sale there is one way to a stage.
        → Keep one of the two, or give the other way a stage of its own."
    `);
  });

  test("every stage after the sale leading to every later one is refused before it is followed", () => {
    const ids = Array.from({ length: 36 }, (_, index) => `later-${index}`);
    const stages = ids.map(
      (id) => `{ "id": "${id}", "title": "Stage ${id}", "exit": "The next one" },`,
    );
    const steps = ids.flatMap((from, index) =>
      [1, 2].flatMap((jump) => {
        const to = ids[index + jump];
        return to === undefined ? [] : [step(`${from}-${jump}`, from, to)];
      }),
    );
    const found = problemsOf(
      ["journey", '{\n      "id": "staying"', `${stages.join("\n")}\n    {\n      "id": "staying"`],
      [
        "journey",
        '"transitions": [',
        `"transitions": [${steps.slice(0, 36).join("")}${step("to-later", "running", "later-0")}`,
      ],
    );
    expect(found.map((each) => each.rule)).toContain("document/journey-join");
  });
});

describe("shares add up to 1", () => {
  test("content and person", () => {
    expect(
      said([
        "journey",
        '"owner": "account-manager"',
        '"owner": "account-manager", "interactionMix": { "content": 0.3, "person": 0.6 }',
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:18:53 document/shares The shares of content and person add up to 0.9.
        → They must add up to 1."
    `);
  });

  test("where new prospects come in", () => {
    expect(
      said([
        "journey",
        '"transitions": [',
        '"entryMix": { "noticing": 0.7, "comparing": 0.2 }, "transitions": [',
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:41:19 document/shares The shares of new prospects add up to 0.9.
        → They must add up to 1."
    `);
  });

  test("three thirds to ten digits are enough", () => {
    expect(
      said([
        "journey",
        '"transitions": [',
        '"entryMix": { "noticing": 0.3333333333, "comparing": 0.6666666667 }, "transitions": [',
      ]),
    ).toBe("");
  });
});

describe("a part of the goal that is a share lies between 0 and 1", () => {
  test("30 is meant for 30 %", () => {
    expect(said(["plan", '"target": 0.32', '"target": 32'])).toMatchInlineSnapshot(`
      "plan.json:11:67 document/out-of-range "target" is 32; a share lies between 0 and 1.
        → For 32 % write 0.32."
    `);
  });

  test.each(["-0.1", "1.2", "150"])("%s is none", (target) => {
    expect(said(["plan", '"target": 0.32', `"target": ${target}`])).toContain(
      `"target" is ${target}; a share lies between 0 and 1.\n  → Write 0.25 for 25 %; what may lie beyond, such as a growth of 120 %, has the unit "points" (120).`,
    );
  });

  test.each(["0", "1"])("%s is one", (target) => {
    expect(said(["plan", '"target": 0.32', `"target": ${target}`])).toBe("");
  });

  test("what is no share is as large as it is", () => {
    expect(
      said(["plan", '"target": 0.32, "unit": "share"', '"target": 32, "unit": "points"']),
    ).toBe("");
  });
});

describe("targets lie within the plan, in the plan's money", () => {
  test("a quarter that reaches beyond the plan", () => {
    expect(said(["targets", '"2027-Q2": 180000', '"2027-Q3": 180000'])).toMatchInlineSnapshot(`
      "targets.json:7:54 document/period-outside 2027-Q3 is not within the plan, which runs from 2027-01 to 2027-06.
        → Take it out, or give the months that lie within the plan one by one."
    `);
  });

  test("a month before the plan", () => {
    expect(said(["targets", '"2027-Q1": 0', '"2026-12": 0, "2027-Q1": 0'])).toMatchInlineSnapshot(`
      "targets.json:7:40 document/period-outside 2026-12 is not within the plan, which runs from 2027-01 to 2027-06.
        → Take it out, or give the months that lie within the plan one by one."
    `);
  });

  test.each([
    ["targets", '"2027-Q2": 180000', '"2027-Q2": 180000.005'],
    ["targets", '"new": 10000', '"new": 9999.999'],
    ["targets", '"2027-Q2": 180000', '"2027-Q2": 1e15'],
    ["plan", '"target": 180000', '"target": 180000.123'],
    ["sla", '"valuePerMonth": 75000', '"valuePerMonth": 75000.001'],
    ["tactics", '"spend": 40000', '"spend": 0.001'],
    [
      "journey",
      '"duration": { "median": 12',
      '"cost": {"perEntry": 1.234, "perMonth": 2.345}, "duration": { "median": 12',
    ],
  ] as const)("%s: %s as %s", (document, from, to) => {
    expect(said([document, from, to])).toMatchSnapshot();
  });
});

describe("every segment has its numbers, and every number a segment", () => {
  test("a segment without numbers", () => {
    expect(
      said([
        "plan",
        '"segments": [',
        '"segments": [{ "id": "enterprise", "title": "Groups", "dimensions": {"size":"5000"} },',
      ]),
    ).toMatchInlineSnapshot(`
      "plan.json:25:24 document/segment-missing Segment "enterprise" has no numbers in journey.json.
        → Add it to "segments" in journey.json, or take it out of plan.json.
      plan.json:25:24 document/segment-missing Segment "enterprise" has no numbers in targets.json.
        → Add it to "segments" in targets.json, or take it out of plan.json."
    `);
  });

  test("numbers without a segment", () => {
    expect(
      said([
        "journey",
        '"segments": [\n    {\n      "id": "smb"',
        '"segments": [\n    {\n      "id": "sme"',
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:40:13 document/unknown-reference There is no segment "sme". Did you mean "smb"?
        → The plan has: smb.
      plan.json:26:13 document/segment-missing Segment "smb" has no numbers in journey.json.
        → Add it to "segments" in journey.json, or take it out of plan.json."
    `);
  });
});

describe("names look as they are", () => {
  test.each([
    ["a zero-width space", '"Growth\u200B 2027"'],
    ["a soft hyphen", '"Growth\u00AD 2027"'],
    ["writing turned around", '"\u202E7202 htworG"'],
    ["an isolate of direction", '"\u2066Growth 2027"'],
    ["a Hangul filler", '"Growth\u3164 2027"'],
    ["an accent of its own", '"Wachstum fu\u0308r 2027"'],
  ])("%s", (_, title) => {
    expect(said(["plan", '"Growth 2027"', title])).toMatchSnapshot();
  });

  test("joined emoji and Persian, which need a joiner, are fine", () => {
    expect(said(["plan", '"Growth 2027"', '"\u{1F469}\u200D\u{1F52C} می\u200Cخواهم"'])).toBe("");
  });

  test.each([
    ["a Cyrillic letter", "Асcount manager"],
    ["a Greek letter", "Αccοunt manager"],
    ["full-width letters", "Ａccount manager"],
    ["another case", "ACCOUNT MANAGER"],
    ["two spaces", "Account  manager"],
    ["a space that does not break", "Account\u00A0manager"],
  ])("two roles differ in more than %s", (_, title) => {
    expect(said(["plan", '"Head of marketing"', `"${title}"`])).toBe(
      [
        `plan.json:21:41 document/look-alike Two titles in this list look the same: "Account manager".`,
        "  → Name them so that people can tell them apart.",
        "  plan.json:20:40 the other one",
      ].join("\n"),
    );
  });
});

describe("the numbers of a segment make a funnel; a refusal stands at the number that causes it, once", () => {
  test.each([
    ["a p90 below the median", '"median": 20, "p90": 45', '"median": 20, "p90": 19'],
    ["a median of 0", '"median": 20, "p90": 45', '"median": 0, "p90": 45'],
    ["a spread of 0", '"median": 20, "p90": 45', '"mean": 20, "cv": 0'],
    ["a histogram of nobody", '"median": 20, "p90": 45', '"histogram": [0, 0]'],
    [
      "a change's duration",
      '"duration": { "median": 20, "p90": 45 }',
      '"duration": { "median": 20, "p90": 45 }, "changes": [{"id":"new-trial","from":"2027-03-01","duration":{"median":10,"p90":10}}]',
    ],
    [
      "a leak's duration",
      '"duration": { "median": 20, "p90": 45 }',
      '"duration": { "median": 20, "p90": 45 }, "leakDuration": {"median":10,"p90":9}',
    ],
    [
      "a recycling's duration",
      '"duration": { "median": 20, "p90": 45 }',
      '"duration": { "median": 20, "p90": 45 }, "recycle": {"share":0.1,"to":"noticing","duration":{"mean":10,"cv":8}}',
    ],
    [
      "a season that lifts a rate above 1",
      '"duration": { "median": 20, "p90": 45 }',
      '"duration": { "median": 20, "p90": 45 }, "season": [1,1,1,1,1,5,1,1,1,1,1,1]',
    ],
    ["nobody goes on", '"value": 0.25', '"value": 0'],
  ])("%s", (_, from, to) => {
    expect(said(["journey", from, to])).toMatchSnapshot();
  });

  test("everybody comes back for ever", () => {
    expect(
      said(
        ["journey", '"value": 0.9', '"value": 0'],
        [
          "journey",
          '"duration": { "fixed": 365 }',
          '"duration": { "fixed": 365 }, "recycle": { "share": 1, "to": "running", "duration": { "fixed": 9 } }',
        ],
      ),
    ).toMatchInlineSnapshot(`
      "journey.json:88:52 funnel/loop-gain Whoever enters stage "running" while nobody progresses comes back for ever: all who leave are recycled.
        → Give the stage a conversion above 0, or recycle less than everybody."
    `);
  });

  test("everybody comes back for ever from a day on", () => {
    expect(
      said([
        "journey",
        '"duration": { "fixed": 365 }',
        '"duration": { "fixed": 365 }, "recycle": { "share": 1, "to": "running", "duration": { "fixed": 9 } }, "changes": [{ "id": "stop", "from": "2031-06-01", "conversion": { "value": 0, "assumed": "we stop" } }]',
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:88:52 funnel/loop-gain Whoever enters stage "running" while nobody progresses comes back for ever: all who leave are recycled.
        → Give the stage a conversion above 0, or recycle less than everybody."
    `);
  });

  test("prospects older than their stage lets anybody grow", () => {
    expect(
      said(
        ["journey", '"median": 20, "p90": 45', '"fixed": 30'],
        [
          "targets",
          '"averageDealValue"',
          '"openingPipeline": [{"id":"fresh","stage":"comparing","count":3,"ageDays":5},{"id":"old","stage":"comparing","count":3,"ageDays":400}], "averageDealValue"',
        ],
      ),
    ).toMatchInlineSnapshot(`
      "targets.json:6:136 funnel/stock-too-old The opening pipeline has 3 prospects who have been in stage "comparing" for 400 days; by its lag everybody has left before.
        → Close these prospects as lost, correct the age, or give the stage a lag with a longer tail."
    `);
  });

  test("half of a duration is not ignored", () => {
    expect(
      said(
        ["journey", '"median": 12, "p90": 30', '"fixed": 30, "median": 12'],
        ["journey", '"median": 20, "p90": 45', '"mean": 20, "cv": 0.5, "p90": 45'],
      ),
    ).toMatchInlineSnapshot(`
      "journey.json:56:48 document/incomplete "median" says nothing beside "fixed".
        → Give exactly one of: "median" and "p90"; "mean" and "cv"; "fixed"; "histogram".
      journey.json:72:55 document/incomplete "p90" says nothing beside "mean" and "cv".
        → Give exactly one of: "median" and "p90"; "mean" and "cv"; "fixed"; "histogram"."
    `);
  });
});
