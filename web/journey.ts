import type { Team } from "../core/finding.ts";
import type { SoundPlan, SoundStage, SoundTransition } from "../core/plan/index.ts";
import { shareText } from "../core/wording.ts";
import { toned } from "../report/html.ts";
import { clipped, html, type Markup } from "../report/svg/markup.ts";
import { nameOf, teamNames } from "../report/words.ts";
import { durationWords } from "./duration.ts";
import { nameHtml, section, teamBadge } from "./phrase.ts";

/** At most so many segments are told apart on a stage's card; beyond, the range is said. */
const mostSegments = 4;

/** The buyer's journey: what the buyer does, what each function does, and what it takes to go on. */
export function journeyHtml(plan: SoundPlan): Markup {
  const lead =
    "From left to right in the buyer's words. A stage ends when the buyer takes the next step; both functions have a part in every stage.";
  return section(
    "journey",
    "The buyer's journey",
    lead,
    html`<ol class="journey">${plan.stages.map((stage) => stageHtml(stage, plan))}</ol>`,
  );
}

function stageHtml(stage: SoundStage, plan: SoundPlan): Markup {
  const { document, business } = stage;
  const part = (team: Team): Markup => partHtml(team, document.parts?.[team]);
  return html`<li class="stage${business !== undefined && " sale"}"><p class="name">${nameOf(stage.id)}${
    business !== undefined && html` <span class="books">books ${business} business</span>`
  }</p><h3>“${nameHtml(document.title)}”</h3>${ownerHtml(stage)}${part("marketing")}${part("sales")}${part("success")}${mixHtml(document.interactionMix)}<p class="exit"><span class="label">Ends when</span>${document.exit}</p>${onwardHtml(stage, plan)}</li>`;
}

function ownerHtml({ owner, team }: SoundStage): Markup {
  if (owner === undefined) {
    return html`<p class="owner">${toned("nobody owns this stage", "warning")}</p>`;
  }
  const title = clipped(owner.title, 200);
  return html`<p class="owner"><span class="label">Owner</span>${
    team === undefined
      ? title
      : html`<span class="team ${team}"><span class="letter" aria-hidden="true">${teamNames[team].charAt(0)}</span><span class="word">${title}<span class="hidden"> (${teamNames[team]})</span></span></span>`
  }</p>`;
}

/** A function's part; nothing is said where customer success has none. */
function partHtml(team: Team, part: string | undefined): Markup {
  if (part === undefined && team === "success") return html`<div></div>`;
  return html`<p class="part">${teamBadge(team)}${part ?? toned("no part agreed yet", "warning")}</p>`;
}

function mixHtml(mix: SoundStage["document"]["interactionMix"]): Markup {
  if (mix === undefined) return html`<div></div>`;
  const content = Math.min(Math.max(mix.content, 0), 1) * 100;
  return html`<p class="mix"><span class="label">They meet</span>${shareText(mix.content)} content, ${shareText(mix.person)} person<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="person" x="0" y="0" width="100" height="6" /><rect class="content" x="0" y="0" width="${content}" height="6" /></svg></p>`;
}

interface Onward {
  readonly segment: string;
  readonly step: SoundTransition;
}

/** The steps that leave a stage, in every segment. */
function onwardOf(stage: SoundStage, plan: SoundPlan): readonly Onward[] {
  return plan.segments.flatMap((segment) => {
    const steps = new Map<string, SoundTransition>();
    for (const chain of [segment.toSale, ...segment.beyondSale]) {
      for (const step of chain.transitions) if (step.from.id === stage.id) steps.set(step.id, step);
    }
    return [...steps.values()].map((step) => ({ segment: segment.title, step }));
  });
}

function onwardHtml(stage: SoundStage, plan: SoundPlan): Markup {
  const all = onwardOf(stage, plan);
  const targets = [...new Map(all.map(({ step }) => [step.to.id, step.to])).values()];
  if (targets.length === 0) return html`<div></div>`;
  return html`<div class="onward">${targets.map((target) => {
    const steps = all.filter(({ step }) => step.to.id === target.id);
    return html`<p class="to"><span aria-hidden="true">→ </span>Go on to <b>${nameOf(target.id)}</b></p>${stepsHtml(steps, plan.segments.length > 1)}`;
  })}</div>`;
}

function stepsHtml(steps: readonly Onward[], named: boolean): Markup {
  if (steps.length > mostSegments) {
    const rates = steps.map(({ step }) => step.document.conversion.value);
    return html`<p>${shareText(Math.min(...rates))} to ${shareText(Math.max(...rates))} go on, by segment</p>`;
  }
  return html`<ul>${steps.map(({ segment, step }) => {
    const { conversion, duration } = step.document;
    return html`<li>${named && html`<span class="label">${nameHtml(segment)}</span>`}<b>${shareText(conversion.value)}</b>, ${durationWords(duration)}</li>`;
  })}</ul>`;
}
