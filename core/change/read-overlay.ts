import type { Pointer } from "../finding.ts";
import { err, ok, type Result } from "../result.ts";
import type { Overlay, OverlayEntry } from "./overlay.ts";
import { isList, isObject } from "./path.ts";

/** Why a JSON value is no overlay: the place in it, and what is wrong there ("is no text"). */
export interface OverlayMistake {
  readonly pointer: Pointer;
  readonly detail: string;
}

/** More values than a person moves; each one costs a walk through its document. */
const mostEntries = 500;

/** No place in a plan has a longer path than this. */
const longestPath = 1000;

const keys = ["document", "path", "value"];

/**
 * The overlay that a JSON value says: a list of at most 500 objects with `document`, `path` and `value`, and nothing else.
 *
 * Whether its entries lead anywhere is judged when they are laid over a plan.
 */
export function readOverlay(value: unknown): Result<Overlay, OverlayMistake> {
  if (!isList(value)) return err({ pointer: "", detail: "is no list" });
  if (value.length > mostEntries)
    return err({
      pointer: "",
      detail: `has ${value.length} entries; at most ${mostEntries} are taken`,
    });
  const overlay: OverlayEntry[] = [];
  for (const [index, each] of value.entries()) {
    const entry = readEntry(each, `/${index}`);
    if (!entry.ok) return entry;
    overlay.push(entry.value);
  }
  return ok(overlay);
}

function readEntry(entry: unknown, pointer: Pointer): Result<OverlayEntry, OverlayMistake> {
  if (!isObject(entry)) return err({ pointer, detail: "is no object" });
  const unknown = Object.keys(entry).find((key) => !keys.includes(key));
  if (unknown !== undefined)
    return err({ pointer, detail: `has the unknown property ${JSON.stringify(unknown)}` });
  const { document, path, value } = entry;
  if (typeof document !== "string")
    return err({ pointer: `${pointer}/document`, detail: "is no text" });
  if (typeof path !== "string") return err({ pointer: `${pointer}/path`, detail: "is no text" });
  if (path.length > longestPath)
    return err({
      pointer: `${pointer}/path`,
      detail: `has ${path.length} characters; at most ${longestPath} are read`,
    });
  if (value === undefined)
    return err({ pointer, detail: 'has no "value"; null takes out what the path names' });
  return ok({ document, path, value });
}
