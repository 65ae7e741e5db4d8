import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { said } from "../plan/edited.ts";

/** What the schema refuses, in an author's words: one slip, one finding. */

describe("a key", () => {
  test("that is mistyped is one finding, although the right one is missing then", () => {
    expect(said(["journey", '"conversion":', '"convertion":'])).toMatchInlineSnapshot(`
      "journey.json:46:11 document/unknown-property "convertion" is not known here. Did you mean "conversion"?
        → Write "conversion", or take it out."
    `);
  });

  test("that nobody knows lists what may stand there", () => {
    expect(
      said(["plan", '"months": 6', '"months": 6, "currencies": ["EUR"]']),
    ).toMatchInlineSnapshot(`
      "plan.json:6:16 document/unknown-property "currencies" is not known here.
        → What may stand here: mapping, metrics, glossary, succeeds, note. A remark goes into "note"."
    `);
  });

  test("that is not of the form asked for is found at its own place, even with a slash in it", () => {
    expect(said(["targets", '"2027-Q2": 180000', '"2027/04": 180000'])).toMatchInlineSnapshot(`
      "targets.json:7:43 document/malformed "2027/04" cannot be a key here.
        → Write a month such as 2027-01 or a quarter such as 2027-Q1."
    `);
  });

  test.each([
    ["2027-Q5", "There is no Q5: quarters are Q1 to Q4."],
    ["2027-Q0", "There is no Q0: quarters are Q1 to Q4."],
    ["2027-13", "There is no month 13: months are 01 to 12."],
    ["2027-6", "Write a month such as 2027-01 or a quarter such as 2027-Q1."],
  ])("%s is no period", (key, help) => {
    expect(said(["targets", '"2027-Q2": 180000', `"${key}": 180000`])).toBe(
      `targets.json:7:43 document/malformed "${key}" cannot be a key here.\n  → ${help}`,
    );
  });

  test("that is an id says what an id is", () => {
    expect(
      said(["journey", '"transitions":', '"entryMix": { "We notice": 1 }, "transitions":']),
    ).toMatchInlineSnapshot(`
      "journey.json:41:21 document/malformed "We notice" cannot be a key here.
        → Write the id of a stage: lower case, digits and hyphens, such as ready-to-talk."
    `);
  });

  test("that is missing says what it is for", () => {
    expect(said(["plan", '"currency": "EUR",', ""])).toMatchInlineSnapshot(`
      "plan.json:1:1 document/missing-property The document has no "currency".
        → Add "currency". The currency of every amount in this plan (ISO 4217)."
    `);
  });

  test.each(["__proto__", "constructor", "prototype"])(
    "%s is refused and changes nothing",
    (key) => {
      expect(said(["plan", '"months": 6', `"months": 6, "${key}": {"admin": true}`])).toMatch(
        new RegExp(`^plan.json:6:16 document/[a-z-]+ .*${key}`),
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(Reflect.get({}, "admin")).toBeUndefined();
    },
  );
});

describe("a value", () => {
  test.each([
    ["25", "For 25 % write 0.25."],
    ["12.5", "For 12.5 % write 0.125."],
    ["-0.1", "Write 0.25 for 25 %."],
    ["101", "Write 0.25 for 25 %."],
  ])("%s is no share", (value, help) => {
    expect(said(["journey", '"value": 0.25', `"value": ${value}`])).toBe(
      `journey.json:63:22 document/out-of-range "value" is ${value}; a share lies between 0 and 1.\n  → ${help}`,
    );
  });

  test.each([0, 1])("%s is a share", (value) => {
    expect(said(["journey", '"value": 0.9', `"value": ${value}`])).toBe("");
  });

  test.each([
    ["2026-06-31", "June 2026 has 30 days", "Write a day from 01 to 30."],
    ["2026-02-29", "February 2026 has 28 days", "Write a day from 01 to 28."],
    ["2024-02-30", "February 2024 has 29 days", "Write a day from 01 to 29."],
    ["2026-04-00", "April 2026 has 30 days", "Write a day from 01 to 30."],
  ])("%s is no day", (day, why, help) => {
    expect(said(["journey", '"until": "2026-10-01"', `"until": "${day}"`])).toBe(
      `journey.json:52:24 document/malformed "until" is "${day}", but ${why}.\n  → ${help}`,
    );
  });

  test.each(["2026-13-01", "1.10.2026", "2026-10-01T00:00:00Z", "soon", ""])(
    "%j is no date at all",
    (day) => {
      expect(said(["journey", '"until": "2026-10-01"', `"until": "${day}"`])).toBe(
        `journey.json:52:24 document/malformed "until" is "${day}", which is no date in the calendar.\n  → Write year-month-day, for example "2027-04-01".`,
      );
    },
  );

  test("of a list of words, nearly right", () => {
    expect(said(["tactics", '"state": "proven"', '"state": "provn"'])).toMatchInlineSnapshot(`
      "tactics.json:15:16 document/not-allowed "state" is "provn". Did you mean "proven"?
        → It may be: proposed, testing, proven, retired."
    `);
  });

  test("of another type", () => {
    expect(said(["plan", '"months": 6', '"months": "6"'])).toMatchInlineSnapshot(`
      "plan.json:6:13 document/wrong-type "months" is "6"; it should be a whole number.
        → How many months the plan covers."
    `);
  });

  test("that is empty", () => {
    expect(said(["plan", '"Growth 2027"', '""'])).toMatchInlineSnapshot(`
      "plan.json:4:12 document/malformed "title" is empty.
        → Plain words, at most 500 characters."
    `);
  });

  test("that is no account name", () => {
    expect(said(["approvals", '"mia"', '"Mia Berg"'])).toMatchInlineSnapshot(`
      "approvals.json:4:38 document/malformed Entry 1 is "Mia Berg", which is not of the form asked for.
        → Write the account name on GitHub or GitLab, without spaces. For example "mia"."
    `);
  });

  test("that is far too long is cut in the message", () => {
    expect(said(["plan", '"EUR"', `"${"long ".repeat(20)}"`])).toMatchInlineSnapshot(`
      "plan.json:7:15 document/malformed "currency" is "long long long long long long long lon…, which is not of the form asked for.
        → The currency of every amount in this plan (ISO 4217). For example "EUR"."
    `);
  });
});

describe("what the schemas say", () => {
  const folder = new URL("../../../schemas/v1/", import.meta.url);
  const schemas = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name): [string, unknown] => [
      name,
      JSON.parse(readFileSync(new URL(name, folder), "utf8")),
    ]);

  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === "object" && value !== null;

  /** Where a form is asked for without a word on what it is. */
  function unexplained(schema: unknown, at: string): readonly string[] {
    if (!isObject(schema)) return [];
    const { pattern, description } = schema;
    const own = typeof pattern === "string" && typeof description !== "string" ? [at] : [];
    return [
      ...own,
      ...Object.entries(schema).flatMap(([key, child]) => unexplained(child, `${at}/${key}`)),
    ];
  }

  test.each(schemas)("%s has a way out of every form that it asks for", (name, schema) => {
    expect(unexplained(schema, name)).toEqual([]);
  });
});

