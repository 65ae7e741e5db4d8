import type { Answer, Caching, Success } from "./answer.ts";
import { entityTag, forbidsTag, namesTag } from "./etag.ts";
import { type Problem, problemBody, problemMediaType, statusOf } from "./problem.ts";

const cacheControl: Readonly<Record<Caching, string>> = {
  live: "public, max-age=30, stale-while-revalidate=3600, stale-if-error=36000",
  immutable: "public, max-age=31536000, immutable",
  revalidate: "public, no-cache",
  none: "no-store",
};

/** What every answer carries, so that no browser guesses, leaks or frames. */
const always: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Content-Security-Policy":
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
};

/** The header that names a request; problems repeat it as `instance`. */
const requestIdHeader = "Request-Id";

/** True for the live version of a plan whose publishing is held at this moment. */
const isHeld = (version: Success["version"]): boolean =>
  version !== undefined && "head" in version && version.head?.hold !== undefined;

function successHeaders(success: Success, tag: string): Readonly<Record<string, string>> {
  const { version, lastModified } = success;
  const isWorkingCopy = version !== undefined && version.published === undefined;
  // Whoever edits a file wants to see it at once.
  const caching = isWorkingCopy ? "revalidate" : success.caching;
  return {
    ETag: tag,
    "Cache-Control": cacheControl[caching],
    Vary: "Accept-Encoding",
    ...(version === undefined || isWorkingCopy
      ? {}
      : { "Plan-Version": String(version.version), "Plan-Digest": `sha256:${version.digest}` }),
    ...(version?.published === undefined ? {} : { "Plan-Commit": version.published.commit }),
    ...(isHeld(version) ? { "Plan-Held": "true" } : {}),
    ...(lastModified === undefined
      ? {}
      : { "Last-Modified": new Date(lastModified).toUTCString() }),
    ...success.headers,
  };
}

/** A problem as an HTTP response. */
export function respondProblem(problem: Problem, requestId: string): Response {
  const body = JSON.stringify(problemBody(problem, requestId));
  const headers = { "Content-Type": problemMediaType, "Cache-Control": "no-store" };
  return new Response(`${body}\n`, {
    status: statusOf(problem),
    headers: { ...always, [requestIdHeader]: requestId, ...headers, ...problem.headers },
  });
}

/** What the client meant to get is no longer, or never was, what is there. */
const preconditionFailed = (tag: string): Problem => ({
  problem: "precondition-failed",
  detail: `If-Match names none of what is there now: its entity tag is ${tag}.`,
  help: "Ask again without If-Match, and look at what has changed.",
  headers: { ETag: tag },
});

/**
 * An answer as the HTTP response to a request. Of a success that is read, 412 when If-Match names another entity tag, then 304 without a
 * body when If-None-Match names this one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function respond(answer: Answer, request: Request, requestId: string): Response {
  if ("problem" in answer) return respondProblem(answer, requestId);
  const common = { ...always, [requestIdHeader]: requestId };
  const { bytes, hash, mediaType } = answer.representation;
  const tag = entityTag(hash, answer.version?.version);
  const headers = { ...common, ...successHeaders(answer, tag) };
  const conditional = request.method === "GET" || request.method === "HEAD";
  if (conditional && forbidsTag(request.headers.get("If-Match"), tag))
    return respondProblem(preconditionFailed(tag), requestId);
  if (conditional && namesTag(request.headers.get("If-None-Match"), tag)) {
    return new Response(null, { status: 304, headers });
  }
  // Not a copy: a response hands out copies of its own, and a copy for each costs more than all the rest.
  return new Response(bytes, { headers: { ...headers, "Content-Type": mediaType } });
}
