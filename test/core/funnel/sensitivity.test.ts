import { describe, expect, test } from "vitest";
import { applyOverlay, type Overlay } from "../../../core/change/index.ts";
import { load } from "../../../core/document/index.ts";
import {
  expectedWins,
  type ModelStep,
  requirement,
  scaledConversion,
  validateModel,
  validateTarget,
} from "../../../core/flow/index.ts";
import {
  forecast,
  type Influence,
  requireFunnel,
  type SegmentSensitivity,
  type StepInfluence,
  sensitivity,
} from "../../../core/funnel/index.ts";
import { resolve, type SoundPlan } from "../../../core/plan/index.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { baseDay } from "../check/base-plan.ts";
import { type Edit, planOf } from "../plan/edited.ts";

/** What moves a plan's result most; docs/funnel-mathematics.md 3.5. */

const opening: Edit = [
  "targets",
  '"averageDealValue"',
  '"openingPipeline": [{"id":"fresh","stage":"noticing","count":40,"ageDays":5},{"id":"warm","stage":"comparing","count":12}], "averageDealValue"',
];

const ask = (plan: SoundPlan) => {
  const funnel = requireFunnel(plan, baseDay);
  return { funnel, answer: sensitivity(plan, funnel) };
};

const only = (plan: SoundPlan): SegmentSensitivity => {
  const [segment] = ask(plan).answer.segments;
  if (segment === undefined) throw new Error("no segment");
  return segment;
};

const steps = (segment: SegmentSensitivity, of: Influence["of"]): readonly StepInfluence[] =>
  segment.influences.filter(
    (each): each is StepInfluence => each.of === of && each.of !== "value" && each.beforeSale,
  );

/** The plan with other values, through its documents: the long way round. */
function changed(plan: SoundPlan, overlay: Overlay): SoundPlan {
  const files = applyOverlay(plan, overlay);
  if (!files.ok) throw new Error(files.error[0]?.message);
  const loaded = load(files.value);
  if (!loaded.ok) throw new Error(loaded.error[0]?.message);
  const resolved = resolve(loaded.value);
  if (!resolved.ok) throw new Error(resolved.error[0]?.message);
  return resolved.value;
}

const sum = (series: readonly number[]): number => series.reduce((total, each) => total + each, 0);

const base = planOf();
const begun = planOf(opening);
const acme = openPlan("plans/acme-2027");
const asked = ask(acme);
const acmeSegment = (id: string): SegmentSensitivity => {
  const segment = asked.answer.segments.find((each) => each.segment === id);
  if (segment === undefined) throw new Error(`no segment ${id}`);
  return segment;
};

describe("the elasticity of deals by the deadline", () => {
  test("to a conversion is the share of them that still has to pass the step", () => {
    // Nobody comes back in these two segments, so the closed form of a chain holds, season and all.
    for (const id of ["small-plants", "key-accounts"]) {
      const segment = acme.segments.find((each) => each.id === id);
      const needed = asked.funnel.segments.find((each) => each.segment === id);
      if (segment === undefined || needed === undefined) throw new Error(`no segment ${id}`);
      const { model } = segment.toSale;
      const winsOf = (group: (typeof model.opening)[number]): number =>
        sum(expectedWins({ ...model, opening: [group] }, []));
      const fromNew = sum(
        expectedWins({ ...model, opening: [] }, [{ stage: 0, perMonth: needed.newProspects }]),
      );
      const all = fromNew + sum(model.opening.map(winsOf));
      for (const [stage, influence] of steps(acmeSegment(id), "conversion").entries()) {
        const behind = model.opening.filter((group) => group.stage > stage);
        expect(influence.elasticity.deals.byDeadline).toBeCloseTo(
          (all - sum(behind.map(winsOf))) / all,
          6,
        );
      }
    }
  });

  test("to the last conversion is 1, and to an earlier one no greater than to the next", () => {
    for (const segment of [only(begun), acmeSegment("small-plants"), acmeSegment("key-accounts")]) {
      const slopes = steps(segment, "conversion").map(
        ({ elasticity }) => elasticity.deals.byDeadline,
      );
      expect(slopes.at(-1)).toBeCloseTo(1, 9);
      expect(slopes).toEqual(slopes.toSorted((a, b) => a - b));
    }
  });

  test("of what comes afterwards from new prospects is 1 for every conversion", () => {
    for (const { elasticity } of steps(only(base), "conversion")) {
      expect(elasticity.deals.byDeadline).toBeCloseTo(1, 9);
      expect(elasticity.deals.yearAfter).toBeCloseTo(1, 9);
    }
  });

  test("to the values of deals: of revenue their shares of it, which make 1", () => {
    for (const segment of asked.answer.segments) {
      const values = segment.influences.filter(({ of }) => of === "value");
      expect(sum(values.map(({ elasticity }) => elasticity.revenue.byDeadline))).toBeCloseTo(1, 12);
      expect(sum(values.map(({ elasticity }) => elasticity.revenue.yearAfter))).toBeCloseTo(1, 12);
    }
  });
});

