import type { Role } from "../../schemas/documents.generated.ts";
import type { LoadedDocuments } from "../document/index.ts";
import { type Problems, relatedTo } from "./problem.ts";
import type { SoundStage } from "./sound-plan.ts";

/** The journey's stages with their owners, and which of them lie before the sale. Exactly one must book new business. */
export function resolveStages(
  documents: LoadedDocuments,
  roles: ReadonlyMap<string, Role>,
  problems: Problems,
): readonly SoundStage[] {
  const stages = documents.journey.value.stages;
  const sales = stages.flatMap((stage, index) => (stage.business === "new" ? [index] : []));
  const [sale, second] = sales;
  if (sale === undefined) {
    problems.add(
      "document/no-sale-stage",
      { document: "journey", pointer: "/stages" },
      "No stage says where the sale is made.",
      'Write "business": "new" in the stage that a buyer enters by buying for the first time.',
    );
  } else if (second !== undefined) {
    problems.add(
      "document/no-sale-stage",
      { document: "journey", pointer: `/stages/${second}/business` },
      "Two stages book new business; a new customer is won once.",
      'Keep "business": "new" in one of them; later stages book an "expansion" or a "renewal".',
      [
        relatedTo(
          documents,
          { document: "journey", pointer: `/stages/${sale}/business` },
          "the first one",
        ),
      ],
    );
  }
  return stages.map((stage, index) => {
    const owner = stage.owner === undefined ? undefined : roles.get(stage.owner);
    const mix = stage.interactionMix;
    if (mix !== undefined && Math.abs(mix.content + mix.person - 1) > 1e-9) {
      problems.add(
        "document/shares",
        { document: "journey", pointer: `/stages/${index}/interactionMix` },
        `The shares of content and person add up to ${Number((mix.content + mix.person).toPrecision(10))}.`,
        "They must add up to 1.",
      );
    }
    return {
      id: stage.id,
      title: stage.title,
      index,
      pointer: `/stages/${index}`,
      owner,
      team: owner === undefined || owner.function === "general" ? undefined : owner.function,
      business: stage.business,
      beforeSale: sale === undefined || index < sale,
      document: stage,
    };
  });
}
