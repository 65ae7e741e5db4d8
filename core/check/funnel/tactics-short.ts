import type { Place } from "../../plan/index.ts";
import { countText, monthText, numberText } from "../../wording.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";
import { perMonth, shortageOf } from "../running-total.ts";
import { targetOf } from "../steps.ts";
import { activeTactics, isAtWork, type PlacedTactic } from "../tactic/tactics.ts";
import { stageFunnels } from "./stage-funnels.ts";
import { effectsOf, type TacticEffect } from "./tactic-effects.ts";

const at = ({ pointer }: PlacedTactic): Place => ({
  document: "tactics",
  pointer: `${pointer}/prospectsPerMonth`,
});

const countOf = ({ tactic }: PlacedTactic): number => tactic.prospectsPerMonth ?? 0;

/** What tactics at work bring about is less than what the target needs; nothing is said where a tactic states no number. */
function findingOf(
  effect: TacticEffect,
  { plan, related }: Pick<RuleContext, "plan" | "related">,
): readonly RuleFinding[] {
  if (effect.tactics.some(({ tactic }) => tactic.prospectsPerMonth === undefined)) return [];
  const atWork = effect.tactics.filter(isAtWork);
  const shortage = shortageOf(
    perMonth(
      plan.months,
      atWork.map(({ tactic }) => tactic),
    ),
    effect.needed,
    "expected",
  );
  if (shortage === undefined) return [];
  const [first, ...others] = (atWork.length === 0 ? effect.tactics : atWork).toSorted(
    (a, b) => countOf(b) - countOf(a),
  );
  if (first === undefined) return [];
  const proposed = effect.tactics
    .filter((each) => !isAtWork(each))
    .reduce((sum, each) => sum + countOf(each), 0);
  const ideas =
    proposed === 0
      ? ""
      : ` Proposed tactics, which do not count yet, would add ${numberText(proposed)} a month.`;
  const by = monthText(plan.months[shortage.worst] ?? "");
  const { month } = shortage.steepest;
  const until =
    month === plan.months.length - 1
      ? ""
      : ` until the end of ${monthText(plan.months[month] ?? "")}; fewer will do later`;
  return [
    {
      at: at(first),
      message: `By the end of ${by}, ${countText(shortage.needed, "prospect")} must ${effect.verb}, but the tactics at work stand for ${numberText(shortage.promised)}: ${numberText(shortage.short)} short, for the first time in ${monthText(plan.months[shortage.first] ?? "")}.${ideas}`,
      help: `Agree on tactics for ${numberText(shortage.perMonth)} a month in all from the start${until}, or lower the target that asks for them.`,
      related: [
        ...others.map((other) => related(at(other), "counted too")),
        ...effect.segments
          .slice(0, 3)
          .map((segment) => related(targetOf(plan, segment), "the target that drives the number")),
      ],
      data: {
        actual: String(Number(shortage.promised.toPrecision(10))),
        limit: String(Number(shortage.needed.toPrecision(10))),
        unit: "prospects",
        month: plan.months[shortage.worst] ?? "",
      },
      teams: [...new Set(effect.tactics.flatMap(({ tactic }) => tactic.functions))],
      subject: effect.subject,
    },
  ];
}

/** The plan says how many must take each step; the tactics must add up to it, or nobody knows how it will happen. */
export const tacticsShort: Rule = {
  id: "funnel/tactics-short",
  severity: "warning",
  summary:
    "Where tactics say how many prospects they move, those at work add up to what the target needs.",
  teams: ["marketing", "sales"],
  check: ({ plan, funnel, related }) => {
    const active = activeTactics(plan);
    return active.length === 0
      ? []
      : effectsOf(plan, active, stageFunnels(funnel())).flatMap((effect) =>
          findingOf(effect, { plan, related }),
        );
  },
};
