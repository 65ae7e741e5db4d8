import type { Team } from "../../finding.ts";
import type { SoundStage } from "../../plan/index.ts";
import { listText, stageText } from "../../wording.ts";
import type { Rule } from "../rule.ts";

/** The functions that a stage asks for and that have no part in it. */
function missingIn(stage: SoundStage): readonly Team[] {
  const parts = stage.document.parts ?? {};
  const missing: Team[] = parts.marketing === undefined ? ["marketing"] : [];
  if (stage.beforeSale) return parts.sales === undefined ? [...missing, "sales"] : missing;
  const served = parts.sales !== undefined || parts.success !== undefined;
  return served ? missing : [...missing, "success"];
}

const example: { readonly [Side in Team]: string } = {
  marketing: '"marketing": "Figures on what it costs to decide nothing"',
  sales: '"sales": "Gives a price range to whoever asks early"',
  success: '"success": "Shows the customer what was gained so far"',
};

/** Both functions are needed at every stage; a journey in series is a relay race. */
export const oneSided: Rule = {
  id: "journey/one-sided",
  severity: "warning",
  summary:
    "Marketing and sales both have a part in every stage before the sale; after it marketing, and sales or success.",
  teams: ["marketing", "sales"],
  check: ({ plan }) =>
    plan.stages.flatMap((stage) => {
      const missing = missingIn(stage);
      if (missing.length === 0) return [];
      const asked = stage.beforeSale
        ? "both marketing and sales"
        : "marketing, and sales or success";
      const names = missing
        .map((team) => (team === "success" ? "sales or success" : team))
        .join(" and none for ");
      return [
        {
          at: {
            document: "journey" as const,
            pointer: stage.document.parts === undefined ? stage.pointer : `${stage.pointer}/parts`,
          },
          message: `The stage ${stageText(stage)} has no part for ${names}; ${stage.beforeSale ? "before" : "after"} the sale every stage asks for ${asked}.`,
          help: `Agree what ${missing.length === 1 ? "they do" : "each does"} here and write it in "parts", for example ${listText(missing.map((team) => example[team]))}.`,
          teams: missing,
          data: { actual: missing.join(" "), limit: "0", unit: "functions without a part" },
          subject: stage.id,
        },
      ];
    }),
};
