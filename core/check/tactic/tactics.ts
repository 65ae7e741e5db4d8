import type { Tactic } from "../../../schemas/documents.generated.ts";
import type { Pointer } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";

/** A tactic and where it stands. */
export interface PlacedTactic {
  readonly tactic: Tactic;
  readonly pointer: Pointer;
}

/** The tactics that are not retired: what gets effort or money, or is about to. */
export function activeTactics(plan: SoundPlan): readonly PlacedTactic[] {
  return (plan.documents.tactics?.value.tactics ?? []).flatMap((tactic, index) =>
    tactic.state === "retired" ? [] : [{ tactic, pointer: `/tactics/${index}` }],
  );
}

/** True for tactics that are done, and not only proposed. */
export function isAtWork({ tactic }: PlacedTactic): boolean {
  return tactic.state === "testing" || tactic.state === "proven";
}

/** True when a tactic is meant for a segment. */
export function isFor({ tactic }: PlacedTactic, segment: string): boolean {
  return tactic.segments === undefined || tactic.segments.includes(segment);
}
