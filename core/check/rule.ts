import type { CalendarDate } from "../calendar-date.ts";
import type { FindingInput, RelatedPlace, Severity, Team } from "../finding.ts";
import type { FunnelAnswer } from "../funnel/index.ts";
import type { Place, SoundPlan } from "../plan/index.ts";
import type { Raised, SilencedFinding } from "./exceptions.ts";

/** What a rule sees. The funnel is computed at the first question and then kept. */
export interface RuleContext {
  readonly plan: SoundPlan;
  readonly asOf: CalendarDate;
  /** The version to compare with; rules that need one do not run without. */
  readonly base: SoundPlan | undefined;
  readonly funnel: () => FunnelAnswer;
  /** A second place for a finding to name. */
  readonly related: (place: Place, message: string) => RelatedPlace;
  /** Every rule that there is, by its id, and what it usually weighs. */
  readonly usualSeverities: ReadonlyMap<string, Severity>;
  /** What the rules before found; nothing unless the rule runs last. */
  readonly before: RulesBefore;
}

/** What the rules that do not run last found, and what exceptions silence of it. */
export interface RulesBefore {
  /** The ids of the rules that ran. */
  readonly rules: readonly string[];
  readonly raised: readonly Raised[];
  readonly silenced: readonly SilencedFinding[];
}

/** What a rule says of one place; the severity is the rule's own unless given. */
export type RuleFinding = Pick<
  FindingInput,
  "message" | "help" | "related" | "teams" | "data" | "subject"
> & {
  readonly at: Place;
};

/**
 * One rule: one file, one id, one entry in the registry.
 *
 * `summary` is one sentence that says what holds when the rule is satisfied; the list of rules is printed from it.
 */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  /** The functions that the rule usually concerns; a finding may name others. */
  readonly teams: readonly Team[];
  /** True when the rule compares with another version. */
  readonly needsBase?: boolean;
  /** True when the rule judges what the others found. */
  readonly runsLast?: boolean;
  readonly check: (context: RuleContext) => readonly RuleFinding[];
}
