import type { Team } from "../finding.ts";
import type { FunnelAnswer } from "../funnel/index.ts";
import type { SoundPlan } from "../plan/index.ts";
import { type Change, changesBetween } from "./difference.ts";
import { semanticDigest } from "./digest.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { ChangeClass, JudgedChange } from "./judged.ts";
import { type Moved, movedBetween } from "./moved.ts";
import { ownersOf } from "./owners.ts";
import { readPath } from "./path.ts";
import { isEditorial } from "./words.ts";

/** A change with its weight, and whose duties or pay it moves. */
export interface WeighedChange extends Change, JudgedChange {
  readonly document: Change["document"];
}

/** What a change of a plan weighs as a whole. */
export interface Judgement {
  readonly changes: readonly WeighedChange[];
  /** The weightiest class of all changes; absent when nothing changed. */
  readonly class: ChangeClass | undefined;
  readonly affects: readonly Team[];
  /** What functions owe after computation and that moves. */
  readonly moved: readonly Moved[];
  /** True when both plans say the same, whatever their layout. */
  readonly sameMeaning: boolean;
}

/** A plan and what it needs. */
export interface ComputedPlan {
  readonly plan: SoundPlan;
  readonly funnel: FunnelAnswer;
}

/** The documents that the funnel is computed from. */
const inputs: ReadonlySet<Change["document"]> = new Set(["plan", "journey", "targets"]);

/** The functions that a computed number of the change's own segment moves for; of every segment where it has none. */
function movedBy(change: Change, moved: readonly Moved[]): readonly Team[] {
  if (!inputs.has(change.document)) return [];
  const [list, segment] = readPath(change.path) ?? [];
  return moved
    .filter((each) => list !== "segments" || segment === undefined || each.segment === segment)
    .map(({ team }) => team);
}

function weigh(
  change: Change,
  base: SoundPlan,
  head: SoundPlan,
  moved: readonly Moved[],
): WeighedChange {
  const fingerprint = fingerprintOf(change);
  if (isEditorial(change)) return { ...change, class: "editorial", affects: [], fingerprint };
  const affects = [...new Set([...ownersOf(change, base, head), ...movedBy(change, moved)])];
  return { ...change, class: affects.length > 0 ? "major" : "minor", affects, fingerprint };
}

/**
 * Every difference between two plans with its weight.
 *
 * `major`: some function's duty or pay moves, as it stands in the documents or after everything was computed. `minor`: something
 * is added or loosened that binds nobody yet. `editorial`: other words. The same two plans always give the same judgement.
 */
export function judge(base: ComputedPlan, head: ComputedPlan): Judgement {
  const moved = movedBetween(base, head);
  const changes = changesBetween(base.plan, head.plan).map((each) =>
    weigh(each, base.plan, head.plan, moved),
  );
  const classes: readonly ChangeClass[] = ["major", "minor", "editorial"];
  return {
    changes,
    class: classes.find((each) => changes.some((change) => change.class === each)),
    affects: [...new Set(changes.flatMap((change) => change.affects))],
    moved,
    sameMeaning: semanticDigest(base.plan) === semanticDigest(head.plan),
  };
}
