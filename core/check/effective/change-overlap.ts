import type { SoundPlan } from "../../plan/index.ts";
import { dateText, stepText, titleText } from "../../wording.ts";
import type { RuleContext, RuleFinding } from "../rule.ts";
import { stepsOf, teamsOf } from "../steps.ts";

/** Dated changes of a step that hold on the same day, or end before they begin. */
export function changeOverlaps(
  plan: SoundPlan,
  related: RuleContext["related"],
): readonly RuleFinding[] {
  return plan.segments.flatMap((segment) =>
    stepsOf(segment).flatMap((step) => {
      const name = `${stepText(step)} in segment ${titleText(segment.title)}`;
      const changes = (step.document.changes ?? [])
        .map((change, index) => ({ ...change, pointer: `${step.pointer}/changes/${index}` }))
        .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
      return changes.flatMap(({ id, from, until, pointer }, index): readonly RuleFinding[] => {
        const about = { teams: teamsOf(step.from), subject: `${segment.id}/${step.id}/${id}` };
        if (until !== undefined && until <= from) {
          return [
            {
              ...about,
              at: { document: "journey", pointer: `${pointer}/until` },
              message: `The change "${id}" of ${name} holds from ${dateText(from)} until ${dateText(until)}, which is over before it begins.`,
              help: `Write the day after its last day, or take "until" out so that it holds until the next change.`,
              data: { actual: until, limit: from, unit: "date" },
            },
          ];
        }
        const next = changes[index + 1];
        const ends = until ?? (next?.from === from ? "the same day" : undefined);
        if (next === undefined || ends === undefined || (until !== undefined && until <= next.from))
          return [];
        return [
          {
            ...about,
            at: { document: "journey", pointer: `${next.pointer}/from` },
            message: `Two changes of ${name} hold on ${dateText(next.from)}: "${id}" and "${next.id}".`,
            help:
              next.from === from
                ? "Let one of them begin on another day, or make one change of the two."
                : `Let "${id}" end on ${dateText(next.from)}, or take its "until" out; it ends when the next one begins.`,
            related: [related({ document: "journey", pointer }, `the change "${id}"`)],
            data: { actual: "2", limit: "1", unit: `changes on ${next.from}` },
          },
        ];
      });
    }),
  );
}
