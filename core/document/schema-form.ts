import { daysInMonth, monthNames } from "../calendar-date.ts";
import type { Pointer } from "../finding.ts";
import { pointer as pointerOf } from "./pointer.ts";
import { type Explained, named, purpose, shown } from "./schema-words.ts";
import type { SchemaViolation } from "./validators.generated.js";

/** The words for a text, a list or a key that has the wrong form or size. */
export function explainForm(at: Pointer, violation: SchemaViolation): Explained {
  const base = { pointer: at, rule: "document/malformed" };
  const limit = String(violation.params["limit"]);
  switch (violation.keyword) {
    case "format":
      return { ...base, ...explainDate(at, violation.data) };
    case "pattern":
      return {
        ...base,
        message: `${named(at)} is ${shown(violation.data)}, which is not of the form asked for.`,
        help:
          `${purpose(violation)}${example(violation)}`.trim() ||
          "Compare it with the others in this file, or see the document's schema.",
      };
    case "propertyNames":
      return {
        ...base,
        atKey: true,
        pointer: `${at}${pointerOf(String(violation.params["propertyName"]))}`,
        message: `${shown(violation.params["propertyName"])} cannot be a key here.`,
        help: keyHelp(violation),
      };
    case "minLength":
      return { ...base, message: `${named(at)} is empty.`, help: purpose(violation) };
    case "maxLength":
      return {
        ...base,
        message: `${named(at)} is longer than ${limit} characters.`,
        help: "Say it in fewer words; a longer story belongs elsewhere.",
      };
    case "minItems":
    case "minProperties":
      return {
        ...base,
        message: `${named(at)} holds too little: at least ${limit} must stand there.`,
        help: purpose(violation) || "Add what is missing, or take the list out.",
      };
    case "maxItems":
    case "maxProperties":
      return {
        ...base,
        message: `${named(at)} holds too much: at most ${limit} may stand there.`,
        help: "Split it, or take something out.",
      };
    default:
      return {
        ...base,
        message: `${named(at)} is ${shown(violation.data)}, which the schema refuses (${violation.keyword}).`,
        help: purpose(violation) || "See the document's schema.",
      };
  }
}

function example(violation: SchemaViolation): string {
  const examples = violation.parentSchema["examples"];
  return Array.isArray(examples) && examples.length > 0
    ? ` For example ${JSON.stringify(examples[0])}.`
    : "";
}

/** What a key may be: said by the schema of the names, and more of a period that the calendar does not have. */
function keyHelp(violation: SchemaViolation): string {
  const names = violation.parentSchema["propertyNames"];
  const described =
    typeof names === "object" && names !== null && "description" in names
      ? names.description
      : undefined;
  const forms = typeof described === "string" ? described : purpose(violation);
  const [, quarter, month] =
    /^\d{4}-(?:Q(\d{1,2})|(\d{2}))$/.exec(String(violation.params["propertyName"])) ?? [];
  const periods = typeof names === "object" && names !== null && "pattern" in names;
  const pattern = periods ? String(names.pattern) : "";
  if (quarter !== undefined && pattern.includes("Q[1-4]"))
    return `There is no Q${quarter}: quarters are Q1 to Q4.`;
  if (month !== undefined && pattern.includes("1[0-2]"))
    return `There is no month ${month}: months are 01 to 12.`;
  return forms || "See the document's schema for what may be a key here.";
}

function explainDate(
  at: Pointer,
  value: unknown,
): { readonly message: string; readonly help: string } {
  const parts = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  const month = Number(parts?.[2]);
  const name = monthNames[month - 1];
  if (parts !== null && name !== undefined) {
    const days = daysInMonth(Number(parts[1]), month);
    return {
      message: `${named(at)} is ${shown(value)}, but ${name} ${parts[1]} has ${days} days.`,
      help: `Write a day from 01 to ${days}.`,
    };
  }
  return {
    message: `${named(at)} is ${shown(value)}, which is no date in the calendar.`,
    help: 'Write year-month-day, for example "2027-04-01".',
  };
}
