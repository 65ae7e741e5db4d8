import { isList, isObject } from "../../core/change/index.ts";
import { listText, numberText, shareText } from "../../core/wording.ts";

/** Keys whose numbers are shares of something. */
const shares: ReadonlySet<string> = new Set([
  "accepted",
  "cap",
  "complete",
  "content",
  "conversion",
  "converted",
  "growthPerYear",
  "minimumSharedWeight",
  "person",
  "profitability",
  "share",
  "threshold",
  "variableShare",
  "weight",
]);

/** Keys whose numbers are amounts of the plan's currency. */
const amounts: ReadonlySet<string> = new Set([
  "averageDealValue",
  "budget",
  "amount",
  "payAtTarget",
  "perEntry",
  "perMonth",
  "revenue",
  "valuePerMonth",
]);

/** What a number at a place means. */
type Meaning = "share" | "amount" | "plain";

/** Steps that say which one of several values a number is, and not what it means: the key above them does. */
const isWhichOne = (step: string): boolean =>
  /^(?:value|new|expansion|renewal|marketing|sales|success|\d{4}-.*)$/.test(step);

function meaningOf(steps: readonly string[]): Meaning {
  const key = steps.findLast((step) => !isWhichOne(step)) ?? "";
  return shares.has(key) ? "share" : amounts.has(key) ? "amount" : "plain";
}

/** A key as people read it: `prospectsPerMonth` as `prospects per month`, the grade `a` as `grade A`. */
export function keyWords(key: string): string {
  // A month, a quarter or a year is its own name.
  if (/^\d/.test(key)) return key;
  if (/^[a-z]$/.test(key)) return `grade ${key.toUpperCase()}`;
  return key
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll("-", " ")
    .trim();
}

const unitWords = (value: number, unit: string): string => {
  const words = keyWords(unit);
  return value === 1 ? words.replace(/s$/, "") : words;
};

/** True for a value with its unit, such as `{ "value": 4, "unit": "businessHours" }`. */
export const hasUnit = (
  value: unknown,
): value is { readonly value: number; readonly unit: string } =>
  isObject(value) && typeof value["value"] === "number" && typeof value["unit"] === "string";

/** What stands where nothing is. */
export const notThere = "not there";

function numberWords(value: number, steps: readonly string[], currency: string): string {
  switch (meaningOf(steps)) {
    case "share":
      return shareText(value);
    case "amount":
      return `${currency} ${numberText(value, 2)}`;
    case "plain":
      return numberText(value, 3);
    default:
      throw new Error("unreachable: a number of an unknown meaning");
  }
}

/** A value as a sentence holds it: with its unit, on one line. `steps` lead to it. */
export function valueWords(value: unknown, steps: readonly string[], currency: string): string {
  if (value === undefined) return notThere;
  if (value === null) return "nothing";
  if (typeof value === "number") return numberWords(value, steps, currency);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (hasUnit(value)) return `${numberText(value.value, 3)} ${unitWords(value.value, value.unit)}`;
  if (isList(value)) {
    if (value.length === 0) return "none";
    return listText(value.map((each) => valueWords(each, steps, currency)));
  }
  if (!isObject(value)) return JSON.stringify(value);
  return Object.entries(value)
    .filter(([key]) => key !== "id" && key !== "$schema")
    .map(([key, each]) => `${keyWords(key)} ${valueWords(each, [...steps, key], currency)}`)
    .join(", ");
}

/** The change of one number against another, relative: `+25 %`; undefined where that says nothing. */
export function relativeWords(before: number, after: number): string | undefined {
  if (before === 0 || !Number.isFinite(after / before)) return undefined;
  const share = after / before - 1;
  return share === 0 ? undefined : signed(share, shareText(Math.abs(share)));
}

const signed = (value: number, words: string): string => `${value < 0 ? "−" : "+"}${words}`;

/** By how much a value changes: shares in points, times in their unit, other numbers relative; undefined where that says nothing. */
export function changeWords(
  before: unknown,
  after: unknown,
  steps: readonly string[],
): string | undefined {
  if (typeof before === "number" && typeof after === "number") {
    if (meaningOf(steps) !== "share") return relativeWords(before, after);
    const points = Math.abs(after - before) * 100;
    return signed(after - before, `${numberText(points, 1)} ${points === 1 ? "point" : "points"}`);
  }
  if (!hasUnit(before) || !hasUnit(after) || before.unit !== after.unit) return undefined;
  const by = after.value - before.value;
  if (by === 0) return undefined;
  const size = Math.abs(by);
  return signed(by, `${numberText(size, 3)} ${unitWords(size, after.unit)}`);
}
