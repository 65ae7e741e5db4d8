import { expect, test } from "vitest";
import { load } from "../../../core/document/index.ts";
import { requireFunnel } from "../../../core/funnel/index.ts";
import { resolve } from "../../../core/plan/index.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { basePlan } from "../check/base-plan.ts";

const sum = (series: readonly number[] | undefined): number =>
  (series ?? []).reduce((total, each) => total + each, 0);

test("everyone who goes on from a fork is counted, whichever way they take", () => {
  const [segment] = requireFunnel(openPlan("plans/acme-2027"), "2026-11-23").segments;
  const stage = (id: string) => segment?.stages.find((each) => each.stage === id);
  const onward = sum(stage("renewed")?.entries) + sum(stage("expanded")?.entries);
  expect(sum(stage("onboarded")?.exits)).toBeCloseTo(onward, 6);
});

test("the share who ever buy is that of the stages where prospects come in", () => {
  // oxlint-disable-next-line typescript/no-explicit-any -- the example writes what the literal's type leaves out
  const documents: any = structuredClone(basePlan);
  const [first, second] = documents.journey.segments[0].transitions;
  documents.journey.segments[0].entryMix = { [first.from]: 0.25, [second.from]: 0.75 };
  const files = Object.entries(documents).map(([name, value]) => ({
    name: `${name}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(value)),
  }));
  const loaded = load({ folder: "p", files });
  const plan = loaded.ok ? resolve(loaded.value) : loaded;
  if (!plan.ok) throw new Error(plan.error.map((each) => each.message).join("\n"));
  const [segment] = requireFunnel(plan.value, "2026-12-01").segments;
  const late = second.conversion.value;
  expect(segment?.winRate).toBeCloseTo(0.25 * first.conversion.value * late + 0.75 * late, 9);
});
