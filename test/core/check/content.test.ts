import { describe, expect, test } from "vitest";
import { said, saidOf } from "./example.ts";
import { answered, contentExamples } from "./examples/content.ts";

describe("content/question-unanswered", () => {
  test("names the question and its stage", () => {
    expect(saidOf(contentExamples["content/question-unanswered"].fails)).toMatchInlineSnapshot(`
      "journey.json:15:9 warning content/question-unanswered No content answers the question "How often do others have one?" of buyers in the stage "Noticing".
        Name "how-often" in "answers" of the asset in content.json that answers it, or make one that does. [marketing, sales]"
    `);
  });
  test("says nothing where a plan has no content", () => {
    expect(said(...answered, ["content", "", undefined])).not.toContain("content/");
  });
});

describe("content/promotional-only", () => {
  test("names one question", () => {
    expect(saidOf(contentExamples["content/promotional-only"].fails)).toMatchInlineSnapshot(`
      "journey.json:25:9 warning content/promotional-only The question "Which way fits us?" is answered by promotional content alone.
        Add an informative asset with "which-way" in "answers" to content.json: buyers use what informs them, not what praises us. An example, a comparison or a calculation would inform. [marketing]"
    `);
  });
  test("speaks of a whole stage once", () => {
    expect(
      said(...answered, ["content", "assets/calculator/type", "promotional"]),
    ).toMatchInlineSnapshot(`
      "journey.json:13:20 warning content/promotional-only All 2 questions that are answered in the stage "Noticing" are answered by promotional content alone.
        Add an informative asset for at least one of them to content.json: buyers use what informs them, not what praises us. An example, a comparison or a calculation would inform. [marketing]"
    `);
  });
});
