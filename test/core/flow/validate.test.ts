import { describe, expect, test } from "vitest";
import {
  type FunnelModel,
  type ModelStep,
  requirement,
  type TargetInput,
  validateModel,
  validateTarget,
} from "../../../core/flow/index.ts";
import { soundModel } from "./arbitrary-funnel.ts";

const lead: ModelStep = {
  id: "lead",
  conversion: 0.25,
  lag: { family: "gamma", median: 20, p90: 60 },
};
const trial: ModelStep = { id: "trial", conversion: 0.5, lag: { family: "fixed", days: 20 } };
const base: FunnelModel = {
  start: "2026-01-01",
  months: 12,
  steps: [lead, trial],
  won: "customer",
  opening: [],
};

/** The first reason to refuse, as code and sentence. */
function refusal(model: FunnelModel): string | undefined {
  const checked = validateModel(model);
  return checked.ok ? undefined : `${checked.error[0]?.code}: ${checked.error[0]?.message}`;
}

const withLead = (step: Partial<ModelStep>): FunnelModel => ({
  ...base,
  steps: [{ ...lead, ...step }, trial],
});

const targetRefusal = (model: FunnelModel, target: TargetInput): string | undefined => {
  const checked = validateTarget(soundModel(model), target);
  return checked.ok ? undefined : `${checked.error[0]?.code}: ${checked.error[0]?.message}`;
};

describe("validateModel", () => {
  test("accepts a plain funnel", () => {
    expect(refusal(base)).toBeUndefined();
  });

  test("refuses what cannot be computed, in a sentence that names it", () => {
    const december = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4.5];
    const recycle = { share: 1.2, to: 0, lag: { family: "fixed", days: 30 } } as const;
    const models: readonly FunnelModel[] = [
      withLead({ conversion: 1.2 }),
      withLead({ conversion: Number.NaN }),
      withLead({ changes: [{ from: "2026-05-01", conversion: -0.1 }] }),
      withLead({ changes: [{ from: "2026-05-32", conversion: 0.1 }] }),
      withLead({ season: december }),
      withLead({ season: [1, 2] }),
      withLead({ lag: { family: "gamma", median: 30, p90: 30 } }),
      withLead({ lag: { family: "lognormal", median: 0, p90: 30 } }),
      withLead({ lag: { family: "weibull", mean: 10, cv: 0 } }),
      withLead({ lag: { family: "histogram", weights: [0, 0] } }),
      withLead({ lag: { family: "fixed", days: -3 } }),
      withLead({ leakLag: { family: "fixed", days: Number.POSITIVE_INFINITY } }),
      withLead({ recycle }),
      withLead({ recycle: { ...recycle, share: 0.5, to: 2 } }),
      withLead({ conversion: 0, recycle: { ...recycle, share: 1 } }),
      { ...base, start: "2026-01-15" },
      { ...base, months: 0 },
      { ...base, steps: [] },
      { ...base, opening: [{ stage: 1, ageDays: 400, count: 5 }] },
      { ...base, opening: [{ stage: 0, count: -5 }] },
      { ...base, opening: [{ stage: 7, count: 5 }] },
      { ...base, entryMix: [{ stage: 0, share: 0.5 }] },
    ];
    expect(models.map(refusal)).toMatchInlineSnapshot(`
      [
        "RATE_RANGE: Stage "lead" converts at 1.2; a conversion lies between 0 and 1.",
        "RATE_RANGE: Stage "lead" converts at NaN; a conversion lies between 0 and 1.",
        "RATE_RANGE: Stage "lead" converts at -0.1 from 2026-05-01; a conversion lies between 0 and 1.",
        "DATE_UNKNOWN: A change of stage "lead" starts on "2026-05-32", which is no date.",
        "RATE_RANGE: Stage "lead" converts at 1.125 in its best month, after the season; a conversion lies between 0 and 1.",
        "RATE_RANGE: The season of stage "lead" has 2 factors; it needs 12.",
        "LAG_SHAPE: The lag of stage "lead" has a p90 of 30 days, not above its median of 30 days.",
        "LAG_SHAPE: The lag of stage "lead" has a median of 0 days; it must be above 0.",
        "LAG_SHAPE: The lag of stage "lead" has a coefficient of variation of 0; it lies between 0.001 and 7.",
        "LAG_SHAPE: The lag of stage "lead" has a histogram without any weight.",
        "LAG_RANGE: The lag of stage "lead" takes -3 days; a fixed lag lies between 0 and 36525 days.",
        "LAG_RANGE: The leak lag of stage "lead" takes Infinity days; a fixed lag lies between 0 and 36525 days.",
        "SHARE_RANGE: Stage "lead" recycles a share of 1.2; a share lies between 0 and 1.",
        "STAGE_UNKNOWN: Stage "lead" recycles into stage 2; there are stages 0 to 1 before the win.",
        "LOOP_GAIN: Whoever enters stage "lead" while nobody progresses comes back for ever: all who leave are recycled.",
        "START_NOT_MONTH: The plan starts on 2026-01-15; it must start on the first day of a month.",
        "MONTHS_RANGE: The plan covers 0 months; it covers whole months, from 1 to 600.",
        "STAGE_UNKNOWN: The funnel has no stage before the win.",
        "STOCK_TOO_OLD: The opening pipeline has 5 prospects who have been in stage "trial" for 400 days; by its lag everybody has left before.",
        "COUNT_RANGE: The opening pipeline has -5 prospects in stage "lead"; a count is 0 or more.",
        "STAGE_UNKNOWN: The opening pipeline names stage 7; the stages are 0 to 2.",
        "SHARE_RANGE: The shares of the entry mix add up to 0.5; they must add up to 1.",
      ]
    `);
  });

  test("reports everything that is wrong, not only the first", () => {
    const checked = validateModel({ ...withLead({ conversion: 2 }), start: "2026-02-30" });
    expect(checked.ok ? [] : checked.error.map(({ code }) => code)).toEqual([
      "START_NOT_MONTH",
      "RATE_RANGE",
    ]);
  });

  test("judges a season on the months in which each conversion holds", () => {
    const season = [1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1];
    const onlyInJuly = [
      { from: "2026-07-01", conversion: 0.9 },
      { from: "2026-08-01", conversion: 0.25 },
    ];
    expect(refusal(withLead({ season, changes: onlyInJuly }))).toBeUndefined();
    expect(refusal(withLead({ season, changes: onlyInJuly.slice(0, 1) }))).toContain("RATE_RANGE");
  });

  test("tells a number that is none as a word", () => {
    const checked = validateModel(withLead({ conversion: Number.NaN }));
    expect(checked.ok ? undefined : checked.error[0]?.value).toBe("NaN");
  });

  test("tells a way out with every refusal", () => {
    const checked = validateModel(withLead({ lag: { family: "gamma", median: 30, p90: 20 } }));
    expect(checked.ok ? [] : checked.error).toEqual([
      {
        code: "LAG_SHAPE",
        stage: "lead",
        value: 20,
        message: 'The lag of stage "lead" has a p90 of 20 days, not above its median of 30 days.',
        help: 'The p90 is the time within which 9 of 10 are through. If it always takes the same time, say { "family": "fixed", "days": … }.',
      },
    ]);
  });

  test("is the only way to a requirement", () => {
    const target = validateTarget(soundModel(base), { winsPerMonth: [1] });
    if (!target.ok) throw new Error("a plain target");
    // @ts-expect-error [ts2345] -- a funnel that was not checked cannot be computed.
    expect(requirement(base, target.value).natural.length).toBeGreaterThan(0);
  });
});

