import { Hono } from "hono";
import type { Answer } from "./answer.ts";
import { createLibrary } from "./library.ts";
import type { PlanReader } from "./plan-reader.ts";
import { type Problem, type ProblemKind, statusOf } from "./problem.ts";
import { limitHeaders, type RequestLimit, tooManyRequests } from "./request-limit.ts";
import { readQuery, refusePath } from "./request-query.ts";
import { respond } from "./respond.ts";
import { routes } from "./routes/index.ts";
import type { Route } from "./routes/route.ts";
import { TableUnavailable } from "./store/table-error.ts";

/** Something that went wrong while answering, for the people who run the app. It never reaches the client. */
export interface Incident {
  readonly requestId: string;
  readonly problem: ProblemKind;
  readonly detail: string;
  readonly method: string;
  readonly path: string;
  /** What was thrown, if anything was. */
  readonly error: unknown;
}

/** What the app stands on. */
export interface AppDependencies {
  readonly plans: PlanReader;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: () => string;
  /** A new name for a request: letters, digits, `.`, `_`, `-`. */
  readonly requestId: () => string;
  readonly toolVersion: string;
  readonly report: (incident: Incident) => void;
  /** How often one client may make the app compute, that is POST; as often as it likes by default. */
  readonly limit?: RequestLimit;
  /** Who asks, for the limit; what the runtime knows comes with the request. Everybody is one client by default. */
  readonly clientOf?: (runtime: unknown) => string;
  /** Whom this app does not answer, for example another host's pages; asked before anything else. */
  readonly refuse?: (request: Request) => Problem | undefined;
}

const unavailable: Problem = {
  problem: "store-unavailable",
  detail: "The store of published plans did not answer.",
  help: "Try again in a few seconds; if it lasts, tell the people who run this server the instance.",
  headers: { "Retry-After": "5" },
};

const internal: Problem = {
  problem: "internal",
  detail: "The request could not be answered.",
  help: "Tell the people who run this server the instance; it names the entry in their log.",
};

/** `/v1/plans/{plan}` as the router writes it: `/v1/plans/:plan`. */
const pattern = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

const matches = (route: Route, path: string): boolean =>
  new RegExp(`^${route.path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);

/** What an address says that no route answered: it takes other methods, or there is nothing. */
function unanswered(path: string): Problem {
  // Two routes may share an address, such as a document's and what holds on a day.
  const methods = new Set(
    routes.filter((route) => matches(route, path)).map((route) => route.method),
  );
  if (methods.size === 0) {
    return {
      problem: "unknown-route",
      detail: "No part of the API has this address.",
      help: /^\/v1\/plans\/[^/]+\/?$/.test(path)
        ? `GET ${path.replace(/\/$/, "")}/live has the live plan; GET /openapi.json describes every address.`
        : "GET /openapi.json describes every address.",
    };
  }
  const allowed = [...methods].flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return {
    problem: "method-not-allowed",
    detail: `This address takes ${allowed.join(", ")}.`,
    help: "GET /openapi.json describes what each address takes.",
    headers: { Allow: allowed.join(", ") },
  };
}

/** The app: every route over the plans of a reader. It keeps what it computed and no other state. */
export function createApp(dependencies: AppDependencies): Hono {
  const { plans, now, toolVersion } = dependencies;
  const library = createLibrary();

  const answerOf = async (request: Request, answer: () => Promise<Answer> | Answer) => {
    try {
      const made = dependencies.refuse?.(request) ?? refusePath(request.url) ?? (await answer());
      return { made, error: undefined };
    } catch (error) {
      return { made: error instanceof TableUnavailable ? unavailable : internal, error };
    }
  };

  const reply = async (
    request: Request,
    answer: () => Promise<Answer> | Answer,
  ): Promise<Response> => {
    const requestId = dependencies.requestId();
    const { made, error } = await answerOf(request, answer);
    if ("problem" in made && statusOf(made) >= 500) {
      const { method, url } = request;
      const { problem, detail } = made;
      const path = new URL(url).pathname;
      dependencies.report({ requestId, problem, detail, method, path, error });
    }
    return respond(made, request, requestId);
  };

  /** What a route answers, unless the client has made the app compute too often; the limit is announced either way. */
  const limited = async (
    route: Route,
    runtime: unknown,
    answer: () => Promise<Answer> | Answer,
  ): Promise<Answer> => {
    if (route.method !== "POST" || dependencies.limit === undefined) return answer();
    const state = dependencies.limit.count(dependencies.clientOf?.(runtime) ?? "", now());
    if (!state.allowed) return tooManyRequests(state);
    const made = await answer();
    return { ...made, headers: { ...made.headers, ...limitHeaders(state) } };
  };

  const app = new Hono();
  for (const route of routes) {
    app.on(route.method, pattern(route.path), (context) => {
      const request = context.req.raw;
      return reply(request, () =>
        limited(route, context.env, () => {
          const query = readQuery(request.url, route.query ?? []);
          if (!query.ok) return query.error;
          const instant = now();
          return route.handle({
            plans,
            library,
            toolVersion,
            now: instant,
            asOf: instant.slice(0, 10),
            request,
            path: (name) => context.req.param(name) ?? "",
            query: (name) => query.value.get(name),
          });
        }),
      );
    });
  }
  app.notFound((context) => reply(context.req.raw, () => unanswered(context.req.path)));
  app.onError((error, context) =>
    reply(context.req.raw, () => {
      throw error;
    }),
  );
  return app;
}
