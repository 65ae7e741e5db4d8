import { describe, expect, test } from "vitest";
import { basePlan } from "./base-plan.ts";
import { type Change, said, saidOf } from "./example.ts";
import { funnelExamples } from "./examples/funnel.ts";

describe("funnel/unreachable", () => {
  test("says how much, when, and from when on it is reached", () => {
    expect(saidOf(funnelExamples["funnel/unreachable"].fails)).toMatchInlineSnapshot(`
      "targets.json:8:16 warning funnel/unreachable Segment "Small firms" cannot reach its target in January and February 2027: at worst 2.86 deals (about EUR 28,600) are missing from the running total at the end of January 2027. What is missing in January 2027 stays so whatever new prospects you find: they would buy too late. From March 2027 on the running total is reached again.
        Agree less for January and February 2027: move 2.86 deals of the target to March 2027 or later, or agree to push harder, which helps in February 2027 only: "recovery" in targets.json is 1.5 times the natural inflow (about 36 new prospects a month). [marketing, sales]"
    `);
  });
  test("says that it is not made good within the plan, and what was agreed to push", () => {
    expect(
      said(
        [
          "targets",
          "segments/smb/revenue/new",
          { "2027-01": 0, "2027-02": 0, "2027-03": 60000, "2027-Q2": 0 },
        ],
        ["plan", "goal/revenue/target", 60000],
        ["targets", "planning", { beyondHorizon: "none", recovery: 1 }],
        ["sla", "duties/supply/supply/commitments/smb-2027/prospectsPerMonth", 200],
        ["sla", "duties/supply/supply/commitments/smb-2027/valuePerMonth", 500000],
        ["tactics", "tactics/stoppage-guide/prospectsPerMonth", 500],
      ),
    ).toMatchInlineSnapshot(`
      "targets.json:8:16 warning funnel/unreachable Segment "Small firms" cannot reach its target in March 2027: at worst 1.52 deals (about EUR 15,200) are missing from the running total at the end of March 2027. More than the natural inflow (about 9.4 new prospects a month) would be needed, and no more was agreed. From April 2027 on the running total is reached again.
        Agree less for March 2027: move 1.52 deals of the target to April 2027 or later, or agree to push harder: "recovery" in targets.json is 1 times the natural inflow (about 9.4 new prospects a month). [marketing, sales]"
    `);
  });
});

describe("funnel/unreachable where nobody new can help", () => {
  test("does not advise to push harder", () => {
    const found = said(
      [
        "targets",
        "segments/smb/revenue/new",
        { "2027-01": 30000, "2027-02": 0, "2027-03": 0, "2027-Q2": 150000 },
      ],
      ["targets", "planning", { beyondHorizon: "none", recovery: 4 }],
      ["journey", "segments/smb/transitions/noticing-comparing/duration", { fixed: 31 }],
      ["sla", "duties/supply/supply/commitments/smb-2027/prospectsPerMonth", 200],
      ["sla", "duties/supply/supply/commitments/smb-2027/valuePerMonth", 500000],
      ["tactics", "tactics/stoppage-guide/prospectsPerMonth", 500],
    );
    expect(found).not.toContain("recovery");
    expect(found).toMatchInlineSnapshot(`
      "targets.json:8:16 warning funnel/unreachable Segment "Small firms" cannot reach its target in January and February 2027: at worst 3 deals (about EUR 30,000) are missing from the running total at the end of January 2027. That stays so whatever new prospects you find: they would buy too late. From March 2027 on the running total is reached again.
        Agree less for January and February 2027: move 3 deals of the target to March 2027 or later, or agree how sales and marketing win more of those who are already on the way. [marketing, sales]"
    `);
  });
});

