import { describe, expect, test } from "vitest";
import { said, saidOf } from "./example.ts";
import { tacticExamples } from "./examples/tactic.ts";

describe("tactic/no-transition", () => {
  test("names the tactic", () => {
    expect(saidOf(tacticExamples["tactic/no-transition"].fails)).toMatchInlineSnapshot(`
      "tactics.json:36:5 error tactic/no-transition The tactic "Company brochure" names no step of the journey that it causes and no stage that it brings prospects to.
        Say which step it causes in "transitions", or move it to the "stopList" with the reason. [marketing, sales]"
    `);
  });
  test("says nothing of retired tactics", () => {
    expect(
      said(
        ["tactics", "tactics/yearly-review/transitions", undefined],
        ["tactics", "tactics/yearly-review/state", "retired"],
        ["tactics", "tactics/plant-visits/transitions", ["comparing-running", "running-staying"]],
      ),
    ).toMatchInlineSnapshot(`""`);
  });
});

describe("tactic/on-stop-list", () => {
  test("finds the same title and says why it was stopped", () => {
    expect(saidOf(tacticExamples["tactic/on-stop-list"].fails)).toMatchInlineSnapshot(`
      "tactics.json:38:16 error tactic/on-stop-list The tactic "Stand at the spring  Trade Fair" has been on the stop list since July 2026: 412 scans, 3 conversations, nobody who compared in 18 months.
        Take it out, or add "reinstates": { "stopped": "trade-fair-stand", "because": "what has changed" }. [marketing, sales]
        tactics.json:47:5 the entry on the stop list"
    `);
  });
  test("finds the same id", () => {
    expect(
      said([
        "tactics",
        "stopList/plant-visits",
        { id: "plant-visits", title: "Visits", why: "Too dear.", since: "2026-01" },
      ]),
    ).toMatchInlineSnapshot(`
      "tactics.json:18:13 error tactic/on-stop-list The tactic "Visit a reference plant" has been on the stop list since January 2026: Too dear.
        Take it out, or add "reinstates": { "stopped": "plant-visits", "because": "what has changed" }. [sales, marketing]
        tactics.json:44:5 the entry on the stop list"
    `);
  });
});

describe("tactic/unproven-over-cap", () => {
  test("says how much is over, exactly", () => {
    expect(saidOf(tacticExamples["tactic/unproven-over-cap"].fails)).toMatchInlineSnapshot(`
      "tactics.json:3:18 warning tactic/unproven-over-cap EUR 15,000.01 of EUR 75,000.01 (20 %) goes into tactics that are proposed or being tested; agreed is at most 20 %, which is EUR 0.01 less.
        Prove or drop one of them, or spend less on it; the largest is "webinar" with EUR 15,000.01. [marketing, sales]
        tactics.json:44:16 "webinar", proposed: EUR 15,000.01"
    `);
  });
  test("names the largest first and leaves out what is proven, retired or free", () => {
    expect(
      said(
        ["tactics", "tactics/yearly-review/state", "testing"],
        ["tactics", "tactics/yearly-review/spend", 30000],
        ["tactics", "tactics/plant-visits/state", "testing"],
        ["tactics", "tactics/plant-visits/spend", 45000.5],
      ),
    ).toMatchInlineSnapshot(`
      "tactics.json:3:18 warning tactic/unproven-over-cap EUR 75,000.50 of EUR 115,000.50 (65.2 %) goes into tactics that are proposed or being tested; agreed is at most 20 %, which is EUR 52,000.40 less.
        Prove or drop one of them, or spend less on it; the largest is "plant-visits" with EUR 45,000.50. [sales, marketing, success]
        tactics.json:24:16 "plant-visits", testing: EUR 45,000.50
        tactics.json:35:16 "yearly-review", testing: EUR 30,000"
    `);
  });
  test("says nothing without an agreed share, and nothing where nothing is spent", () => {
    expect(
      said(
        ["tactics", "unprovenCap", undefined],
        ["tactics", "tactics/plant-visits/state", "testing"],
      ),
    ).toBe("");
    expect(
      said(
        ["tactics", "tactics/stoppage-guide/spend", undefined],
        ["tactics", "tactics/plant-visits/spend", 0],
        ["tactics", "tactics/plant-visits/state", "testing"],
      ),
    ).toBe("");
  });
});
