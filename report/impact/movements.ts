import type { DocumentKind } from "../../core/document/index.ts";
import { countText, listText } from "../../core/wording.ts";
import { clipped } from "../svg/markup.ts";
import type { ToldChange } from "./change-words.ts";
import { notThere } from "./value-words.ts";

/** The documents that the funnel is computed from; what a change in them asks is told by its numbers. */
const computed: ReadonlySet<DocumentKind> = new Set(["plan", "journey", "targets"]);

/** At most so many characters of a value are told in a sentence. */
const longestValue = 120;

const short = (text: string): string => clipped(text, longestValue);

/** True for a change of words alone. */
export const isEditorial = ({ changes }: ToldChange): boolean =>
  changes.every((each) => each.class === "editorial");

/** True for a change of what is agreed in words: a duty, pay, a definition, what a measure is. */
export const isAgreement = (told: ToldChange): boolean =>
  !isEditorial(told) &&
  told.changes.some(
    ({ document, path }) =>
      !computed.has(document) || (document === "plan" && /^metrics(?:\/|$)/.test(path)),
  );

/** `conversion goes from 32 % to 25.6 % (−6.4 points)`, or what came and went; no full stop at its end. */
export function movement({ where, before, after, by }: ToldChange): string {
  if (before === notThere) return `${where} is new: ${short(after)}`;
  if (after === notThere) return `${where} is gone; it was ${short(before)}`;
  return `${where} goes from ${short(before)} to ${short(after)}${by === undefined ? "" : ` (${by})`}`;
}

/** The place above what was changed, and the key of it. */
export const lastSteps = ({
  changes: [first],
}: ToldChange): readonly [above: string, last: string] => {
  const path = first === undefined ? "" : `${first.document}/${first.path}`;
  const cut = path.lastIndexOf("/");
  return [path.slice(0, cut), path.slice(cut + 1)];
};

/** A text that an author wrote, in quotation marks. */
export const quoted = (text: string): string => (text === notThere ? text : `"${short(text)}"`);

/** Keys in which an author says why. */
const reasonKeys: ReadonlySet<string> = new Set(["assumed", "because", "reason", "why"]);

/** Why, in the author's words, where they were written or changed; the last sentence of the cause. */
export function reasons(told: readonly ToldChange[]): readonly string[] {
  return told
    .filter((each) => reasonKeys.has(lastSteps(each)[1]) && each.after !== notThere)
    .slice(0, 2)
    .map((each) => {
      const assumed = lastSteps(each)[1] === "assumed" ? "Assumed, not measured" : "Reason given";
      return `${assumed}: ${quoted(each.after.replace(/[.!?]$/, ""))}.`;
    });
}

/** True for a change of a number or choice that the funnel is computed from. */
export const isInput = (told: ToldChange): boolean => !isEditorial(told) && !isAgreement(told);

/** Changes of more than words; a number and what it rests on, such as its count, are one. */
export function weightyOf(told: readonly ToldChange[]): readonly ToldChange[] {
  const more = told.filter((each) => !isEditorial(each));
  const numbers = new Set(
    more.filter(({ by }) => by !== undefined).map((each) => lastSteps(each)[0]),
  );
  return more.filter((each) => each.by !== undefined || !numbers.has(lastSteps(each)[0]));
}

/** `2 more values change in journey.json.`; a value is called what `one` says. */
export function restSentence(rest: readonly ToldChange[], one: string): string {
  const documents = [...new Set(rest.map(({ changes }) => changes[0]?.document ?? "plan"))];
  const where = listText(documents.map((document) => `${document}.json`));
  return `${countText(rest.length, one)} ${rest.length === 1 ? "changes" : "change"} in ${where}.`;
}
