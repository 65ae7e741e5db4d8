import { describe, expect, test } from "vitest";
import { requireFunnel, type SegmentFunnel, segmentCost } from "../../../core/funnel/index.ts";
import { currencyOf, type Minor } from "../../../core/money.ts";
import { baseDay } from "../check/base-plan.ts";
import { type Change, planWith } from "../check/example.ts";

/** What prospects cost: by stage, by month, and for each deal. */

const euro = currencyOf("EUR");
const step = (id: string): string => `segments/smb/transitions/${id}/cost`;

function segmentOf(...changes: readonly Change[]): SegmentFunnel {
  const [segment] = requireFunnel(planWith(changes), baseDay).segments;
  if (segment === undefined) throw new Error("no segment");
  return segment;
}

const sum = (amounts: readonly Minor[]): Minor => amounts.reduce((all, each) => all + each, 0n);
const costsOf = (segment: SegmentFunnel, stage: string): readonly Minor[] =>
  segment.stages.find((each) => each.stage === stage)?.cost ?? [];

describe("what prospects cost", () => {
  test("counts each entry once, to the nearest cent", () => {
    const segment = segmentOf(["journey", step("noticing-comparing"), { perEntry: 12.5 }]);
    const entries = segment.stages[0]?.entries ?? [];
    expect(costsOf(segment, "noticing")).toEqual(
      entries.map((each) => BigInt(Math.round(each * 1250))),
    );
    expect(sum(costsOf(segment, "comparing"))).toBe(0n);
  });
  test("counts everyone in a stage for each month, parts of months by days", () => {
    // Thirty stay for 40 days each, and 20 of them are over; 310 a month are 10 a day in January.
    const segment = segmentOf(
      ["journey", step("comparing-running"), { perMonth: 310 }],
      ["journey", "segments/smb/transitions/comparing-running/duration", { fixed: 40 }],
      [
        "targets",
        "segments/smb/openingPipeline",
        [{ id: "warm", stage: "comparing", count: 30, ageDays: 20 }],
      ],
      ["targets", "segments/smb/revenue/new", { "2027-Q1": 0, "2027-Q2": 0 }],
    );
    expect(costsOf(segment, "comparing")).toEqual([30n * 20n * 1000n, 0n, 0n, 0n, 0n, 0n]);
  });
  test("adds up what several steps out of one stage state", () => {
    const steps = (cost: unknown, other: unknown): readonly Change[] => [
      ["journey", step("running-staying"), cost],
      [
        "journey",
        "stages/growing",
        {
          id: "growing",
          title: "We do the same in our second plant",
          exit: "The second plant confirms a month without a stoppage",
          owner: "customer-success",
          business: "expansion",
        },
      ],
      [
        "journey",
        "segments/smb/transitions/running-growing",
        {
          id: "running-growing",
          from: "running",
          to: "growing",
          conversion: { value: 0.1, assumed: "One in ten has a second plant." },
          duration: { fixed: 30 },
          ...(other === undefined ? {} : { cost: other }),
        },
      ],
      ["targets", "segments/smb/averageDealValue/expansion", 5000],
    ];
    const both = segmentOf(...steps({ perEntry: 20 }, { perEntry: 30 }));
    const one = segmentOf(...steps({ perEntry: 50 }, undefined));
    expect(sum(costsOf(both, "running"))).toBeGreaterThan(0n);
    expect(costsOf(both, "running")).toEqual(costsOf(one, "running"));
  });
});

describe("the cost of a segment", () => {
  const segment = segmentOf(
    ["journey", step("noticing-comparing"), { perEntry: 10 }],
    ["journey", step("comparing-running"), { perEntry: 100, perMonth: 7.25 }],
    ["journey", step("running-staying"), { perEntry: 40 }],
  );
  const cost = segmentCost(segment, euro);

  test("adds up exactly over stages and months", () => {
    expect(sum(cost.perMonth)).toBe(cost.total);
    expect(cost.total).toBe(sum(segment.stages.map((each) => sum(each.cost))));
    expect(cost.total - cost.beforeSale).toBe(sum(costsOf(segment, "running")));
    expect(cost.total).toBeGreaterThan(cost.beforeSale);
  });
  test("is told for each expected deal, from what is spent before the sale", () => {
    const deals = segment.wins.expected.reduce((all, each) => all + each, 0);
    expect(cost.perWin).toBe(BigInt(Math.round(Number(cost.beforeSale) / deals)));
  });
  test("names the stage that costs most", () => {
    expect(cost.costliest?.stage.stage).toBe("comparing");
    expect(cost.costliest?.cost).toBe(sum(costsOf(segment, "comparing")));
  });
  test("is nothing where the journey states none, and has no deal where none is expected", () => {
    expect(segmentCost(segmentOf(), euro)).toMatchObject({
      total: 0n,
      perWin: 0n,
      costliest: undefined,
    });
    const idle = segmentOf(
      ["targets", "segments/smb/revenue/new", { "2027-Q1": 0, "2027-Q2": 0 }],
      ["journey", step("noticing-comparing"), { perEntry: 10 }],
    );
    expect(segmentCost(idle, euro).perWin).toBeUndefined();
  });
});
