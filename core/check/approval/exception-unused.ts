import { listText } from "../../wording.ts";
import { isBeyondExceptions, isInForce } from "../exceptions.ts";
import type { Rule } from "../rule.ts";

/** What needs no exception any more should not look as if it did. */
export const exceptionUnused: Rule = {
  id: "approval/exception-unused",
  severity: "info",
  summary: "Every exception silences a finding.",
  teams: ["marketing", "sales"],
  runsLast: true,
  check: ({ plan, asOf, before: { rules, raised, silenced } }) =>
    (plan.documents.approvals.value.exceptions ?? []).flatMap((exception, index) => {
      const { id, rule, subject } = exception;
      if (!rules.includes(rule) || isBeyondExceptions(rule)) return [];
      if (!isInForce(plan, exception, asOf)) return [];
      if (silenced.some((each) => each.exception === exception)) return [];
      const found = raised.filter(({ finding }) => finding.rule === rule);
      const taken = found.some(({ subjects }) => subjects.includes(subject));
      const others = [...new Set(found.map(({ subjects }) => subjects[0] ?? ""))].slice(0, 3);
      return [
        {
          at: { document: "approvals" as const, pointer: `/exceptions/${index}/subject` },
          message: `The exception "${id}" silences nothing: ${taken ? `an exception before it silences what ${rule} finds at ${subject}` : `${rule} finds nothing at ${subject}`}.`,
          help: taken
            ? "Keep one of the two."
            : others.length === 0
              ? "Take the exception out; what it allows does not happen."
              : `Take the exception out, or name what it is about; ${rule} finds something at ${listText(others)}.`,
          data: { actual: "0", limit: "1", unit: "findings" },
          subject: id,
        },
      ];
    }),
};