describe("alternatives are told as one finding", () => {
  test("a unit of time that is none", () => {
    expect(said(["sla", '"businessHours"', '"busynessHours"'])).toMatchInlineSnapshot(`
      "sla.json:23:45 document/not-allowed "unit" is "busynessHours". Did you mean "businessHours"?
        → It may be: minutes, hours, days, businessHours, businessDays."
    `);
  });

  test("a span of time without its unit", () => {
    expect(
      said(["sla", '"value": 4, "unit": "businessHours"', '"value": 4']),
    ).toMatchInlineSnapshot(`
      "sla.json:23:23 document/missing-property "firstAttempt" has no "unit".
        → Add "unit". Of what."
    `);
  });

  test("a span of time by grade, with a unit that is none", () => {
    expect(
      said([
        "sla",
        '{ "value": 4, "unit": "businessHours" }',
        '{ "a": { "value": 1, "unit": "busynessHours" } }',
      ]),
    ).toMatchInlineSnapshot(`
      "sla.json:23:52 document/not-allowed "unit" is "busynessHours". Did you mean "businessHours"?
        → It may be: minutes, hours, days, businessHours, businessDays."
    `);
  });

  test("a span of time as words", () => {
    expect(
      said(["sla", '{ "value": 4, "unit": "businessHours" }', '"4 hours"']),
    ).toMatchInlineSnapshot(`
      "sla.json:23:23 document/not-allowed "firstAttempt" is "4 hours", which is not one of the forms it may have.
        → How soon the prospect gets the first answer, from the hand-over on (or from what starts the clock): one time for all, or a time per grade."
    `);
  });

  test("a duration in two ways at once", () => {
    expect(
      said(["journey", '"median": 12, "p90": 30', '"median": 12, "fixed": 30']),
    ).toMatchInlineSnapshot(`
      "journey.json:56:35 document/incomplete "median" says nothing beside "fixed".
        → Give exactly one of: "median" and "p90"; "mean" and "cv"; "fixed"; "histogram"."
    `);
  });

  test("a duration with half of what it needs", () => {
    expect(said(["journey", '"median": 12, "p90": 30', '"median": 12'])).toMatchInlineSnapshot(`
      "journey.json:56:23 document/incomplete "duration" does not say how long the step takes.
        → Give exactly one of: "median" and "p90"; "mean" and "cv"; "fixed"; "histogram". All in days."
    `);
  });

  test("a duration with two wrong numbers", () => {
    expect(
      said(["journey", '"median": 12, "p90": 30', '"median": "12", "p90": -30']),
    ).toMatchInlineSnapshot(`
      "journey.json:56:35 document/wrong-type "median" is "12"; it should be a number.
        → In calendar days: half of those who take the step are through by then.
      journey.json:56:48 document/out-of-range "p90" is -30; it must be at least 0.
        → In calendar days: nine in ten of those who take the step are through by then, and one in ten takes longer."
    `);
  });

  test("a rate that rests on nothing", () => {
    expect(
      said([
        "journey",
        '"value": 0.9,',
        '"value": 0.9, "note": "?" }, "duration": {"fixed": 365} },{"id":"x","from":"running","to":"staying","conversion":{"value":0.9,',
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:78:25 document/incomplete "conversion" does not say what the rate rests on.
        → Give either "basis" (successes, trials, from, until, source) or "assumed" (why you believe it)."
    `);
  });

  test("a rate that rests on two things", () => {
    expect(
      said(["journey", '"value": 0.9,', '"value": 0.9, "assumed": "A first guess.",']),
    ).toMatchInlineSnapshot(`
      "journey.json:78:25 document/incomplete "conversion" has both "basis" and "assumed"; a rate rests on one of them.
        → Take "assumed" out where the rate was measured, or "basis" where it was not."
    `);
  });

  test("a duty that promises nothing", () => {
    expect(
      said(["sla", '"firstAttempt": { "value": 4, "unit": "businessHours" }', '"note": "soon"']),
    ).toMatchInlineSnapshot(`
      "sla.json:17:5 document/incomplete Entry 2 promises nothing.
        → Add one of: "supply", "quality", "payload", "acceptance", "firstAttempt", "followUp", "disposition"."
    `);
  });

  test("revenue in words", () => {
    expect(said(["targets", '"expansion": 0', '"expansion": "none"'])).toMatchInlineSnapshot(`
      "targets.json:7:77 document/not-allowed "expansion" is "none", which is not one of the forms it may have.
        → An amount for each month (2027-01) or calendar quarter (2027-Q1) of the plan, or 0 for none at all. A quarter is spread over its months by their days."
    `);
  });

  test("one wrong amount among the revenues", () => {
    expect(said(["targets", '"2027-Q2": 180000', '"2027-Q2": "180000"'])).toMatchInlineSnapshot(`
      "targets.json:7:54 document/wrong-type "2027-Q2" is "180000"; it should be a number.
        → An amount in the plan's currency, in whole units such as euros, with at most the currency's decimals."
    `);
  });

  test("a growth beyond the plan that is none of the words", () => {
    expect(
      said(["targets", '"beyondHorizon": "none"', '"beyondHorizon": "grwth"']),
    ).toMatchInlineSnapshot(`
      "targets.json:10:34 document/not-allowed "beyondHorizon" is "grwth", which is not one of the forms it may have. Did you mean "growth"?
        → What is expected after the plan's last month, because its last months already work for it: growth goes on as in the plan (default; with less than two years of targets the level is held), hold, none, or a rate a year."
    `);
  });
});
