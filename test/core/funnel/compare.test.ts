import { describe, expect, test } from "vitest";
import {
  compare,
  type FunnelAnswer,
  type FunnelComparison,
  requireFunnel,
} from "../../../core/funnel/index.ts";
import { planWith } from "../check/example.ts";
import { sellers } from "../check/examples/sla.ts";
import { type Edit, planOf } from "../plan/edited.ts";

const needs = (...edits: readonly Edit[]) => requireFunnel(planOf(...edits), "2026-12-01");
const total = (series: readonly number[]): number => series.reduce((sum, each) => sum + each, 0);
const smb = ({ segments }: FunnelComparison) => {
  const found = segments.find((each) => each.segment === "smb");
  if (found === undefined) throw new Error("no segment smb");
  return found;
};

const better: Edit = ["journey", '"value": 0.4', '"value": 0.5'];

describe("two plans side by side", () => {
  test("that are the same differ by nothing", () => {
    const same = compare(needs(), needs());
    const { newProspects, wins, revenue, stages, supply } = smb(same);
    const all = [
      newProspects,
      wins,
      ...Object.values(revenue ?? {}),
      ...stages.map((each) => each.entries),
      ...supply.flatMap((each) => [each.brings, each.handsOver]),
    ];
    expect(all.length).toBeGreaterThan(8);
    expect(all.flatMap((each) => each.difference).every((each) => each === 0)).toBe(true);
    expect(same).toMatchObject({ monthsAdded: [], monthsRemoved: [] });
  });

  test("carry what each needs by itself, stage by stage", () => {
    const [base, head] = [needs(), needs(better)];
    const { newProspects, stages } = smb(compare(base, head));
    expect(newProspects.base).toEqual(base.segments[0]?.newProspects);
    expect(newProspects.head).toEqual(head.segments[0]?.newProspects);
    for (const [index, stage] of stages.entries()) {
      expect(stage.entries.base).toEqual(base.segments[0]?.stages[index]?.entries);
      expect(stage.entries.head).toEqual(head.segments[0]?.stages[index]?.entries);
    }
  });

  test("say what moves of hours and money, role by role and segment by segment", () => {
    const staffed = (headcount: number, hours: number, cost: number): FunnelAnswer =>
      requireFunnel(
        planWith([
          ["resources", "", sellers({ "2027-01": headcount })],
          ["resources", "activities/visit/hours", hours],
          ["journey", "segments/smb/transitions/noticing-comparing/cost", { perEntry: cost }],
        ]),
        "2026-12-01",
      );
    const [base, head] = [staffed(2, 3, 10), staffed(1, 6, 30)];
    const both = compare(base, head);
    const [role] = both.workload;
    expect(role).toMatchObject({ role: "account-manager", team: "sales", presence: "both" });
    expect(role?.needed.head).toEqual(head.workload[0]?.needed);
    expect(total(role?.needed.difference ?? [])).toBeCloseTo(total(role?.needed.base ?? []), 6);
    expect(total(role?.missing.base ?? [])).toBe(0);
    expect(role?.missing.difference).toEqual(head.workload[0]?.staffing?.missing);
    const { cost, newProspects } = smb(both);
    expect(total(cost?.difference ?? [])).toBeCloseTo(20 * total(newProspects.base), 1);
    expect(compare(needs(), head).workload).toMatchObject([{ presence: "added" }]);
    expect(compare(head, needs()).workload).toMatchObject([{ presence: "removed" }]);
  });

  test("need fewer prospects where more of them go on, and as many from there on", () => {
    const { newProspects, wins } = smb(compare(needs(), needs(better)));
    expect(total(newProspects.head)).toBeCloseTo(total(newProspects.base) * 0.8, 6);
    expect(total(wins.difference)).toBeCloseTo(0, 6);
  });

  test("turn every sign when they change places", () => {
    const [one, other] = [compare(needs(), needs(better)), compare(needs(better), needs())];
    expect(smb(other).newProspects.difference.map((each) => -each + 0)).toEqual(
      smb(one).newProspects.difference.map((each) => each + 0),
    );
  });

  test("are put on the months of both", () => {
    const shorter = needs(
      ["plan", '"months": 6', '"months": 5'],
      ["targets", '{ "2027-Q1": 0, "2027-Q2": 180000 }', '{ "2027-Q1": 0, "2027-04": 90000 }'],
    );
    const side = compare(needs(), shorter);
    expect(side.months).toHaveLength(6);
    expect(side.monthsRemoved).toEqual(["2027-06"]);
    expect(smb(side).winsWanted.head).toHaveLength(6);
    expect(smb(side).winsWanted.head[5]).toBe(0);
    expect(compare(shorter, needs()).monthsAdded).toEqual(["2027-06"]);
  });

  test("say which segment only one of them has", () => {
    const base = needs();
    const renamed = {
      ...base,
      segments: base.segments.map((each) => ({ ...each, segment: "enterprise" })),
    };
    const { segments } = compare(base, renamed);
    expect(segments.map(({ segment, presence }) => [segment, presence])).toEqual([
      ["enterprise", "added"],
      ["smb", "removed"],
    ]);
    expect(segments[1]?.newProspects.head.every((each) => each === 0)).toBe(true);
  });

  test("do not add up dollars and euros", () => {
    const dollars = compare(needs(), needs(["plan", '"EUR"', '"USD"']));
    expect(smb(dollars).revenue).toBeUndefined();
  });
});
