import type { Conversion } from "../../../schemas/documents.generated.ts";
import type { Pointer, Team } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";
import { dateText, stepText, titleText } from "../../wording.ts";
import { stepsOf, teamsOf } from "../steps.ts";

/** A rate that the plan states: a step's own, or that of a dated change. */
export interface StatedRate {
  readonly conversion: Conversion;
  /** Where the conversion stands in the journey. */
  readonly pointer: Pointer;
  /** How messages name it. */
  readonly name: string;
  readonly teams: readonly Team[];
  readonly subject: string;
}

/** Every rate of the journey, in the order of the segments and their steps. */
export function statedRates(plan: SoundPlan): readonly StatedRate[] {
  return plan.segments.flatMap((segment) =>
    stepsOf(segment).flatMap((step) => {
      const name = `The rate of ${stepText(step)} in segment ${titleText(segment.title)}`;
      const subject = `${segment.id}/${step.id}`;
      const teams = teamsOf(step.from);
      const own: StatedRate = {
        conversion: step.document.conversion,
        pointer: `${step.pointer}/conversion`,
        name,
        teams,
        subject,
      };
      const changed = (step.document.changes ?? []).flatMap(
        (change, index): readonly StatedRate[] =>
          change.conversion === undefined
            ? []
            : [
                {
                  conversion: change.conversion,
                  pointer: `${step.pointer}/changes/${index}/conversion`,
                  name: `${name} from ${dateText(change.from)} on`,
                  teams,
                  subject: `${subject}/${change.id}`,
                },
              ],
      );
      return [own, ...changed];
    }),
  );
}
