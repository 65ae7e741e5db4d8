import { listText, stageText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { teamsOf } from "../steps.ts";

/** What sellers say of their own work. "Lead time", "leads to" and "team lead" are buyers' words. */
const phrases = [
  "demos?",
  "demonstrations?",
  "proposals? (?:sent|submitted|made)",
  "quot(?:e|es|ed|ation|ations)",
  "(?<!team )(?<!project )leads?(?! times?\\b| to\\b| the\\b| us\\b)",
  "opportunit(?:y|ies)",
  "(?:dis)?quali(?:fy|fied|fies|fying|fication)",
  "pipeline",
  "closed? won",
  "closed? lost",
  "negotiat(?:e|es|ed|ing|ion|ions)",
  "discovery calls?",
  "cold calls?",
  "pitch(?:es|ed|ing)?",
  "prospect(?:s|ing)?",
  "nurtur(?:e|es|ed|ing)",
  "up sell(?:s|ing)?",
  "upsell(?:s|ing)?",
  "cross sell(?:s|ing)?",
  "hand[\\s-]?offs?",
  "funnel",
] as const;

const pattern = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags);

const inAnyCase = pattern(phrases.join("|").replaceAll(" ", "[\\s-]"), "giu");
const abbreviations = pattern("(?:MQL|SQL|SAL|SQO|PQL|BANT)s?", "gu");

/** The seller's words in a text, each once, as written. */
export function sellerWordsIn(text: string): readonly string[] {
  const found = [...text.matchAll(inAnyCase), ...text.matchAll(abbreviations)];
  return [...new Set(found.toSorted((a, b) => a.index - b.index).map(([word]) => word))];
}

/** The journey is the buyer's, not the sales process: align with the buyer, not with each other. */
export const sellerWords: Rule = {
  id: "journey/seller-words",
  severity: "warning",
  summary: "Stages and their last steps are named in the buyer's words, not in the seller's.",
  teams: ["marketing", "sales"],
  check: ({ plan }) =>
    plan.stages.flatMap((stage) =>
      (["title", "exit"] as const).flatMap((part) => {
        const words = sellerWordsIn(stage.document[part]).map((word) => `"${word}"`);
        if (words.length === 0) return [];
        const [is, what] = words.length === 1 ? ["is a word", "it"] : ["are words", "them"];
        return [
          {
            at: { document: "journey" as const, pointer: `${stage.pointer}/${part}` },
            message: `${listText(words)} ${is} of the seller; the stage ${stageText(stage)} describes what the buyer ${part === "title" ? "is doing" : "does next"}.`,
            help:
              part === "title"
                ? `Say without ${what} what the buyer is doing, for example "We compare ways to solve it".`
                : `Say without ${what} what the buyer does that two people can check, for example "The buying group asks for an offer in writing".`,
            teams: teamsOf(stage),
            data: { actual: words.join(" "), limit: "0", unit: "words" },
            subject: `${stage.id}/${part}`,
          },
        ];
      }),
    ),
};
