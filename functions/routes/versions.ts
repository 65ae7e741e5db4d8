import { representJson } from "../answer.ts";
import { fromCursor, toCursor } from "./cursor.ts";
import { ofLive } from "./found.ts";
import { planParameter } from "./parameters.ts";
import { publishedBody } from "./provenance.ts";
import type { Route } from "./route.ts";

const defaultLimit = 50;
const mostLimit = 200;

/** Every version of a plan, newest first, without the documents. */
export const versions: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/versions",
  operation: "listVersions",
  summary: "The versions of a plan, newest first",
  description: "Follow `next` until it is absent; a page may be empty and still have a next one.",
  parameters: [planParameter],
  query: [
    {
      name: "cursor",
      description: "The `next` of the page before.",
      schema: { type: "string", maxLength: 500 },
      accepts: (value) => value.length <= 500,
    },
    {
      name: "limit",
      description: `At most so many versions, ${defaultLimit} by default; more than ${mostLimit} are never told at once.`,
      schema: { type: "integer", minimum: 1, default: defaultLimit },
      accepts: (value) => /^[1-9]\d{0,8}$/.test(value),
    },
  ],
  answer: {
    description: "A page of versions.",
    mediaType: "application/json",
    schema: "api/versions",
    ofVersion: true,
  },
  problems: ["unknown-plan"],
  handle: (call) =>
    ofLive(call, async (version) => {
      const { plan } = version;
      const cursor = call.query("cursor");
      const after = cursor === undefined ? undefined : fromCursor(plan, cursor);
      if (cursor !== undefined && after === undefined) {
        return {
          problem: "bad-query",
          detail: "The cursor belongs to another list, or was changed.",
          help: "Take `next` of the page before as it is, or leave the cursor out to start again.",
          errors: [{ parameter: "cursor", detail: "is not one that this list gave" }],
        };
      }
      const limit = Math.min(Number(call.query("limit") ?? defaultLimit), mostLimit);
      const page = after === undefined ? { limit } : { limit, after };
      const { entries, next } = await call.plans.versions(plan, page);
      const body = {
        plan,
        versions: entries.map(publishedBody),
        ...(next === undefined ? {} : { next: toCursor(plan, next) }),
      };
      return { representation: representJson(body), caching: "live", version };
    }),
};
