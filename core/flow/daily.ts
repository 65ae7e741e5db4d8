/**
 * Flows per day. `entries` has a row per stage, the win last; `progress` and `leaks` a row per step.
 * `returns[day]` are those who come back from recycling, into any stage; they are part of `entries` too.
 */
export interface DayFlows {
  readonly entries: readonly Float64Array[];
  readonly progress: readonly Float64Array[];
  readonly leaks: readonly Float64Array[];
  readonly returns: Float64Array;
}
