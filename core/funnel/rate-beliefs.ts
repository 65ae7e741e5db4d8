import type { Conversion } from "../../schemas/documents.generated.ts";
import { countedBelief, type RateBelief } from "../chance/index.ts";
import type { RatePlace } from "../flow/index.ts";
import type { Chain, SoundTransition } from "../plan/index.ts";
import { wayText } from "../wording.ts";

/** One rate that the plan states, what is believed of it, and where it stands in the segment's funnel. */
export interface StatedBelief {
  readonly belief: RateBelief;
  readonly place: RatePlace;
  /** The step's id, and its name for people. */
  readonly step: string;
  readonly title: string;
  /** True when nobody has measured it. */
  readonly assumed: boolean;
}

/** A measured rate that the check takes without a warning rests on at least so many entries, and so many who went on. */
const fewest = { trials: 30, successes: 5 };

/**
 * How many entries a rate weighs as: those that its basis counts. An assumed rate weighs as little as the least that
 * counts as measured: 30 entries, and 5 who went on.
 */
export const trialsOf = ({ value, basis }: Conversion): number =>
  basis?.trials ?? Math.max(fewest.trials, value === 0 ? 0 : fewest.successes / value);

/** The own rate of a step and those of its dated changes; a change that only changes a duration keeps the step's own. */
function ofStep(
  transition: SoundTransition,
  index: number,
  { model }: Chain,
): readonly StatedBelief[] {
  const { conversion, changes = [] } = transition.document;
  const rate = (stated: Conversion, base: boolean, places: readonly number[]): StatedBelief => ({
    belief: countedBelief(stated.value, trialsOf(stated)),
    place: { step: index, base, changes: places },
    step: transition.id,
    title: wayText(transition.from.id, transition.to.id),
    assumed: stated.basis === undefined,
  });
  const dated = (model.steps[index]?.changes ?? []).map(({ from }) =>
    changes.find((change) => change.from === from && change.conversion !== undefined),
  );
  const placesOf = (change: (typeof changes)[number] | undefined): readonly number[] =>
    dated.flatMap((each, place) => (each === change ? [place] : []));
  return [
    rate(conversion, true, placesOf(undefined)),
    ...changes.flatMap((change) =>
      change.conversion === undefined || placesOf(change).length === 0
        ? []
        : [rate(change.conversion, false, placesOf(change))],
    ),
  ];
}

/** Every rate on the way to the sale, in the order of the steps; a step's own before those of its changes. */
export function ratesToSale(chain: Chain): readonly StatedBelief[] {
  return chain.transitions.flatMap((transition, index) => ofStep(transition, index, chain));
}
