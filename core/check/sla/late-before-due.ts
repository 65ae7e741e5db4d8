import type { Duty, WorkDuration } from "../../../schemas/documents.generated.ts";
import { pointer as pointerOf } from "../../document/index.ts";
import type { Pointer } from "../../finding.ts";
import { countText, numberText, titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";

/**
 * What a unit of time is made of. Business hours and days are each their own kind: how long they take by the calendar, and
 * how many of one make the other, is up to a working calendar.
 */
const kinds = {
  minutes: { kind: "calendar", minutes: 1, one: "minute" },
  hours: { kind: "calendar", minutes: 60, one: "hour" },
  days: { kind: "calendar", minutes: 1440, one: "day" },
  businessHours: { kind: "business hours", minutes: 60, one: "business hour" },
  businessDays: { kind: "business days", minutes: 1440, one: "business day" },
} as const;

const durationText = ({ value, unit }: WorkDuration): string => countText(value, kinds[unit].one);

/** True when a time is longer than another, as far as that can be told. */
function isLonger(one: WorkDuration, other: WorkDuration): boolean {
  const [a, b] = [kinds[one.unit], kinds[other.unit]];
  return a.kind === b.kind && one.value * a.minutes > other.value * b.minutes;
}

/** The times allowed for the first attempt: one for all, or one for each grade. */
function attemptsOf({ firstAttempt }: Duty): readonly (readonly [Pointer, string, WorkDuration])[] {
  if (firstAttempt === undefined) return [];
  if (isWorkDuration(firstAttempt)) return [["", "", firstAttempt]];
  return Object.entries(firstAttempt).map(([grade, time]) => [
    pointerOf(grade),
    ` of grade ${titleText(grade)}`,
    time,
  ]);
}

const isWorkDuration = (value: NonNullable<Duty["firstAttempt"]>): value is WorkDuration =>
  typeof value["unit"] === "string";

/** Whoever gives up before the first answer is due has promised nothing. */
export const lateBeforeDue: Rule = {
  id: "sla/late-before-due",
  severity: "warning",
  summary: "The first attempt is due before the time for following up is over.",
  teams: ["marketing", "sales"],
  check: ({ plan, related }) =>
    plan.documents.sla.value.duties.flatMap((duty, index) => {
      const within = duty.followUp?.within;
      if (within === undefined) return [];
      const followUp = { document: "sla", pointer: `/duties/${index}/followUp/within` } as const;
      return attemptsOf(duty)
        .filter(([, , time]) => isLonger(time, within))
        .map(([rest, ofGrade, time]) => ({
          at: { document: "sla" as const, pointer: `/duties/${index}/firstAttempt${rest}` },
          message: `The duty ${titleText(duty.title)} allows ${durationText(time)} for the first attempt${ofGrade}, and ${durationText(within)} for all of them: it would be given up before the first is due.`,
          help: `Allow less for the first attempt, for example ${numberText(within.value / 2, 2)} ${kinds[within.unit].one}s, or more for following up.`,
          related: [related(followUp, "the time for following up")],
          teams: [duty.function],
          data: {
            actual: `${time.value} ${time.unit}`,
            limit: `${within.value} ${within.unit}`,
            unit: "time",
          },
          subject: `${duty.id}/firstAttempt${rest}`,
        }));
    }),
};
