import type { Team } from "../core/finding.ts";
import { clipped, html, type Markup } from "../report/svg/markup.ts";
import { teamNames } from "../report/words.ts";

const number =
  /(?<!(?:January|February|March|April|May|June|July|August|September|October|November|December) )(?<![\w-])\d[\d,]*(?:\.\d+)?(?: %)?(?![\w-])/g;

/** A sentence with its numbers set in bold; years that belong to a month stay plain. */
export function stressed(sentence: string): Markup {
  const texts = sentence.split(number);
  const numbers = sentence.match(number) ?? [];
  return html`${texts.map((text, index) => {
    const found = numbers[index];
    return [text, found !== undefined && html`<b class="num">${found}</b>`];
  })}`;
}

/** A name from a plan within a line: kept apart, so that its reading direction turns nothing around it. */
export const nameHtml = (name: string): Markup => html`<bdi>${clipped(name, 500)}</bdi>`;

/** A function of the company: its own shape, letter and name. */
export const teamBadge = (team: Team): Markup =>
  html`<span class="team ${team}"><span class="letter" aria-hidden="true">${teamNames[team].charAt(0)}</span>${teamNames[team]}</span>`;

/** A section of the page with its heading and an optional line under it. */
export function section(id: string, title: string, lead: string | undefined, body: Markup): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><div class="head"><h2 id="${id}-title">${title}</h2>${
    lead !== undefined && html`<p class="lead">${lead}</p>`
  }</div>${body}</section>`;
}
