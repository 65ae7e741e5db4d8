import { describe, expect, test } from "vitest";
import { applyOverlay, type Overlay } from "../../../core/change/index.ts";
import { load } from "../../../core/document/index.ts";
import {
  forecast,
  type Lever,
  requireFunnel,
  type Shortfall,
  shortfallsOf,
} from "../../../core/funnel/index.ts";
import { resolve, type SoundPlan } from "../../../core/plan/index.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { baseDay } from "../check/base-plan.ts";
import { type Edit, planOf } from "../plan/edited.ts";

/** What would close what new prospects alone cannot. */

function ask(plan: SoundPlan) {
  const funnel = requireFunnel(plan, baseDay);
  return plan.segments.map((segment, index) => {
    const needed = funnel.segments[index];
    if (needed === undefined) throw new Error("no segment");
    return { needed, shortfalls: shortfallsOf(plan, segment, needed) };
  });
}

const acme = openPlan("plans/acme-2027");
const [, midSize] = ask(acme);

const lever = (
  { levers }: Shortfall,
  of: Lever["of"],
  step?: string,
): { readonly value: number; readonly closedAt: number | null } => {
  const found = levers.find((each) => each.of === of && (!("step" in each) || each.step === step));
  if (found === undefined) throw new Error(`no lever ${of}`);
  return found;
};

/** What is missing at worst in these months when acme's documents say something else and the same new prospects come in. */
function missing({ from, through }: Shortfall, overlay: Overlay): number {
  const files = applyOverlay(acme, overlay);
  if (!files.ok) throw new Error(files.error[0]?.message);
  const loaded = load(files.value);
  if (!loaded.ok) throw new Error(loaded.error[0]?.message);
  const plan = resolve(loaded.value);
  if (!plan.ok) throw new Error(plan.error[0]?.message);
  const inflow = new Map([["mid-size", midSize?.needed.newProspects ?? []]]);
  const segment = forecast(plan.value, inflow, baseDay).segments[1];
  let [wanted, won, worst] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let month = 0; month <= through; month++) {
    wanted += segment?.wins.target[month] ?? 0;
    won += segment?.wins.expected[month] ?? 0;
    if (month >= from) worst = Math.max(worst, wanted - won);
  }
  return worst;
}

const shortfall = midSize?.shortfalls[0];
if (shortfall === undefined) throw new Error("acme has no shortfall");

const at = (step: string, path: string, value: number): Overlay => [
  { document: "journey", path: `segments/mid-size/transitions/${step}/${path}`, value },
];

describe("a shortfall", () => {
  test("is told where months cannot be reached, with the worst of them", () => {
    expect(midSize?.shortfalls).toHaveLength(1);
    expect(shortfall).toMatchObject({ from: 0, through: 4, worst: 3 });
    expect(shortfall.deals).toBe(midSize?.needed.standing[3]?.shortfall);
    expect(missing(shortfall, [])).toBeCloseTo(shortfall.deals, 6);
  });

  test("is none where every month can be reached", () => {
    expect(ask(planOf()).flatMap(({ shortfalls }) => shortfalls)).toEqual([]);
  });
});

