import type { DocumentKind } from "../../document/index.ts";
import { listText } from "../../wording.ts";
import type { Rule } from "../rule.ts";

/**
 * What both teams leave open by doing without a document. A calendar is not among them: without one the usual week is
 * assumed, and `sla/no-calendar` says so where it matters.
 */
const questions: readonly (readonly [DocumentKind, string])[] = [
  ["customers", "who is worth winning"],
  ["tactics", "what causes each step of the journey"],
  ["content", "what answers the buyers' questions"],
  ["resources", "what it may cost"],
  ["sources", "which exports of your CRM the numbers are read from"],
];

/** Two teams may leave a question open, but not without noticing. Said once for the whole plan. */
export const leftOpen: Rule = {
  id: "plan/left-open",
  severity: "info",
  summary: "Every question that an optional document answers is answered.",
  teams: ["marketing", "sales"],
  check: ({ plan: { documents } }) => {
    const open = questions.filter(([kind]) => documents[kind] === undefined);
    const [first] = open;
    if (first === undefined) return [];
    const files = listText(open.map(([kind]) => `${kind}.json`));
    return [
      {
        at: { document: "plan", pointer: "/$schema" },
        message: `The plan leaves open ${listText(open.map(([, question]) => question))}, because it does without ${files}.`,
        help: `There is nothing to do if both teams want it so; otherwise add what you agree on ("jointplan schema ${first[0]}" says what stands in ${first[0]}.json).`,
        data: { actual: String(open.length), limit: "0", unit: "documents" },
        subject: "documents",
      },
    ];
  },
};
