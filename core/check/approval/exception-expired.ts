import { dateText } from "../../wording.ts";
import type { Rule } from "../rule.ts";

/** An exception is agreed for a time; whoever lets it run on has changed the agreement without asking. */
export const exceptionExpired: Rule = {
  id: "approval/exception-expired",
  severity: "error",
  summary: "No exception is older than the day until which it was agreed.",
  teams: ["marketing", "sales"],
  check: ({ plan, asOf }) =>
    (plan.documents.approvals.value.exceptions ?? []).flatMap((exception, index) => {
      const { id, rule, subject, expires } = exception;
      if (expires > asOf) return [];
      return [
        {
          at: { document: "approvals" as const, pointer: `/exceptions/${index}/expires` },
          message: `The exception "${id}" (${rule} at ${subject}) was agreed until ${dateText(expires)}; on ${dateText(asOf)} it is over.`,
          help: "Put right what it allows and take the exception out, or let both teams agree on a later day.",
          data: { actual: expires, limit: asOf, unit: "date" },
          subject: id,
        },
      ];
    }),
};
