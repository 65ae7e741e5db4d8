import type { Role, Stage, Transition } from "../../schemas/documents.generated.ts";
import type { Month } from "../calendar-date.ts";
import type { LoadedDocuments } from "../document/index.ts";
import type { Pointer, Team } from "../finding.ts";
import type { ValidModel, WinsTarget } from "../flow/index.ts";
import type { Currency, Minor } from "../money.ts";

declare const sound: unique symbol;

/** What revenue comes from: a new customer, more business with one, or a renewal. */
export type Business = "new" | "expansion" | "renewal";

/** All kinds of business, in the order in which reports name them. */
export const businesses: readonly Business[] = ["new", "expansion", "renewal"];

/**
 * A plan whose documents fit together: every reference resolves, every number is in the plan's units, and every
 * segment has a funnel that can be computed. Made by `resolve` only; every computation asks for one.
 */
export interface SoundPlan {
  readonly folder: string;
  readonly documents: LoadedDocuments;
  readonly id: string;
  readonly title: string;
  readonly currency: Currency;
  readonly timeZone: string;
  /** The plan's months in order. */
  readonly months: readonly Month[];
  readonly roles: ReadonlyMap<string, Role>;
  readonly stages: readonly SoundStage[];
  readonly segments: readonly SoundSegment[];
  readonly planning: Planning;
  readonly [sound]: true;
}

/** A stage with its place and the function that answers for it. */
export interface SoundStage {
  readonly id: string;
  readonly title: string;
  readonly index: number;
  readonly pointer: Pointer;
  readonly owner: Role | undefined;
  /** The owner's function; `undefined` when unowned or owned above the functions. */
  readonly team: Team | undefined;
  readonly business: Business | undefined;
  /** True up to and without the stage that books new business. */
  readonly beforeSale: boolean;
  readonly document: Stage;
}

/** A step between two stages of one segment. */
export interface SoundTransition {
  readonly id: string;
  readonly from: SoundStage;
  readonly to: SoundStage;
  readonly pointer: Pointer;
  readonly document: Transition;
}

/** Stages in a row, the steps between them, and the funnel they make. */
export interface Chain {
  readonly stages: readonly SoundStage[];
  readonly transitions: readonly SoundTransition[];
  readonly model: ValidModel;
}

/** What a prospect costs: once on entering a stage, and for each month in it. */
export interface StageCost {
  readonly perEntry: Minor;
  readonly perMonth: Minor;
}

/** One segment: its chains, its targets in exact money per month, and where its numbers stand. */
export interface SoundSegment {
  readonly id: string;
  readonly title: string;
  readonly journeyPointer: Pointer;
  readonly targetsPointer: Pointer;
  /** From the first stage to the sale. */
  readonly toSale: Chain;
  /** From the sale to each last stage after it; none when the journey ends at the sale. Those who enter are the sales. */
  readonly beyondSale: readonly Chain[];
  /** What prospects cost, by the id of the stage that they are in; a stage without a cost is absent. */
  readonly costs: ReadonlyMap<string, StageCost>;
  readonly dealValue: { readonly [Kind in Business]: Minor | undefined };
  /** Targets, shape `[month]`, in minor units. */
  readonly revenue: { readonly [Kind in Business]: readonly Minor[] };
  /** New deals wanted, shape `[month]`: revenue divided by deal value, fractions kept. */
  readonly wins: WinsTarget;
}

/** The agreed choices of the computation, defaults filled in. */
export interface Planning {
  readonly basis: "cumulative" | "fiscal-year" | "per-period" | "checkpoints";
  readonly catchUp: "soonest" | "quarter-end" | "fiscal-year-end";
  readonly recovery: number;
  readonly steadiness: number;
  readonly beyondHorizon: "growth" | "hold" | "none" | { readonly growthPerYear: number };
  /** How sure the teams want to be of the first year's deals; above 0 and below 1. */
  readonly confidence: number;
}
