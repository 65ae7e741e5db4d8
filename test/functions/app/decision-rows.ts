import { routes } from "../../../functions/routes/index.ts";
import { sampleFiles } from "./plan-files.ts";
import { plan } from "./served.ts";

/** An address in the table of decisions. */
interface Row {
  /** An address that the route answers with a success, and for POST the body that it does so for. */
  readonly path: string;
  readonly body?: unknown;
}

const files = Object.fromEntries(
  [...sampleFiles()].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
);
/** Where everything of the plan stands. */
export const under = `/v1/plans/${plan}`;

/** An address of each operation. */
export const rows: Readonly<Record<string, Row>> = {
  listPlans: { path: "/v1/plans" },
  readLive: { path: `${under}/live` },
  readLiveEffective: { path: `${under}/live/effective` },
  readLiveDocument: { path: `${under}/live/journey` },
  listVersions: { path: `${under}/versions` },
  readVersion: { path: `${under}/versions/1` },
  readVersionAsOf: { path: `${under}/as-of/2026-11-01` },
  readVersionOfCommit: { path: `${under}/commits/c1` },
  readStatus: { path: `${under}/status` },
  readApprovals: { path: `${under}/approvals` },
  readRequirements: { path: `${under}/requirements` },
  readForecast: { path: `${under}/forecast` },
  readSensitivity: { path: `${under}/sensitivity` },
  askWhatIf: { path: `${under}/what-if`, body: { overlay: [] } },
  validatePlan: { path: "/v1/validate", body: { files } },
  judgeImpact: { path: "/v1/impact", body: { base: { plan, version: 1 }, head: { plan } } },
  comparePlans: { path: "/v1/compare", body: { base: { plan, version: 1 }, head: { plan } } },
  readPage: { path: "/" },
  readOpenapi: { path: "/openapi.json" },
  readDocumentSchema: { path: "/schemas/v1/plan.json" },
  readBodySchema: { path: "/schemas/v1/api/problem.json" },
  readHealth: { path: "/healthz" },
};

/** Every route with its row. */
export const all = routes.map((route) => {
  const { path, body } = rows[route.operation] ?? { path: route.path };
  return { route, operation: route.operation, path, body };
});
/** Those that are read. */
export const read = all.filter(({ route }) => route.method === "GET");
/** Those that are asked with a body. */
export const posted = all.filter(({ route }) => route.method === "POST");
