import type { Team } from "../finding.ts";
import type { Place, SoundPlan, SoundSegment, SoundStage, SoundTransition } from "../plan/index.ts";

/** Every step of a segment's journey once, those after the sale included. */
export function stepsOf(segment: SoundSegment): readonly SoundTransition[] {
  const chains = [segment.toSale, ...segment.beyondSale];
  return [
    ...new Map(
      chains.flatMap((chain) => chain.transitions).map((step) => [step.id, step]),
    ).values(),
  ];
}

/** The function that answers for a stage; both sides of the sale where nobody does. */
export function teamsOf(stage: SoundStage): readonly Team[] {
  if (stage.team !== undefined) return [stage.team];
  return stage.beforeSale ? ["marketing", "sales"] : ["sales", "success"];
}

/** Where a segment's target for new business stands: the place that drives its volumes. */
export function targetOf(plan: SoundPlan, segment: SoundSegment): Place {
  const pointer = `${segment.targetsPointer}/revenue`;
  const parsed = plan.documents.targets.parsed;
  const given = ["new", "total"].find((key) => parsed.rangeOf(`${pointer}/${key}`) !== undefined);
  return { document: "targets", pointer: given === undefined ? pointer : `${pointer}/${given}` };
}
