import type { Pointer } from "../finding.ts";
import { pointer } from "./pointer.ts";
import type { StringToken } from "./scan-string.ts";
import { visible } from "./syntax-finding-excerpt.ts";

/** An object or list that is open where the scan stands. */
export interface Frame {
  readonly kind: "object" | "list";
  /** Offset of its opening bracket. */
  readonly open: number;
  /** Key or index of the entry that is being read; `undefined` between entries. */
  segment: string | number | undefined;
  /** Keys of an object seen so far, with the first place of each. */
  readonly keys: Map<string, Pick<StringToken, "start" | "end">>;
}

/** Pointers longer than this stop at an ancestor: a finding stays small whatever the keys are. */
const longest = 500;

/** The pointer of the entry that the innermost frame is reading, or of an ancestor when that is very long; invisible characters of keys are written as escapes. */
export function placeOf(frames: readonly Frame[]): Pointer {
  let place = "";
  for (const { segment } of frames) {
    if (segment === undefined || (typeof segment === "string" && segment.length > longest)) break;
    const next = place + pointer(segment);
    if (next.length > longest) break;
    place = next;
  }
  return visible(place);
}
