// The room's door does not show the meanings of its refusals, and only the list of rules asks for them.
// oxlint-disable-next-line no-restricted-imports
import { syntaxRules } from "../../core/document/syntax-finding.ts";

/**
 * What keeps documents from being a plan, by id, with what holds when there is no such finding. All weigh `error`.
 * A test compares this list with the ids that `core` makes findings of.
 */
export const refusals: Readonly<Record<string, string>> = {
  ...syntaxRules,
  "document/missing": "the plan folder holds every document that a plan needs",
  "document/unknown": "the plan folder holds documents of a plan only",
  "document/symlink": "a document is a file itself, not a link to one",
  "document/not-a-file": "a document is a plain file",
  "document/newer-schema": "a document is written for a schema that this jointplan knows",
  "document/wrong-schema": 'a document\'s "$schema" names the schema of its kind',
  "document/missing-property": "what a document must say is there",
  "document/unknown-property": "every key is one that the schema knows",
  "document/wrong-type": "a value is of the type that the schema asks for",
  "document/not-allowed":
    "a value is one of those, or has one of the forms, that the schema allows",
  "document/out-of-range": "a number lies between its limits",
  "document/malformed": "a text or a list has the form and the length that the schema asks for",
  "document/incomplete": "what is said in one of several ways is said whole, in one of them",
  "document/duplicate-id": "an id stands once in its list",
  "document/unknown-reference": "what a document refers to exists",
  "document/hidden-character": "names hold no characters that cannot be seen",
  "document/not-normalised": "names write an accented letter as one character",
  "document/look-alike": "titles in a list can be told apart",
  "document/money-precision":
    "an amount has no more decimals than its currency, and is kept with all its digits",
  "document/segment-missing": "every segment of the plan has its journey and its targets",
  "document/period-outside": "a target's period lies within the plan",
  "document/shares": "shares of a whole add up to 1",
  "document/no-sale-stage": "one stage of the journey, and only one, books new business",
  "document/journey-order": "the steps of a journey lead forward in the order of the stages",
  "document/journey-broken":
    "the steps of a journey lead without a gap from its first stage to the sale",
  "document/journey-fork": "one step leaves a stage before the sale",
  "document/journey-join": "one step leads to a stage after the sale",
  "document/blank": "a text that people read says something",
  "document/deal-value-missing": "a segment that is to win revenue says what a deal is worth",
  "funnel/lag-shape": "a duration is one that can be computed with",
};
