import { pointer as pointerOf } from "../../document/index.ts";
import type { Pointer } from "../../finding.ts";
import type { Rule } from "../rule.ts";

/** Where durations in business hours or days stand within a value, in the order of the file. */
function workingTimes(value: unknown, at: Pointer): readonly Pointer[] {
  if (typeof value !== "object" || value === null) return [];
  if ("unit" in value && (value.unit === "businessHours" || value.unit === "businessDays"))
    return [at];
  return Object.entries(value).flatMap(([key, child]) =>
    workingTimes(child, `${at}${pointerOf(key)}`),
  );
}

/** "Within 4 business hours" is a promise only when both sides know the hours. */
export const noCalendar: Rule = {
  id: "sla/no-calendar",
  severity: "info",
  summary: "Where duties count business hours or days, a calendar says which those are.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    if (plan.documents.calendar !== undefined) return [];
    const { duties } = plan.documents.sla.value;
    const counting = duties.flatMap((duty, index) => {
      const [first] = workingTimes(duty, `/duties/${index}`);
      return first === undefined ? [] : [{ duty, first }];
    });
    const [first] = counting;
    if (first === undefined) return [];
    const many = counting.length > 1;
    return [
      {
        at: { document: "sla", pointer: first.first },
        message: `${many ? `${counting.length} duties count` : "A duty counts"} business hours or days, and there is no calendar.json: Monday to Friday, 9:00 to 17:00 in ${plan.timeZone}, without holidays, is assumed.`,
        help: "Add calendar.json with the working hours and holidays of each region; if the assumption is right, there is nothing to do.",
        teams: [...new Set(counting.map(({ duty }) => duty.function))],
        data: { actual: "0", limit: "1", unit: "calendars" },
        subject: "calendar",
      },
    ];
  },
};
