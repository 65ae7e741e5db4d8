import { type Change, isObject } from "../../change/index.ts";
import { listText, numberText } from "../../wording.ts";

/** What only those may read who may see pay. */
const isPay = (key: string): boolean => key === "payAtTarget";

/** A value as people read it: `median 12, p90 30`; ids and pay are left out. */
function valueText(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number") return numberText(value, 8);
  if (Array.isArray(value)) return listText(value.map(valueText));
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .filter(([key]) => key !== "id" && !isPay(key))
    .map(([key, each]) => `${key} ${valueText(each)}`)
    .join(", ");
}

/** What a value was and what it is made, as the middle of two sentences. */
export interface Spoken {
  /** `was 0.25`, `had "median" 20`. */
  readonly was: string;
  /** `makes it 0.3`, `gives it "median" 22`. */
  readonly is: string;
}

/** A value before and after: whole where it is one number, comes or goes; else by what is different in it. */
export function spoken(before: unknown, after: unknown, changes: readonly Change[]): Spoken {
  if (isObject(before) && after === undefined)
    return { was: `had ${valueText(before)}`, is: "has nothing in its place" };
  if (changes.some(({ path }) => path === ""))
    return { was: `was ${valueText(before)}`, is: `makes it ${valueText(after)}` };
  const side = (which: "before" | "after", pay: string): string =>
    listText(
      changes.map(({ path, [which]: value }) =>
        isPay(path) ? `${pay} as "${path}"` : `"${path}" ${valueText(value)}`,
      ),
    );
  return {
    was: `had ${side("before", "one amount")}`,
    is: `gives it ${side("after", "another amount")}`,
  };
}
