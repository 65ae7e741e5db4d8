import type { SoundPlan } from "../core/plan/index.ts";
import { listText, monthText, numberText, shareText, wayText } from "../core/wording.ts";
import type { Cell, TableBlock, Tone } from "../report/block.ts";
import { tableHtml } from "../report/html.ts";
import { count, shortMoney } from "../report/number.ts";
import { html, type Markup } from "../report/svg/markup.ts";
import { nameOf, teamNames, total } from "../report/words.ts";
import { nameHtml, section } from "./phrase.ts";

type Tactics = NonNullable<SoundPlan["documents"]["tactics"]>["value"];
type Tactic = Tactics["tactics"][number];

const most = 200;

/** How each step is caused, in the order of the journey, and what we no longer do. */
export function tacticsHtml(plan: SoundPlan): Markup | undefined {
  const document = plan.documents.tactics?.value;
  if (document === undefined) return undefined;
  const spend = total(document.tactics.map((each) => each.spend ?? 0));
  const money = spend > 0 ? ` for ${shortMoney(spend)} ${plan.currency.code}` : "";
  const cap =
    document.unprovenCap === undefined
      ? ""
      : `; at most ${shareText(document.unprovenCap)} of it in what is not yet proven`;
  const lead = `${count(document.tactics.length, "tactic")}${money}${cap}.`;
  const stopped = document.stopList ?? [];
  return section(
    "tactics",
    "How each step is caused",
    lead,
    html`${tableHtml(tacticTable(document.tactics, plan))}${
      document.tactics.length > most && html`<p class="quiet">The first ${most} are shown.</p>`
    }${
      stopped.length > 0 &&
      html`<h3 class="stop">What we no longer do</h3><ul class="stopped">${stopped
        .slice(0, most)
        .map(
          (each) =>
            html`<li><span class="icon" aria-hidden="true">⊘</span><b>${nameHtml(each.title)}</b> <span class="quiet">since ${monthText(each.since)}</span><br>${each.why}</li>`,
        )}</ul>`
    }`,
  );
}

const stateTones: Readonly<Record<Tactic["state"], Tone>> = {
  proven: "good",
  testing: "warning",
  proposed: "quiet",
  retired: "quiet",
};

function tacticTable(tactics: readonly Tactic[], plan: SoundPlan): TableBlock {
  const order = (tactic: Tactic): number => {
    const ids = [
      ...(tactic.brings ?? []),
      ...(tactic.transitions ?? []).map((id) => stageOf(id, plan)),
    ];
    const places = ids.map((id) => plan.stages.findIndex((stage) => stage.id === id));
    return (
      Math.min(...places.filter((place) => place >= 0), plan.stages.length) -
      (tactic.brings === undefined ? 0 : 0.5)
    );
  };
  return {
    kind: "table",
    caption: "Tactics in the order of the journey",
    columns: [
      { title: "Tactic", numeric: false },
      { title: "Causes", numeric: false },
      { title: "With", numeric: false },
      { title: "By", numeric: false },
      { title: "State", numeric: false },
      { title: "Prospects a month", numeric: true },
      { title: `Spend (${plan.currency.code})`, numeric: true },
    ],
    rows: tactics
      .toSorted((a, b) => order(a) - order(b))
      .slice(0, most)
      .map((tactic): readonly Cell[] => [
        tactic.title,
        causes(tactic, plan),
        tactic.interaction === "content" ? "content" : "a person",
        listText(tactic.functions.map((team) => teamNames[team])),
        { text: tactic.state, tone: stateTones[tactic.state] },
        tactic.prospectsPerMonth === undefined ? "–" : numberText(tactic.prospectsPerMonth, 2),
        tactic.spend === undefined ? "–" : shortMoney(tactic.spend),
      ]),
  };
}

/** The stage that a step leaves. */
function stageOf(transition: string, plan: SoundPlan): string {
  return stepsOf(plan).find((step) => step.id === transition)?.from.id ?? "";
}

const stepsOf = (plan: SoundPlan) =>
  plan.segments.flatMap((segment) =>
    [segment.toSale, ...segment.beyondSale].flatMap((chain) => chain.transitions),
  );

function causes(tactic: Tactic, plan: SoundPlan): string {
  const steps = stepsOf(plan);
  const words = (tactic.transitions ?? []).map((id) => {
    const step = steps.find((each) => each.id === id);
    return step === undefined ? nameOf(id) : wayText(step.from.id, step.to.id);
  });
  return [...(tactic.brings ?? []).map((id) => `new into ${nameOf(id)}`), ...words].join("; ");
}
