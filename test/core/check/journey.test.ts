import { describe, expect, test } from "vitest";
import { said, saidOf } from "./example.ts";
import { journeyExamples } from "./examples/journey.ts";

describe("journey/stage-unowned", () => {
  test("says who could own it", () => {
    expect(saidOf(journeyExamples["journey/stage-unowned"].fails)).toMatchInlineSnapshot(`
      "journey.json:4:5 error journey/stage-unowned Nobody answers for the stage "Noticing": it has no owner.
        Agree who answers for it and write a role such as "marketing-lead" in "owner". [marketing, sales]"
    `);
  });
  test("says that a role above the functions owns nothing", () => {
    expect(said(["journey", "stages/staying/owner", "managing-director"])).toMatchInlineSnapshot(`
      "journey.json:33:16 error journey/stage-unowned The stage "Staying" is owned by "Managing director", a role above the functions, so no function answers for it.
        Agree who answers for it and write a role such as "marketing-lead" in "owner". [sales, success]"
    `);
  });
});

describe("journey/seller-words", () => {
  test("names the words", () => {
    expect(saidOf(journeyExamples["journey/seller-words"].fails)).toMatchInlineSnapshot(`
      "journey.json:17:15 warning journey/seller-words "Proposal sent", "qualified" and "lead" are words of the seller; the stage "Comparing" describes what the buyer does next.
        Say without them what the buyer does that two people can check, for example "The buying group asks for an offer in writing". [sales]"
    `);
  });
  test("finds abbreviations, hyphens and any case", () => {
    expect(
      said(
        ["journey", "stages/noticing/title", "We become MQLs"],
        ["journey", "stages/comparing/title", "CLOSED-WON after the Discovery Call"],
        ["journey", "stages/running/exit", "Hand-off"],
      ),
    ).toMatchInlineSnapshot(`
      "journey.json:6:16 warning journey/seller-words "MQLs" is a word of the seller; the stage "Noticing" describes what the buyer is doing.
        Say without it what the buyer is doing, for example "We compare ways to solve it". [marketing]
      journey.json:16:16 warning journey/seller-words "CLOSED-WON" and "Discovery Call" are words of the seller; the stage "Comparing" describes what the buyer is doing.
        Say without them what the buyer is doing, for example "We compare ways to solve it". [sales]
      journey.json:24:15 warning journey/seller-words "Hand-off" is a word of the seller; the stage "Running" describes what the buyer does next.
        Say without it what the buyer does that two people can check, for example "The buying group asks for an offer in writing". [success]"
    `);
  });
  test("leaves the buyer's own words alone", () => {
    expect(
      said(
        [
          "journey",
          "stages/noticing/title",
          "Our salary team leads the demography of misleading quotas",
        ],
        ["journey", "stages/noticing/exit", "The project lead says what leads to stoppages"],
      ),
    ).toMatchInlineSnapshot(`""`);
  });
});

describe("journey/one-sided", () => {
  test("names the function without a part", () => {
    expect(saidOf(journeyExamples["journey/one-sided"].fails)).toMatchInlineSnapshot(`
      "journey.json:19:16 warning journey/one-sided The stage "Comparing" has no part for marketing; before the sale every stage asks for both marketing and sales.
        Agree what they do here and write it in "parts", for example "marketing": "Figures on what it costs to decide nothing". [marketing]"
    `);
  });
  test("names both where nothing is written", () => {
    expect(said(["journey", "stages/comparing/parts", undefined])).toMatchInlineSnapshot(`
      "journey.json:14:5 warning journey/one-sided The stage "Comparing" has no part for marketing and none for sales; before the sale every stage asks for both marketing and sales.
        Agree what each does here and write it in "parts", for example "marketing": "Figures on what it costs to decide nothing" and "sales": "Gives a price range to whoever asks early". [marketing, sales]"
    `);
  });
  test("asks for marketing, and sales or success, after the sale", () => {
    expect(
      said(
        ["journey", "stages/running/parts", undefined],
        ["journey", "stages/staying/parts", { sales: "Offer" }],
      ),
    ).toMatchInlineSnapshot(`
      "journey.json:21:5 warning journey/one-sided The stage "Running" has no part for marketing and none for sales or success; after the sale every stage asks for marketing, and sales or success.
        Agree what each does here and write it in "parts", for example "marketing": "Figures on what it costs to decide nothing" and "success": "Shows the customer what was gained so far". [marketing, success]
      journey.json:34:16 warning journey/one-sided The stage "Staying" has no part for marketing; after the sale every stage asks for marketing, and sales or success.
        Agree what they do here and write it in "parts", for example "marketing": "Figures on what it costs to decide nothing". [marketing]"
    `);
  });
});

