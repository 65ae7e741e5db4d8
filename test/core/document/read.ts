import type { Limits } from "../../../core/document/bytes.ts";
import { type ParsedDocument, parse } from "../../../core/document/parse.ts";
import type { Finding, Findings } from "../../../core/finding.ts";

/** The file name of every example. */
export const file = "plans/growth/targets.json";

/** UTF-8 of a text. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The findings of a text or of bytes. */
export function findingsOf(source: string | Uint8Array, limits?: Limits): Findings {
  const result = parse(file, typeof source === "string" ? utf8(source) : source, limits);
  return result.ok ? [] : result.error;
}

/** The document of a text that is expected to be one. */
export function documentOf(text: string): ParsedDocument {
  const result = parse(file, utf8(text));
  if (!result.ok) throw new Error(result.error.map(line).join("\n"));
  return result.value;
}

/** `line:column rule message` */
export function line({ range, rule, message }: Finding): string {
  const place = range === undefined ? "-" : `${range.start.line}:${range.start.column}`;
  return `${place} ${rule} ${message}`;
}

/** `line:column-line:column rule` */
export function mark({ range, rule }: Finding): string {
  if (range === undefined) return `- ${rule}`;
  const { start, end } = range;
  return `${start.line}:${start.column}-${end.line}:${end.column} ${rule.replace("document/", "")}`;
}
