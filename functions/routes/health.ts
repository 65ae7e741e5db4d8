import { representJson } from "../answer.ts";
import type { Route } from "./route.ts";

/** That the process answers. It asks nothing of the store. */
export const health: Route = {
  method: "GET",
  path: "/healthz",
  operation: "readHealth",
  summary: "Whether this server answers",
  answer: { description: "It does.", mediaType: "application/json", schema: "api/health" },
  problems: [],
  handle: ({ toolVersion }) => ({
    representation: representJson({ status: "ok", jointplan: toolVersion }),
    caching: "none",
  }),
};
