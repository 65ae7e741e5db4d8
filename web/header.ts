import { dateText, monthsText, sentenceText } from "../core/wording.ts";
import { clipped, html, type Markup } from "../report/svg/markup.ts";
import type { OtherPlan, PageView, Provenance, ShownHold } from "./page-view.ts";
import { nameHtml } from "./phrase.ts";

/** The plan's name, its months, and where it comes from. */
export function headerHtml(view: PageView): Markup {
  const { plan, provenance, otherPlans, check } = view;
  const period = monthsText(plan.months);
  return html`<header class="top"><p class="mark">jointplan</p>
<h1 class="${plan.title.length > 160 ? "longest" : plan.title.length > 60 ? "long" : "short"}">${clipped(plan.title, 500)}</h1>
<p class="facts"><span>${period}</span>${provenanceHtml(provenance)}<span>computed as of ${check.asOf}</span></p>
${provenance.hold !== undefined && holdHtml(provenance.hold)}
${otherPlans.length > 0 && otherPlansHtml(otherPlans)}</header>`;
}

function provenanceHtml(provenance: Provenance): Markup {
  const { version, commit, publishedAt, worktree } = provenance;
  const from =
    commit !== undefined && html`<span>commit <code>${commit.slice(0, 10)}</code></span>`;
  if (worktree || version === undefined) {
    return html`<span class="draft"><span class="icon" aria-hidden="true">✎</span>${worktree ? "working copy, not published" : "not published yet"}</span>${from}`;
  }
  return html`<span class="live"><span class="icon" aria-hidden="true">●</span>version ${version}</span>${from}${
    publishedAt !== undefined && html`<span>published ${instant(publishedAt)}</span>`
  }`;
}

/** One plain sentence that what is merged is not what the page shows, and why. */
function holdHtml({ kind, reason, actor, since, rejectedVersion }: ShownHold): Markup {
  const what =
    kind === "freeze"
      ? "stopped publishing"
      : `took back version ${rejectedVersion ?? "that was live"}`;
  const until =
    kind === "freeze"
      ? "Until that is released this version stays live, whatever is merged."
      : "This version stays live until another change is merged.";
  return html`<p class="held"><b>${kind === "freeze" ? "Held" : "Rolled back"}:</b> ${clipped(actor, 100)} ${what} on ${dateText(since.slice(0, 10))}. ${until} Reason: ${sentenceText(clipped(reason, 500))}</p>`;
}

/** `2026-11-20T09:30:12.000Z` as `2026-11-20 09:30 UTC`; other text as it is. */
function instant(text: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*Z$/.exec(text);
  return parts === null ? text : `${parts[1]} ${parts[2]} UTC`;
}

function otherPlansHtml(plans: readonly OtherPlan[]): Markup {
  return html`<nav class="plans" aria-label="Other plans"><ul>${plans.map((plan) => {
    const name = nameHtml(plan.title);
    return html`<li>${isLocal(plan.href) ? html`<a href="${plan.href}">${name}</a>` : name}</li>`;
  })}</ul></nav>`;
}

/** True for a path or query on this server; never another host, never a script. */
function isLocal(href: string): boolean {
  return /^(?:\/(?![/\\])|\?|#)/.test(href);
}
