import { type Explained, named, purpose, shown } from "./schema-words.ts";
import { suggest } from "./suggest.ts";
import type { SchemaViolation } from "./validators.generated.js";

/** What an alternative asks for, by the title of its schema; others speak through their description. */
const asks: Readonly<Record<string, readonly [problem: string, help: string]>> = {
  Duration: [
    "does not say how long the step takes",
    'Give exactly one of: "median" and "p90"; "mean" and "cv"; "fixed"; "histogram". All in days.',
  ],
  Conversion: [
    "does not say what the rate rests on",
    'Give either "basis" (successes, trials, from, until, source) or "assumed" (why you believe it).',
  ],
  DatedChange: ["changes nothing", 'Give a "conversion", a "duration" or both.'],
  Duty: [
    "promises nothing",
    'Add one of: "supply", "quality", "payload", "acceptance", "firstAttempt", "followUp", "disposition".',
  ],
  Quality: ["promises nothing", 'Give "accepted", "converted" or both.'],
};

/** The words for a value that fits none of its alternatives, or several of them. */
export function explainAlternative(violation: SchemaViolation): Explained {
  const title = violation.parentSchema["title"];
  const known = typeof title === "string" ? asks[title] : undefined;
  const isObject = typeof violation.data === "object" && violation.data !== null;
  if (title === "Conversion" && isObject && isTwice(violation)) {
    return {
      rule: "document/incomplete",
      pointer: violation.instancePath,
      message: `${named(violation.instancePath)} has both "basis" and "assumed"; a rate rests on one of them.`,
      help: 'Take "assumed" out where the rate was measured, or "basis" where it was not.',
    };
  }
  if (known !== undefined && isObject) {
    return {
      rule: "document/incomplete",
      pointer: violation.instancePath,
      message: `${named(violation.instancePath)} ${known[0]}.`,
      help: known[1],
    };
  }
  const meant =
    typeof violation.data === "string" ? meantWord(violation.data, violation) : undefined;
  return {
    rule: "document/not-allowed",
    pointer: violation.instancePath,
    message: `${named(violation.instancePath)} is ${shown(violation.data)}, which is not one of the forms it may have.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    help: purpose(violation) || "See the document's schema for the forms.",
  };
}

/** True where several alternatives fit at once. */
function isTwice({ params }: SchemaViolation): boolean {
  return Array.isArray(params["passingSchemas"]);
}

/** The word that an alternative takes and that was probably meant. */
function meantWord(word: string, violation: SchemaViolation): string | undefined {
  const branches: unknown = violation.parentSchema[violation.keyword];
  const words = (Array.isArray(branches) ? branches : []).flatMap((branch: unknown) => {
    if (typeof branch !== "object" || branch === null) return [];
    const listed: unknown = "enum" in branch ? branch.enum : [];
    const only: unknown = "const" in branch ? branch.const : undefined;
    return [...(Array.isArray(listed) ? listed : []), only].filter(
      (each): each is string => typeof each === "string",
    );
  });
  return suggest(word, words);
}
