import type { SoundPlan } from "../core/plan/index.ts";
import { listText, monthsText, numberText, shareText, wholeAmountText } from "../core/wording.ts";
import { nameOf } from "../report/words.ts";

type Duty = SoundPlan["documents"]["sla"]["value"]["duties"][number];
type WorkDuration = NonNullable<Duty["disposition"]>;
type Supply = NonNullable<Duty["supply"]>;

/** At most so many commitments are said one by one. */
const mostCommitments = 12;

/** One thing that a duty promises, and its numbers one by one where there are several. */
export interface Promised {
  readonly text: string;
  readonly parts: readonly string[];
}

/** What a duty promises. */
export function promises(duty: Duty, plan: SoundPlan): readonly Promised[] {
  const supply = duty.supply === undefined ? [] : [supplied(duty.supply, plan)];
  return [...supply, ...sentences(duty).map((text) => ({ text, parts: [] }))];
}

function sentences(duty: Duty): readonly string[] {
  const { quality, payload, acceptance, firstAttempt, followUp, disposition } = duty;
  const said: string[] = [];
  if (quality?.accepted !== undefined)
    said.push(`At least ${shareText(quality.accepted)} are accepted.`);
  if (quality?.converted !== undefined) {
    said.push(`At least ${shareText(quality.converted)} of those accepted reach the next stage.`);
  }
  if (payload !== undefined) {
    const complete =
      payload.complete === undefined ? "" : `, ${shareText(payload.complete)} complete`;
    said.push(`Handed over${complete}: ${listText(payload.fields)}.`);
  }
  if (acceptance !== undefined) {
    said.push(`Accepted, or returned with a reason, within ${spanOf(acceptance.within)}.`);
  }
  if (firstAttempt !== undefined)
    said.push(`First genuine attempt within ${attemptWords(firstAttempt)}.`);
  if (followUp !== undefined) {
    const over = followUp.channels === undefined ? "" : ` by ${listText(followUp.channels)}`;
    said.push(
      `At least ${numberText(followUp.attempts, 2)} attempts within ${spanOf(followUp.within)}${over}.`,
    );
  }
  if (disposition !== undefined) said.push(`Outcome recorded within ${spanOf(disposition)}.`);
  return said;
}

function supplied(supply: Supply, plan: SoundPlan): Promised {
  const { commitments, stage, pacing } = supply;
  const lines = commitments.slice(0, mostCommitments).map((each) => {
    const segment =
      plan.segments.find(({ id }) => id === each.segment)?.title ?? nameOf(each.segment);
    const flags = plan.months.map(
      (month) => month >= (each.from ?? "") && (each.until === undefined || month < each.until),
    );
    const worth =
      each.valuePerMonth === undefined
        ? ""
        : `, worth ${wholeAmountText(each.valuePerMonth, plan.currency.code)}`;
    return `${segment}: ${numberText(each.prospectsPerMonth, 2)} a month${worth}, ${monthsText(plan.months.filter((_, index) => flags[index]))}.`;
  });
  const hidden = commitments.length - lines.length;
  return {
    text: `Prospects who reach ${nameOf(stage)}${pacing === undefined ? "" : `, ${pacing}`}:`,
    parts: [...lines, ...(hidden > 0 ? [`And ${hidden} more commitments.`] : [])],
  };
}

const units: Readonly<Record<WorkDuration["unit"], readonly [one: string, many: string]>> = {
  minutes: ["minute", "minutes"],
  hours: ["hour", "hours"],
  days: ["day", "days"],
  businessHours: ["business hour", "business hours"],
  businessDays: ["business day", "business days"],
};

/** A span of working time: `4 business hours`. */
function spanOf({ value, unit }: WorkDuration): string {
  return `${numberText(value, 2)} ${units[unit][value === 1 ? 0 : 1]}`;
}

function attemptWords(attempt: NonNullable<Duty["firstAttempt"]>): string {
  if (isSpan(attempt)) return spanOf(attempt);
  return listText(
    Object.entries(attempt).map(
      ([grade, each]) => `${spanOf(each)} (grade ${grade.toUpperCase()})`,
    ),
  );
}

function isSpan(attempt: NonNullable<Duty["firstAttempt"]>): attempt is WorkDuration {
  return typeof attempt["unit"] === "string";
}
