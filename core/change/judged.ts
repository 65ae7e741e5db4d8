import type { DocumentKind } from "../document/index.ts";
import type { Team } from "../finding.ts";

/** How much a change weighs: `major` moves what a team owes or is paid, or the past; `minor` adds or loosens; `editorial` only rewords. */
export type ChangeClass = "major" | "minor" | "editorial";

/** What agreeing to a change depends on. */
export interface JudgedChange {
  readonly document: DocumentKind;
  readonly class: ChangeClass;
  /** The functions whose obligations move, after everything was computed. */
  readonly affects: readonly Team[];
  /** Stands for the place, the value before and the value after; the same change always has the same one. */
  readonly fingerprint: string;
}
