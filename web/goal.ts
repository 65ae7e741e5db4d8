import type { FunnelAnswer } from "../core/funnel/index.ts";
import { businesses, type SoundPlan } from "../core/plan/index.ts";
import { numberText, shareText, wholeAmountText } from "../core/wording.ts";
import { toned } from "../report/html.ts";
import { shortMoney } from "../report/number.ts";
import { html, type Markup } from "../report/svg/markup.ts";
import { nameOf, total } from "../report/words.ts";
import { nameHtml, section } from "./phrase.ts";

const parts = [
  ["revenue", "Revenue"],
  ["profitability", "Profitability"],
  ["customerExcellence", "Customer excellence"],
  ["growth", "Growth"],
] as const;

type Goal = SoundPlan["documents"]["plan"]["value"]["goal"];
type GoalPart = NonNullable<Goal["revenue"]>;

/** The one goal of both functions in its four parts. */
export function goalHtml(plan: SoundPlan, answer: FunnelAnswer): Markup {
  const { goal, metrics } = plan.documents.plan.value;
  const expected = answer.segments.reduce(
    (sum, { revenue }) =>
      sum + businesses.reduce((all, kind) => all + total(revenue[kind].expected), 0),
    0,
  );
  const cards = parts.map(([key, title]) => {
    const part = goal[key];
    if (part === undefined) {
      return html`<div><dt>${title}</dt><dd>${toned("not agreed yet", "warning")}</dd></div>`;
    }
    const metric = metrics?.find(({ id }) => id === part.metric)?.title ?? nameOf(part.metric);
    return html`<div><dt>${title}</dt><dd class="figure">${target(part, plan.currency.code)}</dd><dd class="clamp">${nameHtml(metric)}</dd>${
      key === "revenue" &&
      part.unit === "money" &&
      html`<dd class="quiet">${shortMoney(expected)} expected when the plan is met</dd>`
    }</div>`;
  });
  return section("goal", "The goal", goal.statement, html`<dl class="goal">${cards}</dl>`);
}

function target(part: GoalPart, currency: string): string {
  switch (part.unit) {
    case "money":
      return wholeAmountText(part.target, currency);
    case "share":
      return shareText(part.target);
    case "points":
      return `${numberText(part.target, 2)} points`;
    case "count":
      return numberText(part.target, 2);
    default:
      throw new Error("unreachable: a goal in an unknown unit");
  }
}