describe("journey/rate-stale", () => {
  test("says how old", () => {
    expect(saidOf(journeyExamples["journey/rate-stale"].fails)).toMatchInlineSnapshot(`
      "journey.json:68:24 warning journey/rate-stale The rate of the step "Comparing → Running" in segment "Small firms" was last counted up to 30 November 2025, 366 days before 1 December 2026; a rate is good for 365 days.
        Count again those who entered after 30 November 2025, from the same source, and write the new "successes", "trials", "from" and "until". [sales]"
    `);
  });
  test("looks at dated changes too", () => {
    expect(
      said([
        "journey",
        "segments/smb/transitions/comparing-running/changes",
        [
          {
            id: "new-price",
            from: "2027-03-01",
            conversion: {
              value: 0.2,
              basis: {
                successes: 20,
                trials: 100,
                from: "2024-01-01",
                until: "2025-01-01",
                source: "Pilot",
              },
            },
          },
          { id: "faster", from: "2027-05-01", duration: { fixed: 20 } },
        ],
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:83:28 warning journey/rate-stale The rate of the step "Comparing → Running" in segment "Small firms" from 1 March 2027 on was last counted up to 1 January 2025, 699 days before 1 December 2026; a rate is good for 365 days.
        Count again those who entered after 1 January 2025, from the same source, and write the new "successes", "trials", "from" and "until". [sales]"
    `);
  });
});

describe("journey/rate-unsupported", () => {
  test("says how few entries", () => {
    expect(saidOf(journeyExamples["journey/rate-unsupported"].fails)).toMatchInlineSnapshot(`
      "journey.json:66:25 warning journey/rate-unsupported The rate of the step "Comparing → Running" in segment "Small firms" rests on 28 entries; fewer than 30 say little about the next ones.
        Count a longer time, or take the rate of a similar segment until more is known. [sales]"
    `);
  });
  test("says how few went on", () => {
    expect(
      said([
        "journey",
        "segments/smb/transitions/running-staying/conversion",
        {
          value: 0.04,
          basis: {
            successes: 4,
            trials: 100,
            from: "2025-10-01",
            until: "2026-10-01",
            source: "CRM",
          },
        },
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:81:28 warning journey/rate-unsupported The rate of the step "Running → Staying" in segment "Small firms" rests on 4 who went on; fewer than 5 say little about the next ones.
        Count a longer time, or take the rate of a similar segment until more is known. [success]"
    `);
  });
  test("accepts five who went on", () => {
    expect(
      said([
        "journey",
        "segments/smb/transitions/running-staying/conversion",
        {
          value: 0.05,
          basis: {
            successes: 5,
            trials: 100,
            from: "2025-10-01",
            until: "2026-10-01",
            source: "CRM",
          },
        },
      ]),
    ).toBe("");
  });
  test("says that more went on than entered", () => {
    expect(
      said(["journey", "segments/smb/transitions/running-staying/conversion/basis/successes", 60]),
    ).toMatchInlineSnapshot(`
      "journey.json:79:22 warning journey/rate-unsupported The rate of the step "Running → Staying" in segment "Small firms" is stated as 90 %, but 60 of 50 are 120 %.
        More went on than entered; count both again, for those who entered in the same time. [success]"
    `);
  });
  test("says it once where few entered and all went on", () => {
    expect(
      said([
        "journey",
        "segments/smb/transitions/running-staying/conversion",
        {
          value: 1,
          basis: {
            successes: 4,
            trials: 4,
            from: "2025-10-01",
            until: "2026-10-01",
            source: "CRM",
          },
        },
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:82:25 warning journey/rate-unsupported The rate of the step "Running → Staying" in segment "Small firms" rests on 4 entries; fewer than 30 say little about the next ones.
        Count a longer time, or take the rate of a similar segment until more is known. [success]"
    `);
  });
  test("says both the stated and the counted share", () => {
    expect(
      said(["journey", "segments/smb/transitions/comparing-running/conversion/value", 0.26]),
    ).toMatchInlineSnapshot(`
      "journey.json:63:22 warning journey/rate-unsupported The rate of the step "Comparing → Running" in segment "Small firms" is stated as 26 %, but 40 of 160 are 25 %.
        Write 0.25, or state the other rate as "assumed" and say why. [sales]"
    `);
  });
  test.each([
    [3, 8, "37.5 %", "0.375"],
    [100, 300, "33.3 %", "0.333"],
    [5, 12345, "0.041 %", "0.00041"],
  ])("says the number to write: %d of %d", (successes, trials, share, number) => {
    const found = said([
      "journey",
      "segments/smb/transitions/running-staying/conversion/basis",
      { successes, trials, from: "2025-10-01", until: "2026-10-01", source: "CRM" },
    ]);
    expect(found).toContain(`are ${share}.\n  Write ${number}, or state`);
  });
  test("says that nobody has measured it", () => {
    expect(
      said([
        "journey",
        "segments/smb/transitions/comparing-running/conversion",
        { value: 0.25, assumed: "New segment" },
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:62:53 warning journey/rate-unsupported The rate of the step "Comparing → Running" in segment "Small firms", 25 %, is assumed; nobody has measured it yet.
        Count who enters and who goes on, in last year's records too, and replace "assumed" by a "basis" once 30 have entered. [sales]"
    `);
  });
});

describe("journey/ends-at-sale", () => {
  test("says that no stage books it", () => {
    expect(saidOf(journeyExamples["journey/ends-at-sale"].fails)).toMatchInlineSnapshot(`
      "journey.json:41:22 warning journey/ends-at-sale No stage of segment "Small firms" books expansion, but its targets ask for EUR 24,000 of expansion.
        Add a stage after the sale with "business": "expansion" and a step that leads to it, or take the target out. [marketing, sales, success]
        targets.json:9:22 the target for expansion"
    `);
  });
  test("says that the journey stops at the sale", () => {
    expect(
      said(
        ["plan", "goal/revenue/target", 199000],
        ["targets", "segments/smb/revenue/renewal", { "2027-Q1": 9000, "2027-Q2": 9000.5 }],
        ["targets", "segments/smb/revenue/expansion", { "2027-Q1": 1000, "2027-Q2": 0 }],
        ["journey", "segments/smb/transitions/running-staying", undefined],
        ["tactics", "tactics/yearly-review", undefined],
      ),
    ).toMatchInlineSnapshot(`
      "journey.json:41:22 warning journey/ends-at-sale The journey of segment "Small firms" ends at the sale, but its targets ask for EUR 1,000 of expansion and EUR 18,000.50 of renewal.
        Add a stage after the sale with "business": "expansion" and a step that leads to it, or take the target out. [marketing, sales, success]
        targets.json:9:22 the target for expansion
        targets.json:10:20 the target for renewal"
    `);
  });
});
