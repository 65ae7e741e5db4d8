import { describe, expect, test } from "vitest";
import {
  type FunnelAnswer,
  requireFunnel,
  type SegmentFunnel,
  sureOfFunnel,
} from "../../core/funnel/index.ts";
import type { SoundPlan } from "../../core/plan/index.ts";
import { funnelReport } from "../../report/funnel.ts";
import { howMany } from "../../report/funnel-sentences.ts";
import { effortText } from "../../report/funnel-words.ts";
import { toText } from "../../report/text.ts";
import { baseDay } from "../core/check/base-plan.ts";
import { type Change, planWith } from "../core/check/example.ts";

/** What a leader is told about season and effort, each with its size. */

const steps = "segments/smb/transitions";

/** The base plan asks for the same every month, and has changes. */
function levelPlan(...changes: readonly Change[]): SoundPlan {
  const level: Change = [
    "targets",
    "segments/smb/revenue/new",
    { "2027-Q1": 180000, "2027-Q2": 180000 },
  ];
  return planWith([level, ...changes]);
}

const answerWith = (...changes: readonly Change[]): FunnelAnswer =>
  requireFunnel(levelPlan(...changes), baseDay);

const seasonOf = (factors: Readonly<Record<number, number>>): readonly number[] =>
  Array.from({ length: 12 }, (_, month) => factors[month] ?? 1);

function said(...changes: readonly Change[]): string {
  const { segments, months } = answerWith(...changes);
  return segments.map((segment) => howMany(segment, months)).join("\n");
}

/** The plan's first month is high because nobody is on the way; June is where the season shows. */
const onTheWay: Change = [
  "targets",
  "segments/smb/openingPipeline",
  [
    { id: "known", stage: "noticing", count: 60 },
    { id: "warm", stage: "comparing", count: 24 },
  ],
];

describe("why a month asks for most: the season", () => {
  test("is named where the month that asks for most has fewer who go on", () => {
    const season = seasonOf({ 4: 0.5 });
    expect(said(onTheWay, ["journey", `${steps}/noticing-comparing/season`, season])).toContain(
      " May 2027 asks for most because of the season: of those who enter Noticing in May, 50 % fewer than usual go on.",
    );
  });

  test("is not blamed where the month is high without it", () => {
    const season = seasonOf({ 4: 1.2 });
    expect(said(onTheWay)).not.toContain("season");
    expect(said(onTheWay, ["journey", `${steps}/noticing-comparing/season`, season])).not.toContain(
      "season",
    );
  });

  test("is not blamed where the running total is the heavier reason", () => {
    // Nobody is on the way, so January must bring what is due by June; its season is the smaller part of it.
    const text = said(["journey", `${steps}/noticing-comparing/season`, seasonOf({ 0: 0.95 })]);
    expect(text).toContain("most in January 2027");
    expect(text).not.toContain("season");
    expect(text).toMatch(
      / January 2027 asks for most because of the running total due at the end of \w+ 2027: what those on the way leave open of it must come from prospects who come in early enough to buy by then\./,
    );
  });

  test("of a stage that nobody enters from outside explains nothing about who comes in", () => {
    const season = seasonOf({ 0: 0.5, 1: 0.5, 2: 0.5, 3: 0.5, 4: 0.5, 5: 0.5 });
    expect(said(["journey", `${steps}/comparing-running/season`, season])).not.toContain("season");
  });
});

describe("the agreed effort", () => {
  const segmentWith = (recovery: number): SegmentFunnel => {
    const [segment] = answerWith(["targets", "planning/recovery", recovery]).segments;
    if (segment === undefined) throw new Error("the base plan has one segment");
    return segment;
  };

  test("is told with the size of the natural inflow", () => {
    // Six deals a month, of which each takes ten prospects.
    expect(effortText(segmentWith(1.5))).toBe("1.5 times the natural inflow (about 60 a month)");
    expect(effortText(segmentWith(1))).toBe("exactly the natural inflow (about 60 a month)");
  });

  test("is explained at the end of the report", () => {
    const sure = sureOfFunnel(levelPlan(), answerWith());
    expect(toText(funnelReport(answerWith(), sure))).toContain(
      "- Natural inflow: the new prospects in a month who would serve the targets if nobody were on the way and nothing urgent (about 60 for Small firms). Recovery (1.5, in targets.json):",
    );
  });
});
