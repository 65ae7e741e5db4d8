import {
  countText,
  listText,
  monthText,
  numberText,
  periodText,
  stageText,
  titleText,
} from "../../wording.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";
import type { Shortage } from "../running-total.ts";
import { targetOf } from "../steps.ts";
import { type VolumeShortage, volumeShortages, wantedOf } from "./promised-volume.ts";
import { worthOf } from "./worth.ts";

/** Why the average is not enough, where it is not; a sentence of its own. */
function whyMore({ needed, worst, perMonth: asked, steepest }: Shortage, month: string): string {
  if (asked <= Math.ceil(needed / (worst + 1))) return "";
  const when = steepest.month < worst ? "the first" : "later";
  return ` It is ${numberText(asked)} because ${when} months need more than the average: ${numberText(steepest.needed)} by the end of ${month}.`;
}

/** What to write as the value of each promise, once it is for as many as are needed; nothing where that is not clear. */
function newValues(found: VolumeShortage, plan: RuleContext["plan"]): string {
  const values = found.promises.map((promise) => {
    const wanted = wantedOf(promise, found, plan);
    const worth = worthOf(promise.commitment, found.stage.id, found.segment, plan);
    return wanted === undefined || worth === undefined
      ? undefined
      : {
          text: (worth.each * wanted).toFixed(0),
          when: periodText(promise.commitment, plan.months) ?? "the whole plan",
        };
  });
  const known = values.filter((each) => each !== undefined);
  const [first] = known;
  if (first === undefined || known.length < values.length) return "";
  const said = known.every(({ text }) => text === first.text)
    ? first.text
    : listText(known.map(({ text, when }) => `${text} for ${when}`));
  return ` and write ${said} as "valuePerMonth",`;
}

function findingOf(
  found: VolumeShortage,
  { plan, related }: Pick<RuleContext, "plan" | "related">,
): RuleFinding {
  const { stage, segment, pointer, promises, shortage } = found;
  const month = (index: number): string => monthText(plan.months[index] ?? "");
  const average = (total: number): string => numberText(total / (shortage.worst + 1));
  const promised =
    shortage.promised === 0
      ? "nothing is promised"
      : `${numberText(shortage.promised)} ${shortage.promised === 1 ? "is" : "are"} promised`;
  const short = numberText(shortage.short);
  const most = Math.max(...promises.map(({ commitment }) => commitment.prospectsPerMonth));
  return {
    at: { document: "sla", pointer },
    message: `Segment ${titleText(segment.title)} needs ${countText(shortage.needed, "prospect")} in the stage ${stageText(stage)} by the end of ${month(shortage.worst)}; ${promised}: ${short} short, for the first time in ${month(shortage.first)}. That is ${average(shortage.needed)} a month needed, ${average(shortage.promised)} a month promised.`,
    help: `Promise ${most > shortage.perMonth ? "at least " : ""}${numberText(shortage.perMonth)} a month in every period of the commitment, from the plan's start on,${newValues(found, plan)} or lower the target that asks for them.${whyMore(shortage, month(shortage.steepest.month))}`,
    related: [related(targetOf(plan, segment), "the target that drives the number")],
    data: {
      actual: String(Number(shortage.promised.toPrecision(10))),
      limit: String(shortage.needed),
      unit: "prospects",
      month: plan.months[shortage.worst] ?? "",
    },
    subject: `${stage.id}/${segment.id}`,
  };
}

/** The SLA is worth what it promises: marketing's number must be enough for the target that both teams agreed. */
export const volumeShort: Rule = {
  id: "sla/volume-short",
  severity: "error",
  summary:
    "What marketing promises for a stage is enough for the target, at the end of every month.",
  teams: ["marketing", "sales"],
  check: ({ plan, funnel, related }) =>
    volumeShortages(plan, funnel).map((found) => findingOf(found, { plan, related })),
};
