import type { Examples } from "../example.ts";
import { agreementExamples } from "./agreement.ts";
import { approvalExamples } from "./approval.ts";
import { compensationExamples } from "./compensation.ts";
import { contentExamples } from "./content.ts";
import { effectiveExamples } from "./effective.ts";
import { funnelExamples } from "./funnel.ts";
import { identityExamples } from "./identity.ts";
import { journeyExamples } from "./journey.ts";
import { measureExamples } from "./measure.ts";
import { resourceExamples } from "./resource.ts";
import { slaExamples } from "./sla.ts";
import { tacticExamples } from "./tactic.ts";

/** One passing and one failing plan for every rule: its test, and its documentation. */
export const examples: Readonly<Record<string, Examples>> = {
  ...agreementExamples,
  ...approvalExamples,
  ...compensationExamples,
  ...contentExamples,
  ...effectiveExamples,
  ...funnelExamples,
  ...identityExamples,
  ...journeyExamples,
  ...measureExamples,
  ...resourceExamples,
  ...slaExamples,
  ...tacticExamples,
};
