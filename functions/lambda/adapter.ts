// The package holds types alone, so nothing of the import may remain.
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Hono } from "hono";
// Deprecated for a package that is not published yet: this is the one file that knows it.
// oxlint-disable-next-line typescript/no-deprecated
import { handle } from "hono/aws-lambda";
import { type Problem, problemMediaType } from "../problem.ts";
import { respondProblem } from "../respond.ts";

/** What API Gateway (HTTP API, payload 2.0) or a function URL calls. */
export type LambdaHandler = LambdaHandlerOf<APIGatewayProxyEventV2>;

type LambdaHandlerOf<Event> = (event: Event) => Promise<APIGatewayProxyStructuredResultV2>;

/** Lambda takes 6 MB; what is near it is refused by us, in words. */
const mostAnswerBytes = 5_900_000;

const badRequest: Problem = {
  problem: "bad-request",
  detail: "The request is no HTTP that this server reads.",
  help: "Send well-formed HTTP; a binary body must be base64.",
};

const tooLarge: Problem = {
  problem: "answer-too-large",
  detail: `The answer has more than ${mostAnswerBytes} bytes, the most that can be sent from here.`,
  help: "Ask for one document, such as /v1/plans/{plan}/live/journey.",
};

/** A problem as a Lambda result, for what goes wrong outside the app; with the same headers as one of the app's. */
export async function problemResult(
  problem: Problem,
  requestId: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const response = respondProblem(problem, requestId);
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
    isBase64Encoded: false,
  };
}

const isBase64 = (text: string): boolean =>
  text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/** The event as the adapter reads it without words of its own: a GET carries no body, and base64 is base64. */
function readable(event: APIGatewayProxyEventV2): Omit<APIGatewayProxyEventV2, "body"> | undefined {
  const { body, ...rest } = event;
  const { method } = event.requestContext.http;
  if (body === undefined || method === "GET" || method === "HEAD") return rest;
  return event.isBase64Encoded && !isBase64(body) ? undefined : event;
}

/** An app as a Lambda handler. What the adapter itself would answer in plain text is a problem here too. */
export function lambdaHandler(app: Hono): LambdaHandler {
  // The adapter knows several kinds of events and so types them loosely; ours is one of them, and so is its result.
  // oxlint-disable-next-line typescript/no-deprecated, typescript/no-unsafe-type-assertion -- see the import
  const run = handle(app) as unknown as LambdaHandlerOf<Omit<APIGatewayProxyEventV2, "body">>;
  return async (event) => {
    const { requestId } = event.requestContext;
    const request = readable(event);
    if (request === undefined) return problemResult(badRequest, requestId);
    const result = await run(request);
    const type = String(result.headers?.["content-type"] ?? "");
    if ((result.statusCode ?? 500) >= 400 && type !== problemMediaType)
      return problemResult(badRequest, requestId);
    return Buffer.byteLength(result.body ?? "") > mostAnswerBytes
      ? problemResult(tooLarge, requestId)
      : result;
  };
}
