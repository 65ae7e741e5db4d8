import { describe, expect, test } from "vitest";
import {
  agreementDigest,
  applyOverlay,
  judge,
  type Overlay,
  semanticDigest,
} from "../../../core/change/index.ts";
import { load } from "../../../core/document/index.ts";
import { requireFunnel } from "../../../core/funnel/index.ts";
import { resolve, type SoundPlan } from "../../../core/plan/index.ts";
import { openPlan } from "../../plans/open-plan.ts";

const acme = openPlan("plans/acme-2027");

function changed(overlay: Overlay): SoundPlan {
  const bundle = applyOverlay(acme, overlay);
  if (!bundle.ok) throw new Error(bundle.error.map(({ message }) => message).join("\n"));
  const loaded = load(bundle.value);
  const plan = loaded.ok ? resolve(loaded.value) : loaded;
  if (!plan.ok) throw new Error(plan.error.map(({ message }) => message).join("\n"));
  return plan.value;
}

const computed = (plan: SoundPlan) => ({ plan, funnel: requireFunnel(plan, "2026-11-23") });
const base = computed(acme);
const judged = (...overlay: Overlay) => judge(base, computed(changed(overlay)));

/** A judgement in a line for each change: `major marketing sales: journey/…`. */
const told = ({ changes }: ReturnType<typeof judge>): readonly string[] =>
  changes.map(
    ({ class: weight, affects, document, path }) =>
      `${[weight, ...affects.toSorted()].join(" ")}: ${document}/${path}`,
  );

describe("what a change weighs, and whom it moves", () => {
  test("another conversion moves what both must bring and win", () => {
    const path = "segments/mid-size/transitions/exploring-ready-to-talk/conversion";
    const judgement = judged(
      { document: "journey", path: `${path}/value`, value: 0.34 * 0.8 },
      { document: "journey", path: `${path}/basis`, value: null },
      { document: "journey", path: `${path}/assumed`, value: "a quarter fewer ask" },
    );
    expect(told(judgement)).toEqual([
      `major marketing sales: journey/${path}/value`,
      `major marketing sales: journey/${path}/basis`,
      `editorial: journey/${path}/assumed`,
    ]);
    expect(judgement.class).toBe("major");
    expect(new Set(judgement.moved.map(({ segment }) => segment))).toEqual(new Set(["mid-size"]));
  });

  test("another SLA hour moves the function that owes it", () => {
    expect(
      told(judged({ document: "sla", path: "duties/first-answer/firstAttempt/b/value", value: 2 })),
    ).toEqual(["major sales: sla/duties/first-answer/firstAttempt/b/value"]);
  });

  test("another weight moves the pay of the role's function", () => {
    const path = "rolePlans/head-of-sales/components";
    expect(
      told(
        judged(
          { document: "compensation", path: `${path}/shared/weight`, value: 0.4 },
          { document: "compensation", path: `${path}/existing/weight`, value: 0.4 },
        ),
      ),
    ).toEqual([
      `major sales: compensation/${path}/shared/weight`,
      `major sales: compensation/${path}/existing/weight`,
    ]);
  });

  test("another message is other words", () => {
    const judgement = judged({
      document: "content",
      path: "messages/aware/message",
      value: "Air is the dearest energy in the plant.",
    });
    expect(told(judgement)).toEqual(["editorial: content/messages/aware/message"]);
    expect([judgement.class, judgement.affects, judgement.moved]).toEqual(["editorial", [], []]);
  });

  test("another name or note of a measure is another measure, which both are paid by", () => {
    for (const [key, value] of [
      ["title", "Booked revenue before returns"],
      ["note", "Counted when the order is signed."],
    ] as const) {
      const path = `metrics/booked-revenue/${key}`;
      expect(told(judged({ document: "plan", path, value }))).toEqual([
        `major marketing sales: plan/${path}`,
      ]);
    }
    const goal = { document: "plan", path: "goal/growth/target", value: 0.2 } as const;
    expect(told(judged(goal))).toEqual(["major marketing sales: plan/goal/growth/target"]);
  });

  test("an item is an agreement whatever its id, and a number is one whatever its key", () => {
    const duty = {
      id: "content",
      title: "Bring news",
      function: "marketing",
      owner: "content-editor",
      counterDuty: "first-answer",
      payload: { fields: ["plant"], complete: 1 },
      measuredBy: "CRM",
      consequence: "None.",
    };
    expect(told(judged({ document: "sla", path: "duties/content", value: duty }))).toEqual([
      "major marketing: sla/duties/content",
    ]);
    const mix = judged({
      document: "journey",
      path: "stages/evaluating/interactionMix",
      value: { content: 0.9, person: 0.1 },
    });
    expect(mix.class).toBe("major");
  });

  test("what happens when a duty is not kept is more than words", () => {
    const path = "duties/accept-or-return/consequence";
    expect(told(judged({ document: "sla", path, value: "Nothing." }))).toEqual([
      `major sales: sla/${path}`,
    ]);
  });

  test("taking away everything that binds moves everybody who was bound", () => {
    const gone = (document: "resources" | "tactics") => judged({ document, path: "", value: null });
    expect(gone("resources")).toMatchObject({ class: "major" });
    expect(gone("resources").affects.toSorted()).toEqual(["marketing", "sales"]);
    expect(gone("tactics").affects.toSorted()).toEqual(["marketing", "sales", "success"]);
  });

  test("the frame, the budget and who must agree are owed by both", () => {
    for (const overlay of [
      { document: "plan", path: "goal/revenue/target", value: 99_900_000 },
      { document: "approvals", path: "rules/sales-major", value: null },
    ] as const) {
      expect(judged(overlay)).toMatchObject({ class: "major", affects: ["marketing", "sales"] });
    }
  });

  test("nothing is no change, and the same change always has the same fingerprint", () => {
    expect(judge(base, base)).toMatchObject({ changes: [], affects: [], sameMeaning: true });
    const once = { document: "targets", path: "planning/recovery", value: 2 } as const;
    const [first] = judged(once).changes;
    const [again] = judged(once).changes;
    const [other] = judged({ ...once, value: 3 }).changes;
    expect(first?.fingerprint).toBe(again?.fingerprint);
    expect(first?.fingerprint).not.toBe(other?.fingerprint);
  });
});