describe("funnel/unreachable within a short plan", () => {
  test("says that it is not made good within the plan", () => {
    expect(
      said(
        ["plan", "months", 1],
        ["plan", "goal/revenue/target", 30000],
        ["targets", "segments/smb/revenue/new", { "2027-01": 30000 }],
      ),
    ).toMatchInlineSnapshot(`
      "targets.json:7:27 warning funnel/unreachable Segment "Small firms" cannot reach its target in January 2027: at worst 2.41 deals (about EUR 24,100) are missing from the running total at the end of January 2027. Even 1.5 times the natural inflow (about 30 new prospects a month), the most that was agreed, is not enough. It is not made good within the plan.
        Agree less for January 2027: take 2.41 deals out of the target, or agree to push harder: "recovery" in targets.json is 1.5 times the natural inflow (about 30 new prospects a month). [marketing, sales]"
    `);
  });
});

describe("funnel/tactics-short", () => {
  test("says how many are short by when", () => {
    expect(saidOf(funnelExamples["funnel/tactics-short"].fails)).toMatchInlineSnapshot(`
      "tactics.json:14:28 warning funnel/tactics-short By the end of June 2027, 265.8 prospects must come in from outside at the stage "Noticing", but the tactics at work stand for 264: 1.8 short, for the first time in June 2027.
        Agree on tactics for 45 a month in all from the start, or lower the target that asks for them. [marketing]
        targets.json:7:27 the target that drives the number"
    `);
  });
  test("counts proposed tactics apart, and months in which a tactic runs", () => {
    expect(
      said(
        ["tactics", "tactics/stoppage-guide/until", "2027-04"],
        ["tactics", "tactics/stoppage-guide/state", "proposed"],
        [
          "tactics",
          "tactics/search",
          {
            id: "search",
            title: "Search advertising",
            transitions: ["noticing-comparing"],
            segments: ["smb"],
            interaction: "content",
            functions: ["marketing"],
            owner: "marketing-lead",
            prospectsPerMonth: 10,
            state: "testing",
          },
        ],
        ["tactics", "unprovenCap", undefined],
      ),
    ).toMatchInlineSnapshot(`
      "tactics.json:13:28 warning funnel/tactics-short By the end of June 2027, 265.8 prospects must come in from outside at the stage "Noticing", but the tactics at work stand for 0: 265.8 short, for the first time in January 2027. Proposed tactics, which do not count yet, would add 80 a month.
        Agree on tactics for 45 a month in all from the start, or lower the target that asks for them. [marketing]
        targets.json:7:27 the target that drives the number
      tactics.json:44:28 warning funnel/tactics-short By the end of June 2027, 95 prospects must take the step "Noticing → Comparing", but the tactics at work stand for 60: 35 short, for the first time in April 2027. Proposed tactics, which do not count yet, would add 80 a month.
        Agree on tactics for 16 a month in all from the start, or lower the target that asks for them. [marketing]
        targets.json:7:27 the target that drives the number"
    `);
  });
  test("adds tactics up, the largest first, for the segments that they are for", () => {
    const search = {
      id: "search",
      title: "Search advertising",
      transitions: ["noticing-comparing"],
      segments: ["smb"],
      interaction: "content",
      functions: ["sales"],
      owner: "account-manager",
      prospectsPerMonth: 4,
      state: "testing",
    };
    const changes = (guide: number): readonly Change[] => [
      ["tactics", "tactics/stoppage-guide/prospectsPerMonth", guide],
      ["tactics", "tactics/stoppage-guide/brings", undefined],
      ["tactics", "tactics/search", search],
    ];
    expect(said(...changes(12))).toBe("");
    expect(said(...changes(11))).toMatchInlineSnapshot(`
      "tactics.json:13:28 warning funnel/tactics-short By the end of June 2027, 95 prospects must take the step "Noticing → Comparing", but the tactics at work stand for 90: 5 short, for the first time in June 2027.
        Agree on tactics for 16 a month in all from the start, or lower the target that asks for them. [marketing, sales]
        tactics.json:43:28 counted too
        targets.json:7:27 the target that drives the number"
    `);
  });
  test("says nothing where a tactic states no number", () => {
    expect(
      said(
        ["tactics", "tactics/stoppage-guide/prospectsPerMonth", 1],
        ["tactics", "tactics/stoppage-guide/brings", undefined],
        [
          "tactics",
          "tactics/plant-visits/transitions",
          ["noticing-comparing", "comparing-running"],
        ],
      ),
    ).toBe("");
  });
  test("counts apart the steps that leave one stage after the sale", () => {
    const step = basePlan.journey.segments[0]?.transitions[2];
    const tactic = basePlan.tactics.tactics[2];
    expect(
      said(
        ["journey", "segments/smb/transitions/running-staying/duration", { fixed: 30 }],
        [
          "journey",
          "stages/growing",
          {
            ...basePlan.journey.stages[3],
            id: "growing",
            title: "We want more",
            business: "expansion",
          },
        ],
        [
          "journey",
          "segments/smb/transitions/running-growing",
          {
            ...step,
            id: "running-growing",
            to: "growing",
            conversion: { value: 0.2, basis: { ...step?.conversion.basis, successes: 10 } },
            duration: { fixed: 30 },
          },
        ],
        ["tactics", "tactics/yearly-review/prospectsPerMonth", 2],
        [
          "tactics",
          "tactics/second-line",
          {
            ...tactic,
            id: "second-line",
            title: "Plan the second line",
            transitions: ["running-growing"],
            prospectsPerMonth: 0.3,
          },
        ],
      ),
    ).toMatchInlineSnapshot(`
      "tactics.json:45:28 warning funnel/tactics-short By the end of June 2027, 2.6 prospects must take the step "Running → Growing", but the tactics at work stand for 1.8: 0.8 short, for the first time in June 2027.
        Agree on tactics for 1 a month in all from the start until the end of January 2027; fewer will do later, or lower the target that asks for them. [success]
        targets.json:7:27 the target that drives the number"
    `);
  });
  test("counts those who take a step after the sale", () => {
    expect(
      said(
        ["tactics", "tactics/yearly-review/prospectsPerMonth", 0],
        ["journey", "segments/smb/transitions/running-staying/duration", { fixed: 30 }],
      ),
    ).toMatchInlineSnapshot(`
      "tactics.json:35:28 warning funnel/tactics-short By the end of June 2027, 11.8 prospects must take the step "Running → Staying", but the tactics at work stand for 0: 11.8 short, for the first time in April 2027.
        Agree on tactics for 2 a month in all from the start until the end of May 2027; fewer will do later, or lower the target that asks for them. [success]
        targets.json:7:27 the target that drives the number"
    `);
  });
});

