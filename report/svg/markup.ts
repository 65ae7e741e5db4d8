/** A piece of HTML or SVG whose text is already escaped. Made by {@link html} and {@link trusted} only. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: text (escaped), numbers, markup, or lists of them; nothing for `undefined` and `false`. */
export type Content = string | number | Markup | readonly Content[] | undefined | false;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Direction overrides, embeddings and isolates: they can make a line read other than it is stored. */
const turners = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Characters that no document may hold: controls besides tab and line feed, halves of pairs, non-characters. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const unfit = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * Text as it may stand in HTML and SVG, in an element or in a quoted attribute. The one place where text is escaped.
 *
 * Characters that turn the reading direction are shown by their number instead of obeyed, because a plan is text that
 * others wrote; characters that no document may hold become U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(unfit, "\uFFFD")
    .replaceAll(turners, (each) => `[U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`)
    .replaceAll(/[&<>"']/g, (each) => entities[each] ?? "");
}

/** Markup from text that this product wrote itself, such as a stylesheet. Never for anything from a plan. */
export const trusted = (markup: string): Markup => ({ markup });

/** Two decimals at most; what is no number is written as 0, so that no drawing breaks. */
const numeral = (value: number): string =>
  Number.isFinite(value) ? String(Math.round(value * 100) / 100) : "0";

function written(content: Content): string {
  if (content === undefined || content === false) return "";
  if (typeof content === "string") return escapeHtml(content);
  if (typeof content === "number") return numeral(content);
  return "markup" in content ? content.markup : content.map(written).join("");
}

/** A template whose text is escaped and whose markup is kept. Attribute values stand in double quotes. */
export function html(pieces: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const parts = pieces.map((piece, index) => `${piece}${written(contents[index])}`);
  return { markup: parts.join("") };
}

/** The first `most` characters, with an ellipsis when there were more. Never cuts a character in two. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text.slice(0, most * 2 + 2));
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
