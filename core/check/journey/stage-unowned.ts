import { stageText, titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { teamsOf } from "../steps.ts";

/** Every stage has one function that answers for it, above the funnel too: "above the funnel, who owns it?" */
export const stageUnowned: Rule = {
  id: "journey/stage-unowned",
  severity: "error",
  summary: "Every stage of the journey has an owner in marketing, sales or success.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const some = [...plan.roles.values()].find((role) => role.function !== "general");
    const role =
      some === undefined ? "a role of marketing, sales or success" : `a role such as "${some.id}"`;
    return plan.stages
      .filter((stage) => stage.team === undefined)
      .map(({ owner, ...stage }) => ({
        at: {
          document: "journey",
          pointer: owner === undefined ? stage.pointer : `${stage.pointer}/owner`,
        },
        message:
          owner === undefined
            ? `Nobody answers for the stage ${stageText(stage)}: it has no owner.`
            : `The stage ${stageText(stage)} is owned by ${titleText(owner.title)}, a role above the functions, so no function answers for it.`,
        help: `Agree who answers for it and write ${role} in "owner".`,
        teams: teamsOf({ ...stage, owner }),
        data: { actual: owner?.id ?? "none", limit: "1", unit: "owner" },
        subject: stage.id,
      }));
  },
};
