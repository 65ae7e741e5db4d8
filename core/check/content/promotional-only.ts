import type { SoundStage } from "../../plan/index.ts";
import { countText, listText, stageText, titleText } from "../../wording.ts";
import { groupBy } from "../group.ts";
import type { Rule, RuleFinding } from "../rule.ts";
import { type AskedQuestion, questionsOf, segmentsWhere } from "./questions.ts";

const informs = ({ bySegment }: AskedQuestion): boolean =>
  bySegment.some(({ assets }) => assets.some((each) => each.type === "informative"));

const answered = ({ bySegment }: AskedQuestion): boolean =>
  bySegment.some(({ assets }) => assets.length > 0);

const way =
  "buyers use what informs them, not what praises us. An example, a comparison or a calculation would inform.";

/** A stage in which nothing that answers a question informs. */
function stageFinding(stage: SoundStage, asked: readonly AskedQuestion[]): RuleFinding {
  return {
    at: { document: "journey", pointer: `${stage.pointer}/questions` },
    message: `All ${countText(asked.length, "question")} that are answered in the stage ${stageText(stage)} are answered by promotional content alone.`,
    help: `Add an informative asset for at least one of them to content.json: ${way}`,
    data: { actual: "0", limit: "1", unit: "informative assets" },
    subject: `stage/${stage.id}`,
  };
}

function questionFinding(asked: AskedQuestion): readonly RuleFinding[] {
  const { question, pointer } = asked;
  const { all, segments } = segmentsWhere(
    asked,
    ({ assets }) => assets.length > 0 && assets.every((each) => each.type === "promotional"),
  );
  if (segments.length === 0) return [];
  const whom = all
    ? ""
    : ` for ${segments.length === 1 ? "segment" : "segments"} ${listText(segments.map((each) => titleText(each.title)))}`;
  return [
    {
      at: { document: "journey", pointer },
      message: `The question ${titleText(question.question)} is answered by promotional content alone${whom}.`,
      help: `Add an informative asset with "${question.id}" in "answers" to content.json: ${way}`,
      data: {
        actual: "0",
        limit: "1",
        unit: "informative assets",
        segments: segments.map((each) => each.id).join(" "),
      },
      subject: question.id,
    },
  ];
}

/** Praise answers no question: content is used when it is about the buyer's problem, by buyers and by sales. */
export const promotionalOnly: Rule = {
  id: "content/promotional-only",
  severity: "warning",
  summary:
    "Every question that is answered is answered by content that informs, not only by praise.",
  teams: ["marketing"],
  check: ({ plan }) =>
    [...groupBy(questionsOf(plan).filter(answered), ({ stage }) => stage)].flatMap(
      ([stage, asked]) =>
        asked.length > 1 && !asked.some(informs)
          ? [stageFinding(stage, asked)]
          : asked.flatMap(questionFinding),
    ),
};
