import type { CalendarDate, Month } from "../calendar-date.ts";
import type { Team } from "../finding.ts";
import type { Business } from "../plan/index.ts";
import type { Outcomes } from "./outcome.ts";
import type { Shortfall } from "./shortfalls.ts";

/** What may be moved: the share that goes on from a stage, the time that takes, or what a deal brings. */
export type Influence = StepInfluence | ValueInfluence;

/** A step's share that goes on (`conversion`, a share) or the days it takes on average (`duration`). */
export interface StepInfluence extends Moves {
  readonly of: "conversion" | "duration";
  /** The step's id, and the ids of the stages between which it lies. */
  readonly step: string;
  readonly from: string;
  readonly to: string;
  /** The function that answers for the stage they leave, if any. */
  readonly team: Team | undefined;
  readonly beforeSale: boolean;
  /** How many entries a rate rests on; `undefined` where it is assumed, and for durations. */
  readonly counted: number | undefined;
}

/** What one deal of a kind of business brings, in whole units of the plan's currency. */
export interface ValueInfluence extends Moves {
  readonly of: "value";
  readonly business: Business;
}

/** How a number of the plan moves its result, everything else being as planned, the new prospects too. */
interface Moves {
  readonly segment: string;
  /** What the plan says. */
  readonly value: number;
  readonly elasticity: Elasticity;
  /** A realistic change for the better, and one for the worse. */
  readonly better: RealisticChange;
  readonly worse: RealisticChange;
  /** With the change for the better, so many more (or fewer, below 0) new prospects would be required by the deadline; 0 for what lies after the sale. */
  readonly newProspects: number;
}

/** Per cent by which the result moves when the number moves by one per cent; 0 where there is no result. */
export interface Elasticity {
  /** Of new deals by the deadline; of new deals in the twelve months after it. */
  readonly deals: { readonly byDeadline: number; readonly yearAfter: number };
  /** Of revenue of every kind. */
  readonly revenue: { readonly byDeadline: number; readonly yearAfter: number };
}

/** A number that turns out otherwise, and by how much the result moves. */
export interface RealisticChange {
  readonly value: number;
  readonly byDeadline: Effect;
  readonly yearAfter: Effect;
}

/** More (or less, below 0) new deals, and revenue in whole units of the plan's currency. */
export interface Effect {
  readonly deals: number;
  readonly revenue: number;
}

/** What moves one segment. */
export interface SegmentSensitivity {
  readonly segment: string;
  readonly title: string;
  /** What the plan brings with the required new prospects who come in by the deadline. */
  readonly planned: Outcomes;
  /** New prospects required by the deadline. */
  readonly newProspects: number;
  /** Every step in the order of the journey, its conversion before its duration; then the values of deals. */
  readonly influences: readonly Influence[];
  /** What new prospects alone cannot make good, and what would. */
  readonly shortfalls: readonly Shortfall[];
}

/** What moves a plan's result most. */
export interface SensitivityAnswer {
  readonly plan: string;
  readonly title: string;
  readonly asOf: CalendarDate;
  readonly currency: string;
  readonly months: readonly Month[];
  /** The last month of the fiscal year whose result is looked at. */
  readonly deadline: Month;
  readonly segments: readonly SegmentSensitivity[];
}
