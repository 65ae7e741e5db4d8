import { listText } from "../../wording.ts";
import { isAgreedByBoth } from "../exceptions.ts";
import type { Rule } from "../rule.ts";

/** An exception changes what both teams agreed, so both must have agreed to it. Until they have, it silences nothing. */
export const exceptionOneSided: Rule = {
  id: "approval/exception-one-sided",
  severity: "error",
  summary: "Every exception is agreed by somebody of marketing and somebody of sales.",
  teams: ["marketing", "sales"],
  check: ({ plan, asOf }) => {
    const { exceptions = [], teams } = plan.documents.approvals.value;
    const members = (team: string): string =>
      listText(teams.find(({ id }) => id === team)?.members.slice(0, 5) ?? []) ||
      `nobody, for approvals.json has no team "${team}"`;
    return exceptions.flatMap((exception, index) => {
      if (exception.expires <= asOf || isAgreedByBoth(plan, exception)) return [];
      return [
        {
          at: { document: "approvals" as const, pointer: `/exceptions/${index}/approvedBy` },
          message: `The exception "${exception.id}" is agreed by ${listText(exception.approvedBy)}; it takes one person of marketing and another of sales, and silences nothing until then.`,
          help: `Let both teams agree and name who did in "approvedBy". Of marketing there is ${members("marketing")}; of sales ${members("sales")}.`,
          data: { actual: String(exception.approvedBy.length), limit: "2", unit: "people" },
          subject: exception.id,
        },
      ];
    });
  },
};
