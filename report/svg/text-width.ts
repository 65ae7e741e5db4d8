const wide = /[\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFF00-\uFF60]|\p{Extended_Pictographic}/u;
const broad = /[WMmw@%—…]/;
const narrow = /[ijltfrI.,:;'|!()[\] ]/;

/** About how wide a text is at a font size, in the same unit; rather too wide than too narrow. No font is measured. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const each of text.slice(0, 2000)) {
    ems += wide.test(each) || broad.test(each) ? 1 : narrow.test(each) ? 0.36 : 0.6;
  }
  return ems * fontSize;
}

/** The text as far as it fits, with an ellipsis where it was cut. */
export function fitted(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const kept: string[] = [];
  let used = textWidth("…", fontSize);
  for (const each of text) {
    used += textWidth(each, fontSize);
    if (used > width) break;
    kept.push(each);
  }
  return `${kept.join("").trimEnd()}…`;
}

/** The text in at most `most` lines of a width; words that are too long are broken, what is left over ends in an ellipsis. */
export function wrapped(
  text: string,
  width: number,
  fontSize: number,
  most: number,
): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim().slice(0, 2000);
  while (rest !== "" && lines.length < most - 1) {
    if (textWidth(rest, fontSize) <= width) break;
    let end = 0;
    let space = -1;
    let used = 0;
    for (const each of rest) {
      used += textWidth(each, fontSize);
      if (used > width) break;
      if (each === " ") space = end;
      end += each.length;
    }
    const cut = rest[end] === " " ? end : space > 0 ? space : Math.max(end, 1);
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trim();
  }
  return rest === "" ? lines : [...lines, fitted(rest, width, fontSize)];
}
