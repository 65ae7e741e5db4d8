import { isCalendarDate } from "../../core/calendar-date.ts";
import { effectiveOn } from "../../core/effective/index.ts";
import { representJson } from "../answer.ts";
import { ofLive, representSound } from "./found.ts";
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
  handle(call) {
    const asked = call.query("on");
    const on = asked ?? call.asOf;
    const variant = {
      operation: "effective",
      variant: on,
      // Without a day the answer is another one tomorrow, whatever a cache has kept.
      caching: asked === undefined ? "revalidate" : "live",
      daily: asked === undefined,
    } as const;
    return ofLive(call, (live) =>
      representSound(call, live, variant, (plan) => {
        const { nextChange, documents } = effectiveOn(plan, on);
        return representJson({
          plan: live.plan,
          version: live.version,
          on,
          ...(nextChange === undefined ? {} : { nextChange }),
          documents,
        });
      }),
    );
  },
};
