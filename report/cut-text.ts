/** The beginning of a text of more than `most` UTF-16 code units, with `…` at its end and never half a character; a shorter text as it is. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