describe("validateTarget", () => {
  test("turns revenue into deals and keeps their fractions", () => {
    const target = { revenuePerMonth: [50_000, 0], averageDealValue: 120_000 };
    const checked = validateTarget(soundModel(base), target);
    expect(checked.ok ? checked.value.winsPerMonth : []).toEqual([50_000 / 120_000, 0]);
  });

  test("refuses targets that no number of prospects can make", () => {
    const closed = { ...base, steps: [lead, { ...trial, conversion: 0 }] };
    const revenuePerMonth = [100];
    expect([
      targetRefusal(closed, { winsPerMonth: [1] }),
      targetRefusal(closed, { winsPerMonth: [0] }),
      targetRefusal(base, { winsPerMonth: [-1] }),
      targetRefusal(base, { revenuePerMonth, averageDealValue: 0 }),
      targetRefusal(base, { revenuePerMonth, averageDealValue: [] }),
    ]).toMatchInlineSnapshot(`
      [
        "ZERO_CONVERSION: Nobody progresses from stage "trial" (its conversion is 0), so no number of prospects reaches the target.",
        undefined,
        "TARGET_RANGE: The target of month 1 is -1 wins; a target is 0 or more.",
        "DEAL_VALUE: The average deal value is 0; it must be above 0, or no number of deals makes the revenue.",
        "DEAL_VALUE: The average deal value is NaN; it must be above 0, or no number of deals makes the revenue.",
      ]
    `);
  });

  test("lets a step open later in the plan", () => {
    const later = {
      ...base,
      steps: [
        lead,
        { ...trial, conversion: 0, changes: [{ from: "2026-06-01", conversion: 0.4 }] },
      ],
    };
    expect(targetRefusal(later, { winsPerMonth: [1] })).toBeUndefined();
  });
});
