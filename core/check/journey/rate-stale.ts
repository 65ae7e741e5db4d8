import { dayNumberOf } from "../../calendar-date.ts";
import { dateText, numberText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { statedRates } from "./stated-rates.ts";

const oldest = 365;

/** Average progression is only as good as its last measurement: measure systematically, and use what was measured. */
export const rateStale: Rule = {
  id: "journey/rate-stale",
  severity: "warning",
  summary: `No rate rests on entries that ended more than ${oldest} days ago.`,
  teams: ["marketing", "sales"],
  check: ({ plan, asOf }) =>
    statedRates(plan).flatMap(({ conversion: { basis }, ...rate }) => {
      if (basis === undefined) return [];
      const age = dayNumberOf(asOf) - dayNumberOf(basis.until);
      if (age <= oldest) return [];
      return [
        {
          at: { document: "journey" as const, pointer: `${rate.pointer}/basis/until` },
          message: `${rate.name} was last counted up to ${dateText(basis.until)}, ${numberText(age)} days before ${dateText(asOf)}; a rate is good for ${oldest} days.`,
          help: `Count again those who entered after ${dateText(basis.until)}, from the same source, and write the new "successes", "trials", "from" and "until".`,
          teams: rate.teams,
          data: { actual: String(age), limit: String(oldest), unit: "days" },
          subject: rate.subject,
        },
      ];
    }),
};
