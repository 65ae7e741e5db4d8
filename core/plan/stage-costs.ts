import type { SegmentJourney } from "../../schemas/documents.generated.ts";
import type { Pointer } from "../finding.ts";
import type { ReadAmount } from "./amounts.ts";
import type { StageCost } from "./sound-plan.ts";

/**
 * What prospects cost in a segment's stages. A step states the cost of the stage that it leaves; where several steps
 * leave a stage, what they state is added up.
 */
export function costsOf(
  { transitions }: SegmentJourney,
  pointer: Pointer,
  read: ReadAmount,
): ReadonlyMap<string, StageCost> {
  const costs = new Map<string, StageCost>();
  for (const [index, { from, cost }] of transitions.entries()) {
    if (cost === undefined) continue;
    const at = `${pointer}/transitions/${index}/cost`;
    const known = costs.get(from);
    costs.set(from, {
      perEntry: (known?.perEntry ?? 0n) + (read("journey", `${at}/perEntry`) ?? 0n),
      perMonth: (known?.perMonth ?? 0n) + (read("journey", `${at}/perMonth`) ?? 0n),
    });
  }
  return costs;
}
