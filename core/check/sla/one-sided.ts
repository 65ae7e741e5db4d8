import { titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";

/** An agreement binds both: every duty answers one of the other side, or two weeks later it is "your leads" and "your follow-up". */
export const oneSided: Rule = {
  id: "sla/one-sided",
  severity: "error",
  summary: "Every duty has a counter-duty that another function owes in return.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const { duties } = plan.documents.sla.value;
    const sides = new Set(duties.map((duty) => duty.function));
    const [only] = sides;
    if (sides.size === 1 && only !== undefined) {
      return [
        {
          at: { document: "sla", pointer: "/duties" },
          message: `All duties are owed by ${only}; nobody owes anything in return.`,
          help: `Add what the other side owes, for example ${only === "sales" ? "how many prospects marketing brings" : "how soon sales makes the first attempt"}, and name it as "counterDuty".`,
          teams: ["marketing", "sales"],
          data: { actual: only, limit: "2", unit: "functions" },
          subject: "duties",
        },
      ];
    }
    const byId = new Map(duties.map((duty) => [duty.id, duty]));
    return duties.flatMap((duty, index) => {
      const counter = duty.counterDuty === undefined ? undefined : byId.get(duty.counterDuty);
      if (counter !== undefined && counter.function !== duty.function) return [];
      const title = titleText(duty.title);
      const candidate = duties.find((each) => each.function !== duty.function);
      return [
        {
          at: {
            document: "sla",
            pointer: `/duties/${index}${counter === undefined ? "" : "/counterDuty"}`,
          },
          message:
            counter === undefined
              ? `The duty ${title} of ${duty.function} has no counter-duty: nobody owes anything in return.`
              : `The duty ${title} of ${duty.function} is answered by ${counter.id === duty.id ? "itself" : titleText(counter.title)}, which ${duty.function} owes too.`,
          help: `Name in "counterDuty" what another function owes in return${candidate === undefined ? "" : `, for example "${candidate.id}"`}.`,
          teams: [duty.function, ...(candidate === undefined ? [] : [candidate.function])],
          data: {
            actual: counter?.function ?? "none",
            limit: "another function",
            unit: "counter-duty",
          },
          subject: duty.id,
        },
      ];
    });
  },
};
