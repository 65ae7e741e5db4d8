import { represent } from "../answer.ts";
import type { Problem } from "../problem.ts";
import type { DocumentText } from "./documents.ts";
import { ofLive, representDocuments } from "./found.ts";
import { documentParameter, planParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

const unknownDocument = (name: string, documents: readonly DocumentText[]): Problem => ({
  problem: "unknown-document",
  detail: `The plan has no document ${JSON.stringify(name)}.`,
  help: `It has ${documents.map((each) => each.kind).join(", ")}.`,
});

/** One document of the live version, byte for byte as it was authored. */
export const liveDocument: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/live/{document}",
  operation: "readLiveDocument",
  summary: "One document of the live version, byte for byte",
  parameters: [planParameter, documentParameter],
  answer: {
    description: "The document as it was authored; its own schema describes it.",
    mediaType: "application/json",
    ofVersion: true,
  },
  problems: ["unknown-plan", "unknown-document", "invalid-plan", "content-damaged"],
  handle(call) {
    const name = call.path("document");
    const kind = name.replace(/\.json$/, "");
    const variant = { operation: "live-document", variant: kind, caching: "live" } as const;
    return ofLive(call, (version) =>
      representDocuments(call, version, variant, (documents) => {
        const document = documents.find((each) => each.kind === kind);
        if (document === undefined) return unknownDocument(name, documents);
        return represent(document.bytes, "application/json");
      }),
    );
  },
};
