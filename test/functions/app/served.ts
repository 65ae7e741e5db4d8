import type { Hono } from "hono";
import { type AppDependencies, createApp, type Incident } from "../../../functions/app.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { storeReader } from "../../../functions/store-reader.ts";
import { expectContract } from "./contract.ts";
import { publishFiles, sampleFiles, titled } from "./plan-files.ts";

/** The id of the plan that these tests serve. */
export const plan = "olist-2018";

/** An app under test. However it is asked, it fails unless the answer is one that the API's description promises. */
export interface Served {
  readonly app: Hono;
  readonly table: Table;
  readonly incidents: readonly Incident[];
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
}

/** An app over a table. */
export function appOver(table: Table, overrides: Partial<AppDependencies> = {}): Served {
  const incidents: Incident[] = [];
  let requests = 0;
  const app = createApp({
    plans: storeReader(planStore(table, 0)),
    now: () => "2026-11-23T09:00:00.000Z",
    requestId: () => `request-${(requests += 1)}`,
    toolVersion: "0.0.0",
    report: (incident) => incidents.push(incident),
    ...overrides,
  });
  // Everything that asks the app comes through here: `ask`, `app.request`, and the adapters over it.
  const fetch = app.fetch.bind(app);
  app.fetch = async (request, ...rest) => {
    const response = await fetch(request, ...rest);
    const { pathname, search } = new URL(request.url);
    await expectContract(response, `${pathname}${search}`, request.method);
    return response;
  };
  return { app, table, incidents, ask: async (path, init) => app.request(path, init) };
}

/** An app over a store with two versions of the plan. */
export async function servedPlan(overrides: Partial<AppDependencies> = {}): Promise<Served> {
  const table = memoryTable();
  await publishFiles(table, plan, 1, sampleFiles());
  await publishFiles(table, plan, 2, titled(sampleFiles(), "The second version"));
  return appOver(table, overrides);
}

/** A POST of JSON. */
export const post = (
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** The JSON of a response. */
export const json = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;
