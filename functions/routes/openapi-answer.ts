import { type Answer, representJson } from "../answer.ts";
import { openapiDocument } from "../openapi/document.ts";
import type { Call, Route } from "./route.ts";

/** The description of these routes. */
export async function answerOpenapi(
  { library, toolVersion }: Call,
  described: readonly Route[],
): Promise<Answer> {
  const made = await library.representation(`openapi|${toolVersion}`, async () =>
    representJson(openapiDocument(described, toolVersion)),
  );
  return "problem" in made ? made : { representation: made, caching: "live" };
}
