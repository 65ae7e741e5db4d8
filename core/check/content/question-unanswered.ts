import { listText, stageText, titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { questionsOf, segmentsWhere } from "./questions.ts";

/** Buyers go on when they have their answer; most content answers questions that nobody asked. */
export const questionUnanswered: Rule = {
  id: "content/question-unanswered",
  severity: "warning",
  summary: "Every buyer question is answered by a piece of content, for every segment.",
  teams: ["marketing", "sales"],
  check: ({ plan }) =>
    questionsOf(plan).flatMap((asked) => {
      const { stage, question, pointer } = asked;
      const { all, segments } = segmentsWhere(asked, ({ assets }) => assets.length === 0);
      if (segments.length === 0) return [];
      const whom = all
        ? ""
        : ` for ${segments.length === 1 ? "segment" : "segments"} ${listText(segments.map((each) => titleText(each.title)))}`;
      return [
        {
          at: { document: "journey" as const, pointer },
          message: `No content answers the question ${titleText(question.question)} of buyers in the stage ${stageText(stage)}${whom}.`,
          help: `Name "${question.id}" in "answers" of the asset in content.json that answers it, or make one that does.`,
          data: {
            actual: "0",
            limit: "1",
            unit: "assets",
            segments: segments.map((each) => each.id).join(" "),
          },
          subject: question.id,
        },
      ];
    }),
};