describe("a lever closes it alone, at no more than its size", () => {
  test("the share that goes on at the last step", () => {
    const { value, closedAt } = lever(shortfall, "conversion", "committing-customer");
    if (closedAt === null) throw new Error("not closed");
    expect(closedAt).toBeGreaterThan(value);
    const path = "conversion/value";
    expect(missing(shortfall, at("committing-customer", path, closedAt))).toBeCloseTo(0, 6);
    expect(missing(shortfall, at("committing-customer", path, closedAt - 0.001))).toBeGreaterThan(
      0,
    );
  });

  test("the time that the last step takes", () => {
    const { value, closedAt } = lever(shortfall, "duration", "committing-customer");
    if (closedAt === null) throw new Error("not closed");
    expect(closedAt).toBeLessThan(value);
    const takes = (median: number): Overlay => [
      ...at("committing-customer", "duration/median", median),
      ...at("committing-customer", "duration/p90", (48 * median) / 21),
    ];
    expect(missing(shortfall, takes(closedAt))).toBeCloseTo(0, 6);
    expect(missing(shortfall, takes(closedAt + 0.1))).toBeGreaterThan(0);
  });

  test("what a deal brings", () => {
    const { closedAt } = lever(shortfall, "value");
    const brings = (value: number): Overlay => [
      { document: "targets", path: "segments/mid-size/averageDealValue/new", value },
    ];
    const cents = Math.ceil((closedAt ?? 0) * 100) / 100;
    expect(missing(shortfall, brings(cents))).toBeLessThanOrEqual(1e-9);
    expect(missing(shortfall, brings(cents - 1))).toBeGreaterThan(0);
  });

  test("fewer deals wanted: as many as are missing", () => {
    const { value, closedAt } = lever(shortfall, "target");
    expect(value - (closedAt ?? 0)).toBeCloseTo(shortfall.deals, 9);
  });
});

describe("a lever that does not do it alone says so", () => {
  test("an early step, however many go on: they buy too late", () => {
    expect(lever(shortfall, "conversion", "aware-exploring").closedAt).toBeNull();
    expect(missing(shortfall, at("aware-exploring", "conversion/value", 1))).toBeGreaterThan(0);
  });

  test("more new prospects, where months are decided", () => {
    expect(lever(shortfall, "recovery").closedAt).toBeNull();
  });

  test("every step but the target, where nobody is on the way and the first month wants deals", () => {
    const early: Edit = ["targets", '"2027-Q1": 0,', '"2027-Q1": 90000,'];
    const slow: Edit = [
      "journey",
      '"duration": { "median": 20, "p90": 45 }',
      '"duration": { "fixed": 400 }',
    ];
    const [first] = ask(planOf(early, slow)).flatMap(({ shortfalls }) => shortfalls);
    const closing = first?.levers.filter(({ closedAt }) => closedAt !== null) ?? [];
    expect(closing.map(({ of }) => of)).toEqual(["target"]);
  });
});

test("where nobody is required because nobody could help, a lever may make new prospects of use", () => {
  const slow: Edit = [
    "journey",
    '"duration": { "median": 20, "p90": 45 }',
    '"duration": { "fixed": 400 }',
  ];
  const late: Edit = [
    "targets",
    '"2027-Q2": 180000',
    '"2027-04": 0, "2027-05": 0, "2027-06": 60000',
  ];
  const [found] = ask(planOf(slow, late)).flatMap(({ shortfalls }) => shortfalls);
  expect(found).toMatchObject({ from: 5, through: 5, newProspects: "recovery" });
  const step = found?.levers.find(
    (each) => each.of === "duration" && each.step === "comparing-running",
  );
  expect(step?.closedAt).toBeGreaterThan(60);
  expect(step?.closedAt).toBeLessThan(180);
});

describe("recovery closes what lies beyond the agreed effort", () => {
  test("at the crash factor, and the requirement then reaches every month", () => {
    const early: Edit = [
      "targets",
      '"2027-Q1": 0,',
      '"2027-01": 0, "2027-02": 60000, "2027-03": 0,',
    ];
    const plan = planOf(early);
    const found = ask(plan).flatMap(({ shortfalls }) => shortfalls);
    expect(found).toHaveLength(1);
    const closedAt = found[0]?.levers.find(({ of }) => of === "recovery")?.closedAt ?? null;
    if (closedAt === null) throw new Error("not closed");
    const within = (recovery: number): Edit => [
      "targets",
      '"beyondHorizon": "none"',
      `"beyondHorizon": "none", "recovery": ${recovery}`,
    ];
    const open = (recovery: number): number =>
      ask(planOf(early, within(recovery))).flatMap(({ shortfalls }) => shortfalls).length;
    expect(open(Math.ceil(closedAt * 1000) / 1000)).toBe(0);
    expect(open(closedAt * 0.97)).toBe(1);
  });
});
