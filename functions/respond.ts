import { type Answer, type Caching, type Success } from "./answer.ts";
import { entityTag, namesTag } from "./etag.ts";
import { problemBody, problemMediaType, statusOf } from "./problem.ts";

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

function successHeaders(success: Success, tag: string): Readonly<Record<string, string>> {
  const { version, lastModified, caching } = success;
  return {
    ETag: tag,
    "Cache-Control": cacheControl[caching],
    Vary: "Accept-Encoding",
    ...(version === undefined
      ? {}
      : { "Plan-Version": String(version.version), "Plan-Digest": `sha256:${version.digest}` }),
    ...(version?.published === undefined ? {} : { "Plan-Commit": version.published.commit }),
    ...(lastModified === undefined
      ? {}
      : { "Last-Modified": new Date(lastModified).toUTCString() }),
    ...success.headers,
  };
}

/** An answer as the HTTP response to a request: 304 without a body when the client names the entity tag. */
export function respond(answer: Answer, request: Request, requestId: string): Response {
  const common = { ...always, [requestIdHeader]: requestId };
  if ("problem" in answer) {
    const body = JSON.stringify(problemBody(answer, requestId));
    const headers = { "Content-Type": problemMediaType, "Cache-Control": "no-store" };
    return new Response(`${body}\n`, {
      status: statusOf(answer),
      headers: { ...common, ...headers, ...answer.headers },
    });
  }
  const { bytes, hash, mediaType } = answer.representation;
  const tag = entityTag(hash, answer.version?.version);
  const headers = { ...common, ...successHeaders(answer, tag) };
  const conditional = request.method === "GET" || request.method === "HEAD";
  if (conditional && namesTag(request.headers.get("If-None-Match"), tag)) {
    return new Response(null, { status: 304, headers });
  }
  // A copy in a buffer of its own: whoever reads the response may keep or change it.
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "Content-Type": mediaType },
  });
}
