import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dayNumberOf } from "../../core/calendar-date.ts";
import { describeWithRealData, realData } from "../real-data.ts";
import { openPlan } from "./open-plan.ts";

/** The plan of the real funnel says what the data says, counted here anew. */

interface Contact {
  readonly first: number;
  readonly won: number | undefined;
}

const rows = (path: string): readonly (readonly string[])[] =>
  readFileSync(realData(path), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

function contacts(): readonly Contact[] {
  const won = new Map(
    rows("olist/closed_deals.csv").map((row) => [row[0], (row[4] ?? "").slice(0, 10)]),
  );
  return rows("olist/mql.csv").map((row) => {
    const day = won.get(row[0]);
    return {
      first: dayNumberOf(row[1] ?? ""),
      won: day === undefined ? undefined : dayNumberOf(day),
    };
  });
}

describeWithRealData("plans/olist-2018 and the data it was measured on", "olist/mql.csv", () => {
  const plan = () => openPlan("plans/olist-2018");
  const transition = () => {
    const [step] = plan().segments[0]?.toSale.transitions ?? [];
    if (step === undefined) throw new Error("the plan has a step to the sale");
    return step.document;
  };
  /** First contacts of the cohort that the plan's basis names. */
  const cohort = () => {
    const basis = transition().conversion.basis;
    const from = dayNumberOf(basis?.from ?? "");
    const until = dayNumberOf(basis?.until ?? "");
    return contacts().filter((each) => each.first >= from && each.first < until);
  };

  test("the data holds 5,345 first contacts and 336 deals", () => {
    expect(contacts().length).toBe(5345);
    expect(contacts().filter((each) => each.won !== undefined).length).toBe(336);
  });

  test("the conversion's basis counts the cohort it names", () => {
    const basis = transition().conversion.basis;
    expect(cohort().length).toBe(basis?.trials);
    expect(cohort().filter((each) => each.won !== undefined).length).toBe(basis?.successes);
  });

  test("median and 90th percentile of the time to the sale are those of the cohort's deals", () => {
    const days = cohort()
      .flatMap((each) => (each.won === undefined ? [] : [each.won - each.first]))
      .toSorted((a, b) => a - b);
    // Interpolated between order statistics, as numpy and R do by default.
    const at = (share: number): number => {
      const place = share * (days.length - 1);
      const below = days[Math.floor(place)] ?? Number.NaN;
      return below + (place % 1) * ((days[Math.ceil(place)] ?? Number.NaN) - below);
    };
    expect(Math.round(at(0.5))).toBe(transition().duration.median);
    expect(Math.round(at(0.9))).toBe(transition().duration.p90);
  });

  test("one deal is older than its first contact and outside the cohort", () => {
    const impossible = contacts().filter((each) => each.won !== undefined && each.won < each.first);
    expect(impossible.length).toBe(1);
    expect(cohort()).not.toContainEqual(impossible[0]);
  });

  test("the opening pipeline counts those first contacted in 2018 and still open", () => {
    const start = dayNumberOf("2018-04-01");
    const open = contacts().filter(
      (each) => each.won === undefined && each.first >= dayNumberOf("2018-01-01"),
    );
    const groups = plan().documents.targets.value.segments[0]?.openingPipeline;
    if (!Array.isArray(groups)) throw new Error("the plan counts its opening pipeline");
    expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(open.length);
    for (const group of groups) {
      const [, from = 0, to = 0] = (/open-(\d+)-to-(\d+)-days/.exec(group.id) ?? []).map(Number);
      const counted = open.filter((each) => start - each.first >= from && start - each.first <= to);
      expect(counted.length, group.id).toBe(group.count);
      const meanAge = counted.reduce((sum, each) => sum + start - each.first, 0) / counted.length;
      expect(Math.round(meanAge), group.id).toBe(group.ageDays);
    }
  });
});
