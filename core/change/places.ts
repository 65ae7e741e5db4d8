import { type LoadedPlan, pointer as pointerOf } from "../document/index.ts";
import type { Pointer, Range } from "../finding.ts";
import type { Change } from "./difference.ts";
import { isList, isObject, itemsById, readPath } from "./path.ts";

/** Where a change stands in one version's text. */
export interface ChangePlace {
  /** The path as findings name it, for example `plans/acme/journey.json`. */
  readonly file: string;
  /** The value in that version, or the nearest one around it that exists. */
  readonly pointer: Pointer;
  /** The stretch of text of what `pointer` names. */
  readonly range: Range;
}

/** Where a change stands in both versions. A side is absent only where that version has no such document. */
export interface ChangePlaces {
  readonly base?: ChangePlace;
  readonly head?: ChangePlace;
}

/**
 * The pointer of what keys and ids lead to, or of the nearest value on the way that exists.
 *
 * Items of a list are named by id in a path and by number in a pointer.
 */
export function pointerAt(value: unknown, steps: readonly string[]): Pointer {
  let at = value;
  const passed: (string | number)[] = [];
  for (const step of steps) {
    if (isList(at)) {
      const found = itemsById(at)?.get(step);
      if (found === undefined) break;
      passed.push(found.index);
      at = found.item;
    } else {
      if (!isObject(at) || !Object.hasOwn(at, step)) break;
      passed.push(step);
      at = at[step];
    }
  }
  return pointerOf(...passed);
}

function placeIn(
  { documents }: Pick<LoadedPlan, "documents">,
  { document, path }: Pick<Change, "document" | "path">,
): ChangePlace | undefined {
  const there = documents[document];
  if (there === undefined) return undefined;
  const pointer = pointerAt(there.value, readPath(path) ?? []);
  return { file: there.file, pointer, range: there.parsed.nearestRange(pointer) };
}

/**
 * Where a change stands in the text of both versions.
 *
 * What was added has no place of its own in the base, and what was removed none in the head: there the place is what stands around it
 * (the list, the object, at last the whole document), so that a reader of either version can be taken to it. The change's `kind` says
 * which of the two is meant.
 */
export function changePlaces(
  change: Pick<Change, "document" | "path">,
  base: Pick<LoadedPlan, "documents">,
  head: Pick<LoadedPlan, "documents">,
): ChangePlaces {
  const [before, after] = [placeIn(base, change), placeIn(head, change)];
  return {
    ...(before === undefined ? {} : { base: before }),
    ...(after === undefined ? {} : { head: after }),
  };
}
