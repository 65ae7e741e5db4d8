import { isCalendarDate } from "../../core/calendar-date.ts";
import { planParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

/** The live plan's values as they stand on one day. */
export const liveEffective: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/live/effective",
  operation: "readLiveEffective",
  summary: "The live plan's values as they stand on one day",
  description:
    "Dated values are resolved to the day: a step's conversion and duration, revenue by period, commitments, role plans, tactics, the stop list, headcount, exceptions. `nextChange` is the first day on which something else holds.",
  parameters: [planParameter],
  query: [
    {
      name: "on",
      description: "The day, in the plan's time zone; today (UTC) when left out.",
      schema: { type: "string", format: "date", examples: ["2027-02-01"] },
      accepts: isCalendarDate,
    },
  ],
  answer: {
    description: "The values on that day.",
    mediaType: "application/json",
    schema: "api/effective",
    ofVersion: true,
  },
  problems: ["unknown-plan", "invalid-plan", "content-damaged"],
  handle: async (call) => (await import("./live-effective-answer.ts")).answerLiveEffective(call),
};
