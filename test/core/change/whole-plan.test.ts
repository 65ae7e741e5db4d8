import { describe, expect, test } from "vitest";
import { fingerprintsBetween, judge, judgeWhole, noPlan } from "../../../core/change/index.ts";
import { requireFunnel } from "../../../core/funnel/index.ts";
import { basePlan } from "../check/base-plan.ts";
import { type Edit, planOf } from "../plan/edited.ts";

const computed = (...edits: readonly Edit[]) => {
  const plan = planOf(...edits);
  return { plan, funnel: requireFunnel(plan, "2026-12-01") };
};

const title: Edit = ["plan", '"Growth 2027"', '"Growth"'];

describe("fingerprints", () => {
  test("are those of the judgement, without weighing anything", () => {
    const [base, head] = [computed(), computed(title, ["journey", '"value": 0.4', '"value": 0.5'])];
    const judged = judge(base, head).changes.map(({ fingerprint }) => fingerprint);
    expect(judged).toHaveLength(2);
    expect(fingerprintsBetween(base.plan, head.plan)).toEqual(judged);
  });

  test("of what comes and what goes are not the same", () => {
    const { plan } = computed();
    const comes = fingerprintsBetween(noPlan, plan);
    expect(fingerprintsBetween(plan, noPlan).filter((each) => comes.includes(each))).toEqual([]);
  });
});

describe("a plan as a whole", () => {
  test("is one major change for each document, which reaches everybody", () => {
    const changes = judgeWhole(noPlan, planOf());
    expect(changes.map(({ document }) => document).toSorted()).toEqual(
      Object.keys(basePlan).toSorted(),
    );
    expect(new Set(changes.map(({ class: weight }) => weight))).toEqual(new Set(["major"]));
    expect(changes[0]?.affects).toEqual(["marketing", "sales", "success"]);
  });

  test("has another fingerprint only for the document that says something else", () => {
    const [before, after] = [judgeWhole(noPlan, planOf()), judgeWhole(noPlan, planOf(title))];
    const known = new Set(before.map(({ fingerprint }) => fingerprint));
    expect(after.filter(({ fingerprint }) => !known.has(fingerprint))).toMatchObject([
      { document: "plan" },
    ]);
  });
});
