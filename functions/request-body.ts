import { parse } from "../core/document/index.ts";
import type { Finding } from "../core/finding.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { Problem, RequestError } from "./problem.ts";

/** The most bytes of a body that carries a plan: 8 MiB. */
export const mostPlanBytes = 8 * 1024 * 1024;

/** The most bytes of any other body: 1 MiB. */
export const mostBytes = 1024 * 1024;

/** Bodies are shallow and small in all but the text that they carry. */
const shape = { maximumDepth: 32, maximumNodes: 50_000 };

const tooLarge = (limit: number): Problem => ({
  problem: "body-too-large",
  detail: `The body has more than ${limit} bytes.`,
  help: "Send less: at most 8 MiB with a plan, at most 1 MiB otherwise.",
  // What was not read is still on its way.
  headers: { Connection: "close" },
});

const wrongMediaType = (detail: string): Problem => ({
  problem: "wrong-media-type",
  detail,
  help: "Send JSON as UTF-8 with the header Content-Type: application/json and without Content-Encoding.",
  headers: { Accept: "application/json" },
});

const jsonType = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

function refuseHeaders(headers: Headers, limit: number): Problem | undefined {
  const type = headers.get("Content-Type");
  if (type === null) return wrongMediaType("The body's media type is not stated.");
  if (!jsonType.test(type.trim()))
    return wrongMediaType("The body is not stated to be JSON as UTF-8.");
  const encoding = headers.get("Content-Encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity")
    return wrongMediaType("The body is compressed.");
  return Number(headers.get("Content-Length") ?? 0) > limit ? tooLarge(limit) : undefined;
}

/** The body's bytes, counted as they come: whatever the headers say, no more than the limit is ever held. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  for (;;) {
    // A chunk follows the one before.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(Buffer.concat(chunks));
    size += value.byteLength;
    if (size > limit) {
      // The rest is of no interest, and neither is whether it can be stopped.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
}

const placeOf = ({ range, message }: Finding): string =>
  range === undefined
    ? message
    : `Line ${range.start.line}, column ${range.start.column}: ${message}`;

const toError = (finding: Finding): RequestError => ({
  pointer: finding.pointer,
  detail: placeOf(finding),
});

/** The JSON body of a request, read as exactly as a document is: no duplicate keys, no number that does not survive. */
export async function readJson(request: Request, limit: number): Promise<Result<unknown, Problem>> {
  const refused = refuseHeaders(request.headers, limit);
  if (refused !== undefined) return err(refused);
  const bytes = await readBytes(request, limit);
  if (bytes === undefined) return err(tooLarge(limit));
  // A string of the body may be a whole document.
  const parsed = parse("body", bytes, { ...shape, maximumBytes: limit, maximumString: limit });
  if (parsed.ok) return ok(parsed.value.value);
  // A document in a string has its own line ends; what it may hold is judged when it is read as a document.
  if (parsed.error.every((each) => each.rule === "document/control-character")) {
    return ok(JSON.parse(new TextDecoder().decode(bytes)));
  }
  const [first] = parsed.error;
  return err({
    problem: "bad-json",
    detail: first === undefined ? "The body is no JSON." : placeOf(first),
    help: "Send one JSON value as UTF-8 without a byte order mark, every key once.",
    errors: parsed.error.slice(0, 100).map(toError),
  });
}
