import type { Team } from "../core/finding.ts";
import { type FunnelAnswer, sureOfFunnel } from "../core/funnel/index.ts";
import type { SoundPlan } from "../core/plan/index.ts";
import { teamSentences, verdict } from "../report/funnel-sentences.ts";
import { atAGlance } from "../report/funnel-standing.ts";
import { whole } from "../report/number.ts";
import { html, type Markup } from "../report/svg/markup.ts";
import { nameOf, teamNames, total } from "../report/words.ts";
import { stressed } from "./phrase.ts";
import { reachHtml, reachOf } from "./reach.ts";

/** The answer first: how many prospects by when, whether the target is reachable, and what each function must do. */
export function verdictHtml(plan: SoundPlan, answer: FunnelAnswer): Markup {
  const sentences = teamSentences(answer);
  const silent = (["marketing", "sales"] as const).filter(
    (team) => !sentences.some((sentence) => sentence.startsWith(`${teamNames[team]} `)),
  );
  const tasks = [...silent.flatMap((team) => owedSentence(team, plan)), ...sentences];
  return html`<section id="verdict" aria-label="The answer" class="verdict">${reachHtml(reachOf(answer.segments))}
<p class="answer">${stressed(verdict(answer))}</p>
<div class="owed">${tasks.map(taskHtml)}</div>
<ul class="told">${atAGlance(answer, sureOfFunnel(plan, answer)).map((sentence) => html`<li>${stressed(sentence)}</li>`)}</ul></section>`;
}

/** What a function that owns no stage before the sale has promised: its first supply, or its first duty. */
function owedSentence(team: Team, plan: SoundPlan): readonly string[] {
  const duties = plan.documents.sla.value.duties.filter((duty) => duty.function === team);
  const supply = duties.find((duty) => duty.supply !== undefined)?.supply;
  const first = plan.months[0] ?? "";
  if (supply !== undefined) {
    const now = supply.commitments.filter(
      ({ from, until }) => (from ?? first) <= first && (until === undefined || first < until),
    );
    const sum = total(now.map((each) => each.prospectsPerMonth));
    return [
      `${teamNames[team]} has promised ${whole(sum)} prospects a month at ${nameOf(supply.stage)}.`,
    ];
  }
  const duty = duties[0];
  return duty === undefined ? [] : [`${teamNames[team]} has promised: ${duty.title}.`];
}

const teams: readonly Team[] = ["marketing", "sales", "success"];

/** What one function must do; the sentence begins with its name, which is set as a heading. */
function taskHtml(sentence: string): Markup {
  const team = teams.find((each) => sentence.startsWith(`${teamNames[each]} `));
  if (team === undefined) return html`<p>${stressed(sentence)}</p>`;
  return html`<p class="task ${team}"><span class="team ${team}"><span class="letter" aria-hidden="true">${teamNames[team].charAt(0)}</span>${teamNames[team]}</span> ${stressed(sentence.slice(teamNames[team].length + 1))}</p>`;
}