describe("late steps pay this year, early ones the next", () => {
  test("what a better step brings comes the sooner, the later the step", () => {
    for (const segment of asked.answer.segments) {
      const shares = steps(segment, "conversion").map(({ elasticity: { deals } }) => {
        const now = deals.byDeadline * segment.planned.byDeadline.deals;
        const later = deals.yearAfter * segment.planned.yearAfter.deals;
        return now / (now + later);
      });
      expect(shares.at(-1)).toBeGreaterThan(shares[0] ?? 1);
    }
  });

  test("a shorter step brings no more deals, only sooner: what it gives by the deadline, it takes afterwards", () => {
    for (const { better } of steps(only(begun), "duration")) {
      expect(better.byDeadline.deals).toBeGreaterThan(0.01);
      expect(better.byDeadline.deals + better.yearAfter.deals).toBeCloseTo(0, 6);
    }
  });
});

describe("a realistic change", () => {
  test("moves the result as the closed form says: in proportion, where nobody comes back", () => {
    for (const segment of [only(begun), acmeSegment("small-plants"), acmeSegment("key-accounts")]) {
      for (const { value, better, worse, elasticity } of steps(segment, "conversion")) {
        const perCent = elasticity.deals.byDeadline * segment.planned.byDeadline.deals;
        for (const each of [better, worse]) {
          expect(each.byDeadline.deals).toBeCloseTo(perCent * (each.value / value - 1), 6);
        }
      }
    }
  });

  test("is what the plan brings when its documents say so", () => {
    const inflow = new Map(
      asked.funnel.segments.map((each) => [each.segment, each.newProspects] as const),
    );
    const changes = [
      ["mid-size", "evaluating-committing", "conversion", "conversion/value"],
      ["key-accounts", "unaware-aware", "conversion", "conversion/value"],
      ["key-accounts", "onboarded-renewed", "conversion", "conversion/value"],
    ] as const;
    for (const [id, step, of, path] of changes) {
      const influence = acmeSegment(id).influences.find(
        (each) => each.of === of && each.step === step,
      );
      if (influence === undefined) throw new Error(`no influence of ${step}`);
      const { value } = influence.better;
      const other = changed(acme, [
        { document: "journey", path: `segments/${id}/transitions/${step}/${path}`, value },
      ]);
      const [before, after] = [acme, other].map((plan) => {
        const segment = forecast(plan, inflow, baseDay).segments.find(
          (each) => each.segment === id,
        );
        const revenue = segment?.revenue;
        return {
          deals: sum(segment?.wins.expected ?? []),
          revenue: sum(
            (["new", "expansion", "renewal"] as const).map((kind) =>
              sum(revenue?.[kind].expected ?? []),
            ),
          ),
        };
      });
      const { byDeadline } = influence.better;
      expect((after?.deals ?? 0) - (before?.deals ?? 0)).toBeCloseTo(byDeadline.deals, 6);
      expect(((after?.revenue ?? 0) - (before?.revenue ?? 0)) / byDeadline.revenue).toBeCloseTo(
        1,
        6,
      );
    }
  });

  test("is planned from what the funnel expects", () => {
    for (const [index, segment] of asked.answer.segments.entries()) {
      const needed = asked.funnel.segments[index];
      const { deals, revenue } = segment.planned.byDeadline;
      expect(deals).toBeCloseTo(sum(needed?.wins.expected ?? []), 6);
      for (const kind of ["new", "expansion", "renewal"] as const) {
        expect(revenue[kind] / sum(needed?.revenue[kind].expected ?? [])).toBeCloseTo(1, 9);
      }
    }
  });
});

describe("what is required", () => {
  const alone = (step: ModelStep): number => {
    const model = validateModel({
      start: "2027-01-01",
      months: 12,
      steps: [step],
      won: "won",
      opening: [],
    });
    if (!model.ok) throw new Error(model.error[0]?.message);
    const wins = validateTarget(model.value, {
      revenuePerMonth: Array.from({ length: 12 }, (_, month) => (month < 3 ? 0 : 100 + month)),
      averageDealValue: 1,
    });
    if (!wins.ok) throw new Error(wins.error[0]?.message);
    const answer = requirement(model.value, wins.value);
    return sum(answer.entries.slice(0, 12));
  };

  test("falls by exactly as much as the only step's conversion rises: its elasticity is -1", () => {
    const step: ModelStep = {
      id: "aware",
      conversion: 0.2,
      lag: { family: "gamma", median: 40, p90: 90 },
    };
    for (const factor of [0.5, 0.999, 1.001, 1.1, 3]) {
      const ratio = alone(scaledConversion(step, factor)) / alone(step);
      expect(Math.log(ratio) / Math.log(factor)).toBeCloseTo(-1, 9);
    }
  });

  test("so it does for every conversion on the way, and for the value of a deal, where nobody is on the way yet", () => {
    const segment = only(base);
    const before = segment.newProspects;
    for (const { value, better, newProspects } of steps(segment, "conversion")) {
      expect((before + newProspects) / before).toBeCloseTo(value / better.value, 9);
    }
    const dealValue = segment.influences.find(
      (each) => each.of === "value" && each.business === "new",
    );
    expect((before + (dealValue?.newProspects ?? 0)) / before).toBeCloseTo(1 / 1.1, 9);
  });

  test("nothing moves it that lies after the sale", () => {
    const after = acmeSegment("mid-size").influences.filter(
      (each) => each.of !== "value" && !each.beforeSale,
    );
    expect(after).toHaveLength(5);
    expect(after.map(({ newProspects }) => newProspects)).toEqual([0, 0, 0, 0, 0]);
  });
});
