import { describe, expect, test } from "vitest";
import { load } from "../../../core/document/index.ts";
import { resolve } from "../../../core/plan/index.ts";
import { basePlan } from "../check/base-plan.ts";

/** What was once accepted, and must never be again. */

type Documents = Record<string, unknown>;

/** The rules that refuse the base plan after `change`; none when it is accepted. */
function refusals(change: (documents: ReturnType<typeof copy>) => void): readonly string[] {
  const documents = copy();
  change(documents);
  const files = Object.entries(documents as Documents).map(([name, value]) => ({
    name: `${name}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(value)),
  }));
  const loaded = load({ folder: "p", files });
  const resolved = loaded.ok ? resolve(loaded.value) : loaded;
  return resolved.ok ? [] : resolved.error.map((each) => each.rule);
}

// oxlint-disable-next-line typescript/no-explicit-any -- examples write what the types forbid
const copy = (): any => structuredClone(basePlan);

describe("what the schema refuses is never accepted", () => {
  test("the base plan itself is accepted", () => {
    expect(refusals(() => {})).toEqual([]);
  });

  test.each([{ growth: 0.12 }, { growthPerYear: 0.1, x: 1 }, { growthPerYear: "0.1" }, [], 5])(
    "beyondHorizon %j",
    (value) => {
      const rules = refusals((documents) => {
        documents.targets.planning = { beyondHorizon: value };
      });
      expect(rules.length).toBeGreaterThan(0);
    },
  );
});

describe("numbers that no answer could be computed from", () => {
  test("a conversion of one in 10^308", () => {
    const rules = refusals((documents) => {
      documents.journey.segments[0].transitions[0].conversion.value = 1e-308;
    });
    expect(rules).toContain("funnel/rate-range");
  });

  test("a season that leaves next to nothing", () => {
    const rules = refusals((documents) => {
      documents.journey.segments[0].transitions[0].season = [
        1e-200, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ];
    });
    expect(rules).toContain("funnel/rate-range");
  });

  test("more prospects than there are people", () => {
    const rules = refusals((documents) => {
      const stage = documents.journey.segments[0].transitions[0].from;
      documents.targets.segments[0].openingPipeline = [{ id: "all", stage, count: 1e308 }];
    });
    expect(rules).toContain("document/out-of-range");
  });
});

describe("after the sale", () => {
  test("nobody comes back to a stage before it", () => {
    const rules = refusals((documents) => {
      const late = documents.journey.segments[0].transitions.at(-1);
      const first = documents.journey.segments[0].transitions[0].from;
      late.recycle = { share: 0.5, to: first, duration: { fixed: 30 } };
    });
    expect(rules).toContain("document/unknown-reference");
  });

  test("a target for renewals needs what a renewal brings", () => {
    const rules = refusals((documents) => {
      const segment = documents.targets.segments[0];
      segment.revenue.renewal = segment.revenue.new;
      delete segment.averageDealValue.renewal;
      documents.journey.stages.at(-1).business = "renewal";
    });
    expect(rules).toContain("document/deal-value-missing");
  });
});

test.each([
  ["a joiner between letters", "Ac\u200Dme"],
  ["a tag nobody sees", "Acme\u{E0041}"],
  ["a line separator", "Ac\u2028me"],
  ["a control character of the second set", "Ac\u009Bme"],
])("%s is a hidden character", (_, title) => {
  const rules = refusals((documents) => {
    documents.plan.segments[0].title = title;
  });
  expect(rules).toContain("document/hidden-character");
});

test("a title of spaces is blank", () => {
  const rules = refusals((documents) => {
    documents.plan.segments[0].title = "   ";
  });
  expect(rules).toContain("document/blank");
});
