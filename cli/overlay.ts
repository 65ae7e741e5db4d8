import { type Overlay, type OverlayEntry, readOverlay } from "../core/change/index.ts";
import { parse } from "../core/document/index.ts";
import { type Call, UsageError } from "./command.ts";
import { readInput } from "./read-input.ts";

/** A file of values may have at most so many bytes. */
const largestOverlay = 1024 * 1024;

/**
 * A value as `--set` gives it: `document/path=value`. The value is JSON, and text where it is no JSON: 0.3, "2027", null, or plain words.
 *
 * @throws UsageError for a word that is none.
 */
export function readSetting(word: string): OverlayEntry {
  const [, document = "", path = "", value = ""] = /^([^/=]+)\/?([^=]*)=(.*)$/s.exec(word) ?? [];
  if (document === "" || value === "") {
    throw new UsageError(
      `--set is ${JSON.stringify(word)}; write a place and its value, such as journey/segments/smb/transitions/aware-exploring/conversion/value=0.3; null takes the place out.`,
    );
  }
  const json = parse("--set", new TextEncoder().encode(value));
  if (json.ok) return { document, path, value: json.value.value };
  // Plain words need no quotes; what begins like JSON was meant as JSON.
  if (!/^["{[\d-]/.test(value)) return { document, path, value };
  const [first] = json.error;
  throw new UsageError(
    `--set gives ${JSON.stringify(path === "" ? document : `${document}/${path}`)} a value that is no JSON: ${first?.message ?? "it cannot be read."} Put text that begins like this into double quotes.`,
  );
}

/**
 * The values in a file: a JSON list of `{"document", "path", "value"}`.
 *
 * @throws UsageError for a file that is missing, too large, or no such list.
 */
export async function readOverlayFile(path: string, { shell }: Call): Promise<Overlay> {
  return readInput(path, shell.root, {
    thing: "an overlay",
    isNone: "is no overlay",
    holds: "values",
    mostBytes: largestOverlay,
    read: readOverlay,
    example: '[{"document": "plan", "path": "months", "value": 12}]',
  });
}
