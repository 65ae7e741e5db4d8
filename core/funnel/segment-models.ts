import { type ModelStep, type ValidModel, validateModel } from "../flow/index.ts";
import type { Chain, SoundSegment, SoundTransition } from "../plan/index.ts";

/** The funnels of a segment: to the sale, and from there on in the order of the plan. */
export interface SegmentModels {
  readonly toSale: ValidModel;
  readonly beyondSale: readonly ValidModel[];
}

/** The funnels of a segment as the plan states them. */
export const modelsOf = ({ toSale, beyondSale }: SoundSegment): SegmentModels => ({
  toSale: toSale.model,
  beyondSale: beyondSale.map(({ model }) => model),
});

/** Every step of a segment once, in the order of the journey, with whether it leads to the sale. */
export function stepsOf({
  toSale,
  beyondSale,
}: SoundSegment): readonly { readonly step: SoundTransition; readonly beforeSale: boolean }[] {
  const known = new Map(
    [...toSale.transitions, ...beyondSale.flatMap(({ transitions }) => transitions)].map((step) => [
      step.id,
      step,
    ]),
  );
  return [...known.values()].map((step) => ({
    step,
    beforeSale: toSale.transitions.includes(step),
  }));
}

/** What the engine knows of a step. Ways that fork share the steps before the fork, and these are alike in all of them. */
export function modelStepOf(segment: SoundSegment, { id }: SoundTransition): ModelStep | undefined {
  const chains = [segment.toSale, ...segment.beyondSale];
  const at = (chain: Chain): number => chain.transitions.findIndex((each) => each.id === id);
  const chain = chains.find((each) => at(each) >= 0);
  return chain?.model.steps[at(chain)];
}

/**
 * A segment's funnels with one step changed, wherever that step occurs. Funnels without the step stay the very same values.
 *
 * @returns `undefined` when the changed numbers make no funnel: a rate above 1, or prospects older than any who stay.
 */
export function withStep(
  segment: SoundSegment,
  { id }: SoundTransition,
  change: (step: ModelStep) => ModelStep,
): SegmentModels | undefined {
  const changed = (chain: Chain): ValidModel | undefined => {
    const index = chain.transitions.findIndex((each) => each.id === id);
    if (index < 0) return chain.model;
    const steps = chain.model.steps.map((step, at) => (at === index ? change(step) : step));
    const valid = validateModel({ ...chain.model, steps });
    return valid.ok ? valid.value : undefined;
  };
  const toSale = changed(segment.toSale);
  const beyondSale = segment.beyondSale.flatMap((chain) => changed(chain) ?? []);
  return toSale === undefined || beyondSale.length < segment.beyondSale.length
    ? undefined
    : { toSale, beyondSale };
}
