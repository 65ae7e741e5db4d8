import { type Examples } from "../example.ts";
import { agreementExamples } from "./agreement.ts";
import { funnelExamples } from "./funnel.ts";
import { journeyExamples } from "./journey.ts";
import { slaExamples } from "./sla.ts";
import { tacticExamples } from "./tactic.ts";

/** One passing and one failing plan for every rule: its test, and its documentation. */
export const examples: Readonly<Record<string, Examples>> = {
  ...agreementExamples,
  ...funnelExamples,
  ...journeyExamples,
  ...slaExamples,
  ...tacticExamples,
};
