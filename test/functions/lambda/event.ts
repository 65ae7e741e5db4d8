// The package holds types alone, so nothing of the import may remain.
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** What an HTTP client asks. */
export interface Asked {
  readonly method?: string;
  /** Path and query as they are sent. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The event that API Gateway (HTTP API, payload 2.0) makes of a request. */
export function eventOf(
  { method = "GET", path, headers = {}, body }: Asked,
  base64 = false,
): APIGatewayProxyEventV2 {
  const [rawPath = "", ...query] = path.split("?");
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString: query.join("?"),
    headers: { host: "api.example.com", ...Object.fromEntries(lower) },
    requestContext: {
      accountId: "1",
      apiId: "api",
      domainName: "api.example.com",
      domainPrefix: "api",
      http: {
        method,
        path: rawPath,
        protocol: "HTTP/1.1",
        sourceIp: "192.0.2.1",
        userAgent: "test",
      },
      requestId: "gateway-1",
      routeKey: "$default",
      stage: "$default",
      time: "23/Nov/2026:09:00:00 +0000",
      timeEpoch: 0,
    },
    ...(body === undefined ? {} : { body: base64 ? Buffer.from(body).toString("base64") : body }),
    isBase64Encoded: base64 && body !== undefined,
  };
}

/** The same request for `fetch`. */
export function requestOf({ method = "GET", path, headers = {}, body }: Asked): Request {
  const carries = body !== undefined && method !== "GET" && method !== "HEAD";
  return new Request(`https://api.example.com${path}`, {
    method,
    headers,
    ...(carries ? { body: new TextEncoder().encode(body) } : {}),
  });
}

/** An answer in the words that both speak; the name of the request is another one each time. */
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const unnamed = (told: Told): Told => ({
  ...told,
  headers: { ...told.headers, "request-id": "" },
  body: told.body.replace(/"instance":"[^"]*"/, '"instance":""'),
});

/** What a response says. */
export async function toldByResponse(response: Response): Promise<Told> {
  const headers = Object.fromEntries(response.headers);
  return unnamed({ status: response.status, headers, body: await response.text() });
}

/** What a Lambda result says. */
export function toldByResult(result: APIGatewayProxyStructuredResultV2): Told {
  const body = result.body ?? "";
  return unnamed({
    status: result.statusCode ?? 0,
    headers: result.headers as Readonly<Record<string, string>>,
    body: result.isBase64Encoded === true ? Buffer.from(body, "base64").toString() : body,
  });
}
