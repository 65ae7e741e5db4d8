import { htmlDocument } from "../report/html.ts";
import { html, type Markup } from "../report/svg/markup.ts";
import { findingsHtml } from "./findings.ts";
import { goalHtml } from "./goal.ts";
import { headerHtml } from "./header.ts";
import { journeyHtml } from "./journey.ts";
import type { PageView } from "./page-view.ts";
import { segmentsHtml } from "./segments.ts";
import { slaHtml } from "./sla.ts";
import { stylesheet } from "./stylesheet.ts";
import { tacticsHtml } from "./tactics.ts";
import { verdictHtml } from "./verdict.ts";

/**
 * The page of a plan as a whole HTML document: the answer first, then the goal, the numbers by segment, the journey,
 * the findings, the duties and the tactics. It needs no script, asks for nothing else, and escapes all of the plan's text.
 */
export function renderPage(view: PageView): string {
  const { plan, funnel, check } = view;
  const tactics = tacticsHtml(plan);
  const places: readonly (readonly [id: string, title: string])[] = [
    ["goal", "Goal"],
    ["prospects", "Prospects"],
    ["journey", "Journey"],
    ["findings", "Check"],
    ["sla", "Duties"],
    ...(tactics === undefined ? [] : [["tactics", "Tactics"] as const]),
  ];
  const body = html`<a class="skip" href="#verdict">To the answer</a>
<div class="frame">${headerHtml(view)}</div>
<nav class="toc" aria-label="On this page"><ul class="frame">${places.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main class="frame">
${verdictHtml(plan, funnel)}
${goalHtml(plan, funnel)}
${segmentsHtml(plan, funnel)}
${journeyHtml(plan)}
${findingsHtml(check)}
${slaHtml(plan)}
${tactics}
</main>
${footHtml(view)}`;
  return htmlDocument(`${plan.title} · jointplan`, stylesheet, body).markup;
}

function footHtml({ plan, check }: PageView): Markup {
  return html`<footer class="frame"><p class="foot">Worked out from the files in ${plan.folder === "" ? "the plan's folder" : html`<code>${plan.folder}</code>`} as of ${check.asOf}. Every number can be changed by a pull request that both teams review. Dates are in ${plan.timeZone}.</p></footer>`;
}

/**
 * The page that stands in for a plan that cannot be shown: there is none yet, or its files are damaged.
 *
 * @param text What is the matter and what to do; line breaks are kept.
 */
export function renderIndexProblem(title: string, text: string): string {
  const body = html`<main class="frame problem"><p class="mark">jointplan</p><h1 class="short">${title}</h1><p>${text}</p></main>`;
  return htmlDocument(`${title} · jointplan`, stylesheet, body).markup;
}
