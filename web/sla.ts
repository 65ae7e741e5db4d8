import type { Team } from "../core/finding.ts";
import type { SoundPlan } from "../core/plan/index.ts";
import { html, type Markup } from "../report/svg/markup.ts";
import { nameHtml, section, teamBadge } from "./phrase.ts";
import { promises } from "./promises.ts";

type Duty = SoundPlan["documents"]["sla"]["value"]["duties"][number];

/** One duty, or several, and what the other side owes in return. */
interface Exchange {
  readonly left: readonly Duty[];
  readonly right: readonly Duty[];
}

/** What each side owes the other, facing each other. */
export function slaHtml(plan: SoundPlan): Markup {
  const { duties, abandoned } = plan.documents.sla.value;
  const between = exchanges(duties, "marketing");
  const seen = new Set(between.flatMap(({ left, right }) => [...left, ...right]));
  const rest = duties.filter((duty) => !seen.has(duty));
  const left = (team: Team): boolean => rest.some((duty) => duty.function === team);
  const others = left("sales") || left("success") ? exchanges(rest, "sales") : [];
  const shown = new Set(others.flatMap((each) => [...each.left, ...each.right]));
  const alone = rest.filter((duty) => !shown.has(duty));
  const last = alone.length === 0 ? [] : [{ left: [], right: alone }];
  return section(
    "sla",
    "What each side owes the other",
    "Every duty has its counter-duty, its owner and its clock.",
    html`${columns("marketing", "sales", between, plan)}${others.length + last.length > 0 && columns("sales", "success", [...others, ...last], plan)}${
      abandoned !== undefined &&
      html`<p class="after"><b>Whoever cannot be reached:</b> ${abandoned.then}</p>`
    }`,
  );
}

function exchanges(duties: readonly Duty[], team: Team): readonly Exchange[] {
  const used = new Set<Duty>();
  return duties.flatMap((duty) => {
    if (duty.function !== team || used.has(duty)) return [];
    used.add(duty);
    const right = duties.filter(
      (other) =>
        other.function !== team &&
        !used.has(other) &&
        (other.id === duty.counterDuty || other.counterDuty === duty.id),
    );
    for (const each of right) used.add(each);
    return [{ left: [duty], right }];
  });
}

function columns(left: Team, right: Team, rows: readonly Exchange[], plan: SoundPlan): Markup {
  return html`<div class="facing"><p class="side">${teamBadge(left)} owes</p><p class="side">${teamBadge(right)} owes</p>${rows.map(
    (row) =>
      html`<div class="owes">${row.left.map((duty) => dutyHtml(duty, left, plan))}${row.left.length === 0 && nothing}</div><div class="owes">${row.right.map((duty) => dutyHtml(duty, right, plan))}${row.right.length === 0 && nothing}</div>`,
  )}</div>`;
}

const nothing = html`<p class="tone warning"><span class="icon" aria-hidden="true">▲</span>nothing in return yet</p>`;

function dutyHtml(duty: Duty, side: Team, plan: SoundPlan): Markup {
  const owner = plan.roles.get(duty.owner)?.title;
  return html`<article class="duty"><h3>${nameHtml(duty.title)}</h3>${duty.function !== side && html`<p>${teamBadge(duty.function)}</p>`}<ul>${promises(duty, plan).map(({ text, parts }) => html`<li>${text}${parts.length > 0 && html`<ul>${parts.map((part) => html`<li>${part}</li>`)}</ul>`}</li>`)}</ul><p class="quiet">${
    owner !== undefined && html`${nameHtml(owner)} answers for it. `
  }${duty.satisfiedBy === "either" && "Anyone may fulfil it. "}${duty.consequence !== undefined && html`If not: ${duty.consequence}`}</p></article>`;
}