describe("the semantic digest", () => {
  const reversed = (document: string): SoundPlan => {
    const files = Object.values(acme.documents).map(({ kind, value }) => ({
      name: `${kind}.json`,
      bytes: new TextEncoder().encode(
        JSON.stringify(value, (key, each: unknown) =>
          kind === document && (key === "segments" || key === "stages") && Array.isArray(each)
            ? each.toReversed()
            : each,
        ),
      ),
    }));
    const loaded = load({ folder: "plans/acme-2027", files });
    if (!loaded.ok) throw new Error("still a plan");
    return { ...acme, documents: loaded.value.documents };
  };

  test("stays where only layout and an order without meaning change", () => {
    expect(semanticDigest(reversed("targets"))).toBe(semanticDigest(acme));
  });

  test("changes with a value, and with the order of the stages", () => {
    expect(semanticDigest(reversed("journey"))).not.toBe(semanticDigest(acme));
    const other = changed([{ document: "plan", path: "title", value: "Another" }]);
    expect(semanticDigest(other)).not.toBe(semanticDigest(acme));
  });

  test("of what is asked stays with other words for people too, and changes with a number or a measure's name", () => {
    const reworded = changed([{ document: "plan", path: "title", value: "Another" }]);
    expect(agreementDigest(reworded)).toBe(agreementDigest(acme));
    expect(agreementDigest(reversed("targets"))).toBe(agreementDigest(acme));
    const [metric] = acme.documents.plan.value.metrics ?? [];
    for (const other of [
      changed([{ document: "plan", path: `metrics/${metric?.id ?? ""}/title`, value: "Another" }]),
      changed([{ document: "targets", path: "planning/recovery", value: 1.4 }]),
    ])
      expect(agreementDigest(other)).not.toBe(agreementDigest(acme));
  });
});
