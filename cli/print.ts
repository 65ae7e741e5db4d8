import { toHtmlDocument } from "../report/html.ts";
import { toMarkdown } from "../report/markdown.ts";
import { toText } from "../report/text.ts";
import { type Answer, type Shell } from "./command.ts";
import { type Format } from "./options.ts";

/** An answer in one of the formats; always ends with a line feed. */
export function print(answer: Answer, format: Format, colour: boolean): string {
  switch (format) {
    case "text":
      return toText(answer.report, { colour });
    case "markdown":
      return toMarkdown(answer.report);
    case "html":
      return toHtmlDocument(answer.report, answer.title);
    case "json":
      return `${JSON.stringify(answer.body, undefined, 2)}\n`;
    default:
      return format satisfies never;
  }
}

/** Prints an answer to stdout or to the file that `--output` names. */
export async function deliver(
  answer: Answer,
  format: Format,
  output: string | undefined,
  shell: Shell,
): Promise<void> {
  const text = print(answer, format, shell.colour && output === undefined);
  if (output === undefined) shell.out(text);
  else await shell.writeFile(output, text);
}
