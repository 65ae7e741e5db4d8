import { ceilRunningTotal, type FunnelAnswer, type SegmentFunnel } from "../core/funnel/index.ts";
import type { SoundPlan, SoundSegment } from "../core/plan/index.ts";
import { shareText } from "../core/wording.ts";
import { howMany } from "../report/funnel-sentences.ts";
import { standingSentences } from "../report/funnel-standing.ts";
import { whatToDo } from "../report/funnel-to-do.ts";
import { chartHtml, tableHtml } from "../report/html.ts";
import { deals, whole } from "../report/number.ts";
import { shownEntries } from "../report/shown.ts";
import { drawnFunnel, type FunnelStep } from "../report/svg/funnel.ts";
import { html, type Markup } from "../report/svg/markup.ts";
import { sparkline } from "../report/svg/sparkline.ts";
import { nameOf, total } from "../report/words.ts";
import { durationShort } from "./duration.ts";
import { nameHtml, section, stressed } from "./phrase.ts";
import { reachHtml, reachOf } from "./reach.ts";
import { dealsChart, prospectsChart } from "./segment-charts.ts";
import { dealsTables, overviewTable, stageTables } from "./segment-tables.ts";

/** So many segments are told in full; a plan with more shows them all in one table. */
const mostInFull = 12;

/** Exactly how many prospects each segment needs at each stage over time. */
export function segmentsHtml(plan: SoundPlan, answer: FunnelAnswer): Markup {
  const full = answer.segments.slice(0, mostInFull);
  const rest = answer.segments.length > mostInFull;
  // What needs a decision stands open.
  const worst = reachOf(full);
  const first = full.findIndex((segment) => reachOf([segment]) === worst);
  const body = html`${answer.segments.length > 1 && tableHtml(overviewTable(answer.segments, answer.months))}${full.map((segment, index) => segmentHtml(segment, plan, answer, index === first))}${
    rest &&
    html`<p class="quiet">The first ${mostInFull} segments are told in full here; the table has all ${answer.segments.length}.</p>`
  }<p class="quiet reading">Prospects count when they enter a stage. New prospects and those handed over are rounded up, so that no target is missed by a fraction; other numbers are rounded so that rows add up. ${
    answer.monthsBeyond > 0
      ? `The last months already work for what comes after the plan: ${answer.monthsBeyond} more months were worked out.`
      : "What comes after the plan was left out."
  } These are expected values; the answer at the top says how sure they are.</p>`;
  return section("prospects", "Prospects needed", undefined, body);
}

function segmentHtml(
  segment: SegmentFunnel,
  plan: SoundPlan,
  answer: FunnelAnswer,
  open: boolean,
): Markup {
  const { months } = answer;
  const needed = ceilRunningTotal(segment.newProspects);
  const sound = plan.segments.find(({ id }) => id === segment.segment);
  return html`<details class="segment" id="segment-${segment.segment}"${open && html` open`}><summary><h3 class="clamp">${nameHtml(segment.title)}</h3><span class="sum"><b>${whole(total(needed))}</b> new prospects</span><span class="sum"><b>${deals(total(segment.wins.target))}</b> deals wanted</span>${sparkline(needed, "required")}${reachHtml(reachOf([segment]))}</summary>
<div class="inside"><p class="told">${stressed(howMany(segment, months))}</p>
<ul class="told">${[...standingSentences(segment, months), ...whatToDo(segment, months)].map((sentence) => html`<li>${stressed(sentence)}</li>`)}</ul>
${sound !== undefined && stripHtml(segment, sound)}
<div class="pair">${chartHtml(prospectsChart(segment, months))}${chartHtml(dealsChart(segment, months))}</div>
${[...stageTables(segment, months), ...dealsTables(segment, months)].map(tableHtml)}</div></details>`;
}

/** The way to the sale with the number needed at each stage, and what lies between. */
function stripHtml(segment: SegmentFunnel, sound: SoundSegment): Markup {
  const shown = shownEntries(segment);
  const steps = sound.toSale.stages.map((stage, index): FunnelStep => {
    const needed = total(shown[segment.stages.findIndex((each) => each.stage === stage.id)] ?? []);
    const step = sound.toSale.transitions[index];
    return {
      title: nameOf(stage.id),
      value: needed,
      text: whole(needed),
      tone: stage.business === "new" ? "target" : "required",
      next:
        step === undefined
          ? undefined
          : {
              conversion: shareText(step.document.conversion.value),
              time: durationShort(step.document.duration),
            },
    };
  });
  const words = {
    title: `The way to the sale: ${segment.title}`,
    description: `${steps
      .map(({ title, text, next }) =>
        next === undefined
          ? `${title}: ${text}`
          : `${title}: ${text}, of whom ${next.conversion} go on, typically after ${next.time}`,
      )
      .join("; ")}.`,
  };
  return html`<figure class="strip"><figcaption>The way to the sale, over the whole plan: how many must enter each stage, the share that goes on, and the typical time</figcaption>${drawnFunnel(steps, words)}</figure>`;
}
