import { daysInMonth, monthNames } from "../calendar-date.ts";
import { type Pointer } from "../finding.ts";
import { pointer as pointerOf } from "./pointer.ts";
import { type Explained, named, purpose, shown } from "./schema-words.ts";
import { type SchemaViolation } from "./validators.generated.js";

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
        help: `${purpose(violation)}${example(violation)}`.trim(),
      };
    case "propertyNames":
      return {
        ...base,
        atKey: true,
        pointer: `${at}${pointerOf(String(violation.params["propertyName"]))}`,
        message: `${shown(violation.params["propertyName"])} cannot be a key here.`,
        help:
          purpose(violation) ||
          "Write a month such as 2027-01, a quarter such as 2027-Q1, or an id.",
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
        help: purpose(violation),
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
