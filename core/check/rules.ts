import { exceptionExpired } from "./approval/exception-expired.ts";
import { exceptionOneSided } from "./approval/exception-one-sided.ts";
import { exceptionUnused } from "./approval/exception-unused.ts";
import { unknownRule } from "./approval/unknown-rule.ts";
import { weakened } from "./approval/weakened.ts";
import { doesNotSum } from "./budget/does-not-sum.ts";
import { oneFunction } from "./budget/one-function.ts";
import { noSharedGoal } from "./compensation/no-shared-goal.ts";
import { sharedWeight } from "./compensation/shared-weight.ts";
import { weights } from "./compensation/weights.ts";
import { promotionalOnly } from "./content/promotional-only.ts";
import { questionUnanswered } from "./content/question-unanswered.ts";
import { gap } from "./effective/gap.ts";
import { overlap } from "./effective/overlap.ts";
import { retroactive } from "./effective/retroactive.ts";
import { stageUncovered } from "./funnel/stage-uncovered.ts";
import { tacticsShort } from "./funnel/tactics-short.ts";
import { unreachable } from "./funnel/unreachable.ts";
import { differsFromTargets } from "./goal/differs-from-targets.ts";
import { incomplete } from "./goal/incomplete.ts";
import { reused } from "./id/reused.ts";
import { endsAtSale } from "./journey/ends-at-sale.ts";
import { oneSided as oneSidedStage } from "./journey/one-sided.ts";
import { rateStale } from "./journey/rate-stale.ts";
import { rateUnsupported } from "./journey/rate-unsupported.ts";
import { sellerWords } from "./journey/seller-words.ts";
import { stageUnowned } from "./journey/stage-unowned.ts";
import { leadsOnly } from "./metric/leads-only.ts";
import { vanityGoal } from "./metric/vanity-goal.ts";
import { leftOpen } from "./plan/left-open.ts";
import { tooBig } from "./plan/too-big.ts";
import type { Rule } from "./rule.ts";
import { mismatch } from "./segment/mismatch.ts";
import { lateBeforeDue } from "./sla/late-before-due.ts";
import { noCalendar } from "./sla/no-calendar.ts";
import { oneSided as oneSidedDuty } from "./sla/one-sided.ts";
import { overCapacity } from "./sla/over-capacity.ts";
import { valueDiffers } from "./sla/value-differs.ts";
import { vanityUnit } from "./sla/vanity-unit.ts";
import { volumeShort } from "./sla/volume-short.ts";
import { noTransition } from "./tactic/no-transition.ts";
import { onStopList } from "./tactic/on-stop-list.ts";
import { unprovenOverCap } from "./tactic/unproven-over-cap.ts";
import { notSplit } from "./target/not-split.ts";

/** The registry: every rule once, in the order of their ids. */
export const rules: readonly Rule[] = [
  exceptionExpired,
  exceptionOneSided,
  exceptionUnused,
  unknownRule,
  weakened,
  doesNotSum,
  oneFunction,
  noSharedGoal,
  sharedWeight,
  weights,
  promotionalOnly,
  questionUnanswered,
  gap,
  overlap,
  retroactive,
  stageUncovered,
  tacticsShort,
  unreachable,
  differsFromTargets,
  incomplete,
  reused,
  endsAtSale,
  oneSidedStage,
  rateStale,
  rateUnsupported,
  sellerWords,
  stageUnowned,
  leadsOnly,
  vanityGoal,
  leftOpen,
  tooBig,
  mismatch,
  lateBeforeDue,
  noCalendar,
  oneSidedDuty,
  overCapacity,
  valueDiffers,
  vanityUnit,
  volumeShort,
  noTransition,
  onStopList,
  unprovenOverCap,
  notSplit,
];
