import { type ProblemKind, problemKinds, problemMediaType } from "../problem.ts";
import type { Route } from "../routes/route.ts";
import { componentName, schemaComponents } from "./components.ts";
import type { SchemaName } from "./schemas.ts";

/** The problems that every route may state. */
const everywhere: readonly ProblemKind[] = [
  "bad-path",
  "bad-query",
  "internal",
  "store-unavailable",
];

/** The problems that every route which is read may state. */
const whereRead: readonly ProblemKind[] = ["precondition-failed"];

/** The problems that every route which makes the app compute may state. */
const whereComputed: readonly ProblemKind[] = ["too-many-requests"];

const reference = (name: SchemaName): object => ({
  $ref: `#/components/schemas/${componentName(name)}`,
});

const header = (description: string, type = "string"): object => ({
  description,
  schema: { type },
});

const plainHeaders = {
  "Request-Id": header("Names this request; problems repeat it as `instance`."),
};

const successHeaders = {
  ...plainHeaders,
  ETag: header(
    'Strong: `"<version>-<16 hex digits>"`, or the digits alone. Send it back as If-None-Match.',
  ),
  "Cache-Control": header("How long the answer may be kept."),
};

const versionHeaders = {
  ...successHeaders,
  "Plan-Version": header("The version; 0 for a working copy.", "integer"),
  "Plan-Digest": header("SHA-256 of the version's files."),
  "Plan-Commit": header("The commit that made the version; absent for a working copy."),
  "Plan-Held": header(
    "`true` while publishing the plan is held: it is frozen, or a version was rolled back. Only with what is asked of the live version; the status says why.",
    "boolean",
  ),
  "Content-Location": header(
    "Where the version can be read for good; where it was asked for by an instant or a commit.",
  ),
  "Last-Modified": header("When the answer last changed; absent for a working copy."),
};

const limitedHeaders = {
  "RateLimit-Policy": header(
    "How many requests may be made in how many seconds, where there is a limit.",
  ),
  RateLimit: header(
    "How many more requests may be made, and in how many seconds all of them again.",
  ),
};

const retryHeaders = {
  "Retry-After": header("Seconds until another request is answered.", "integer"),
};

const headersOf = ({ answer, method }: Route): object => ({
  ...(answer.ofVersion === true ? versionHeaders : successHeaders),
  ...(method === "POST" ? limitedHeaders : {}),
});

/** One response for each status, naming every problem that it stands for. */
function problemResponses(kinds: readonly ProblemKind[]): object {
  const statuses = [...new Set(kinds.map((kind) => problemKinds[kind].status))].toSorted(
    (a, b) => a - b,
  );
  return Object.fromEntries(
    statuses.map((status) => {
      const stated = kinds.filter((kind) => problemKinds[kind].status === status);
      const description = stated.map((kind) => `${problemKinds[kind].title} (${kind}).`).join(" ");
      const content = { [problemMediaType]: { schema: reference("api/problem") } };
      const headers =
        status === 429 ? { ...plainHeaders, ...retryHeaders, ...limitedHeaders } : plainHeaders;
      return [status, { description, headers, content }];
    }),
  );
}

function operationOf(route: Route): object {
  const { answer, body, description } = route;
  const schema =
    answer.mediaType === "text/html"
      ? { type: "string" }
      : answer.schema === undefined
        ? { type: "object" }
        : reference(answer.schema);
  const parameters = [
    ...(route.parameters ?? []).map((each) => ({ ...each, in: "path", required: true })),
    ...(route.query ?? []).map(({ accepts: _accepts, ...each }) => ({ ...each, in: "query" })),
  ];
  return {
    operationId: route.operation,
    summary: route.summary,
    ...(description === undefined ? {} : { description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: reference(body) } },
          },
        }),
    responses: {
      200: {
        description: answer.description,
        headers: headersOf(route),
        content: { [answer.mediaType]: { schema } },
      },
      ...(route.method === "GET"
        ? {
            304: {
              description: "The client has it: If-None-Match names it.",
              headers: headersOf(route),
            },
          }
        : {}),
      ...problemResponses([
        ...route.problems,
        ...(route.method === "GET" ? whereRead : whereComputed),
        ...everywhere,
      ]),
    },
  };
}

/** The description of an API, OpenAPI 3.1, from its routes and the JSON Schemas of its bodies. */
export function openapiDocument(routes: readonly Route[], toolVersion: string): object {
  const paths = [...new Set(routes.map((route) => route.path))];
  return {
    openapi: "3.1.0",
    info: {
      title: "jointplan",
      version: toolVersion,
      description:
        "The one plan that sales and marketing agree on. Every answer that is not a success is application/problem+json. HEAD is taken wherever GET is.",
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    paths: Object.fromEntries(
      paths.map((path) => [
        path,
        Object.fromEntries(
          routes
            .filter((route) => route.path === path)
            .map((route) => [route.method.toLowerCase(), operationOf(route)]),
        ),
      ]),
    ),
    components: { schemas: schemaComponents() },
  };
}
