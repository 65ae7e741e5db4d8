import type { CheckAnswer } from "../core/check/index.ts";
import { findingBlock, mostShown, silencedLines, totalsText } from "../report/findings.ts";
import { findingHtml } from "../report/html.ts";
import { count } from "../report/number.ts";
import { html, type Markup } from "../report/svg/markup.ts";
import { section } from "./phrase.ts";

/** What the check found: each with its weight, its place and the way out; errors first. */
export function findingsHtml(check: CheckAnswer): Markup {
  const { findings, silenced, notRun } = check;
  const weight = { error: 0, warning: 1, info: 2 } as const;
  const sorted = findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]);
  const hidden = findings.length - mostShown;
  const lead =
    findings.length === 0
      ? "The plan holds together: nothing found."
      : `${check.checkedPlan === undefined ? "The plan does not hold together yet" : "The plan holds together"}: ${totalsText(findings)}.`;
  return section(
    "findings",
    "What the check says",
    lead,
    html`<div class="findings">${sorted
      .slice(0, mostShown)
      .map((each) => findingHtml(findingBlock(each, () => undefined)))}${
      hidden > 0 && html`<p>${count(hidden, "more finding")} not shown; mend these first.</p>`
    }${
      silenced.length > 0 &&
      html`<ul class="quiet">${silencedLines(silenced).map((line) => html`<li>${line}</li>`)}</ul>`
    }${
      notRun.length > 0 &&
      html`<p class="quiet">Not run, because they compare with another version: ${notRun.join(", ")}.</p>`
    }</div>`,
  );
}
