import { describe, expect, test } from "vitest";
import { endToEnd } from "../../../core/flow/index.ts";
import { requireFunnel } from "../../../core/funnel/index.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { baseDay } from "../check/base-plan.ts";
import { planOf } from "../plan/edited.ts";

const sum = (series: readonly number[]): number => series.reduce((total, each) => total + each, 0);

const acme = openPlan("plans/acme-2027");

describe("what a prospect is worth at each stage", () => {
  test("is the product of the shares that still go on, where nobody comes back", () => {
    const rates = requireFunnel(acme, baseDay).segments[2]?.exchangeRates ?? [];
    for (const [index, { dealsPerProspect }] of rates.entries()) {
      const rest = rates.slice(index).reduce((product, each) => product * each.conversion, 1);
      expect(dealsPerProspect).toBeCloseTo(rest, 12);
    }
  });

  test("rises from stage to stage and takes less time", () => {
    for (const { exchangeRates } of requireFunnel(acme, baseDay).segments) {
      for (const [index, rate] of exchangeRates.slice(1).entries()) {
        const before = exchangeRates[index];
        expect(rate.dealsPerProspect).toBeGreaterThan(before?.dealsPerProspect ?? 1);
        for (const part of ["q10", "q50", "q90"] as const)
          expect(rate.daysToWin[part]).toBeLessThan(before?.daysToWin[part] ?? 0);
      }
    }
  });

  test("says at the first stage what is said of a new prospect who enters there", () => {
    for (const [index, segment] of requireFunnel(acme, baseDay).segments.entries()) {
      const model = acme.segments[index]?.toSale.model;
      if (model === undefined) throw new Error("no model");
      expect(segment.exchangeRates[0]?.dealsPerProspect).toBe(endToEnd(model, 0).rate);
      expect(segment.exchangeRates[0]?.daysToWin).toEqual(segment.daysToWin);
    }
  });
});

describe("the share that a dashboard shows", () => {
  test("is those who go on over those who enter within the plan", () => {
    const [segment] = requireFunnel(acme, baseDay).segments;
    for (const { stage, periodRatio } of segment?.exchangeRates ?? []) {
      const row = segment?.stages.find((each) => each.stage === stage);
      expect(periodRatio).toBeCloseTo(sum(row?.exits ?? []) / sum(row?.entries ?? []), 12);
    }
  });

  test("is below the agreed share in a plan that starts from nothing, with nothing wrong", () => {
    for (const rate of requireFunnel(planOf(), baseDay).segments[0]?.exchangeRates ?? []) {
      expect(rate.periodRatio).toBeLessThan(rate.conversion);
      expect(rate.periodRatio).toBeGreaterThan(0.5 * rate.conversion);
    }
  });
});

describe("what drives the number of each month", () => {
  test("new prospects are the natural inflow times a pressure, and the pulls of the deadlines make 1", () => {
    for (const segment of requireFunnel(acme, baseDay).segments) {
      expect(segment.naturalInflow).toHaveLength(12);
      expect(Math.min(...segment.naturalInflow)).toBeGreaterThan(0);
      const driven = segment.driving.length > 0;
      expect(sum(segment.driving.map(({ pull }) => pull))).toBeCloseTo(driven ? 1 : 0, 6);
      const within = segment.driving
        .map(({ month }) => month)
        .filter((month) => month <= "2027-12");
      const flagged = segment.standing.flatMap(({ driving }, month) =>
        driving ? [acme.months[month]] : [],
      );
      expect(within).toEqual(flagged);
    }
  });
});
