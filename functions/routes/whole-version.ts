import { type Answer, represent } from "../answer.ts";
import type { ServedVersion } from "../plan-reader.ts";
import { documentsJson } from "./documents.ts";
import { representDocuments, type Variant } from "./found.ts";
import { provenanceBody } from "./provenance.ts";
import type { Call } from "./route.ts";

/** Where a published version can be read for good. */
export const versionPath = ({ plan, version }: ServedVersion): string =>
  `/v1/plans/${plan}/versions/${version}`;

/** A version with all its documents, exactly as they were authored. */
export async function wholeVersion(
  call: Call,
  version: ServedVersion,
  variant: Variant,
): Promise<Answer> {
  return representDocuments(call, version, variant, (documents) => {
    const about = {
      plan: version.plan,
      version: version.version,
      provenance: provenanceBody(version),
    };
    const head = JSON.stringify(about).slice(0, -1);
    return represent(`${head},"documents":${documentsJson(documents)}}\n`, "application/json");
  });
}
