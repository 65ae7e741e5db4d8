import type { SyntaxFlaw } from "./syntax-finding.ts";
import { excerpt, grouped } from "./syntax-finding-excerpt.ts";

/** No double needs more; longer literals are refused unread. */
const longest = 100;

const wellFormed = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const notANumber = /^[-+]?(?:nan|inf|infinity)$/i;
const superfluousZeros = /^-?0+\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * A number literal without its spelling: sign, significant digits, and the power of ten of the last of them.
 *
 * `24000.00`, `2.4e4` and `24000` are all `24e3`; every zero is `0e0` (`-0e0` with a sign). Two literals mean the same
 * number exactly when their normal forms are equal. The literal must be well-formed.
 */
export function normalForm(literal: string): string {
  const sign = literal.startsWith("-") ? "-" : "";
  const [mantissa = "", exponent = "0"] = literal.slice(sign.length).toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return `${sign}0e0`;
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}

function flawOf(literal: string): Pick<SyntaxFlaw, "rule" | "message" | "help"> | undefined {
  const parsed = literal.length <= longest ? Number(literal) : Number.NaN;
  if (Number.isFinite(parsed) && String(parsed) === literal) return undefined;
  const shown = excerpt(literal);
  if (notANumber.test(literal)) {
    return {
      rule: "document/not-a-number",
      message: `${shown} is not a number that JSON can hold.`,
      help: "Write the number that was agreed, or leave the property out.",
    };
  }
  if (literal.length > longest) {
    return {
      rule: "document/number-inexact",
      message: `The number ${shown} is written with ${grouped(literal.length)} characters; at most ${longest} are read.`,
      help: "Write it with at most 15 significant digits.",
    };
  }
  if (superfluousZeros.test(literal)) {
    return {
      rule: "document/leading-zero",
      message: `The number ${shown} begins with a zero too many.`,
      help: `Write ${shown.replace(/^(-?)0+(?=\d)/, "$1")}; an id that begins with 0 goes into quotes.`,
    };
  }
  if (!wellFormed.test(literal)) {
    return {
      rule: "document/number-malformed",
      message: `${shown} is not a number as JSON writes it.`,
      help: "Write digits with a point for decimals, such as 0.25 or 12000; put a date or an id into double quotes.",
    };
  }
  if (Object.is(parsed, -0) && normalForm(literal) === "-0e0") {
    return {
      rule: "document/negative-zero",
      message: `The number ${shown} is zero with a sign.`,
      help: "Write 0.",
    };
  }
  if (!Number.isFinite(parsed)) {
    return {
      rule: "document/number-too-large",
      message: `The number ${shown} is too large; it would be read as infinity.`,
      help: "Write the number that was agreed; at most 15 significant digits are kept.",
    };
  }
  const kept = String(parsed);
  if (normalForm(kept) === normalForm(literal)) return undefined;
  return {
    rule: "document/number-inexact",
    message: `The number ${shown} would be read as ${kept}.`,
    help: "Write it with at most 15 significant digits, or as a string if it is an id.",
  };
}

/**
 * What is wrong with the number literal that stands at `start`, if anything.
 *
 * Accepted is exactly what JSON allows and a double keeps: the literal's normal form equals that of `String(Number(literal))`.
 * One megabyte of digits costs no more than a hundred.
 */
export function numberFlaw(literal: string, start: number): SyntaxFlaw | undefined {
  const flaw = flawOf(literal);
  return flaw === undefined ? undefined : { ...flaw, start, end: start + literal.length };
}
