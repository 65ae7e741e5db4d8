import { representJson } from "../answer.ts";
import type { Route } from "./route.ts";

/** Every plan there is. */
export const plans: Route = {
  method: "GET",
  path: "/v1/plans",
  operation: "listPlans",
  summary: "Every plan, by id",
  answer: { description: "The plans.", mediaType: "application/json", schema: "api/plans" },
  problems: [],
  async handle(call) {
    const entries = await call.plans.plans();
    const body = {
      plans: entries.map(({ plan, version, publishedAt }) => ({
        plan,
        version,
        ...(publishedAt === undefined ? {} : { publishedAt }),
        live: `/v1/plans/${plan}/live`,
      })),
    };
    return { representation: representJson(body), caching: "live" };
  },
};
