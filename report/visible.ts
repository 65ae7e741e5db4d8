/**
 * What must not reach a terminal or a reader's eye unseen: control characters, which may command a terminal; marks
 * that turn the direction of writing; characters without a width. The joiners of emoji and Persian are not among them.
 */
const unseen =
  // oxlint-disable-next-line no-control-regex -- these are what must not reach a terminal.
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** Text as one line that shows everything in it: line feeds and tabs as a space, other unseen characters as `\u001b`. */
export function visible(text: string): string {
  return text
    .replaceAll(/\r\n|[\n\r\t]/g, " ")
    .replaceAll(
      unseen,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