describe("funnel/stage-uncovered", () => {
  test("names the step", () => {
    expect(saidOf(funnelExamples["funnel/stage-uncovered"].fails)).toMatchInlineSnapshot(`
      "journey.json:74:9 warning funnel/stage-uncovered No tactic causes the step "Running → Staying" in segment "Small firms": nothing is planned that takes buyers from the one stage to the other.
        Add a tactic with "transitions": ["running-staying"] to tactics.json, or name this step in one that already causes it. [success]"
    `);
  });
  test("says nothing without tactics", () => {
    expect(said(["tactics", "", undefined])).not.toContain("funnel/");
  });
});

test("a tactic counts for the segments that it is for, and only for their needs", () => {
  const changes: readonly Change[] = [
    ["plan", "segments/large", { id: "large", title: "Large firms" }],
    ["journey", "segments/large", { ...basePlan.journey.segments[0], id: "large" }],
    ["targets", "segments/large", { ...basePlan.targets.segments[0], id: "large" }],
    ["plan", "goal/revenue/target", 360000],
    ["sla", "duties/supply/supply", undefined],
    ["sla", "duties/supply/quality", { accepted: 0.7 }],
    ["tactics", "tactics/stoppage-guide/prospectsPerMonth", 46],
    ["tactics", "tactics/stoppage-guide/segments", ["smb"]],
    ["tactics", "tactics/stoppage-guide/brings", ["noticing"]],
  ];
  expect(said(...changes)).toMatchInlineSnapshot(`
    "journey.json:95:9 warning funnel/stage-uncovered No tactic causes the step "Noticing → Comparing" in segment "Large firms": nothing is planned that takes buyers from the one stage to the other.
      Add a tactic with "transitions": ["noticing-comparing"] to tactics.json, or name this step in one that already causes it. [marketing]"
  `);
});
