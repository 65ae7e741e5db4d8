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

/** One step on the way through keys and ids, as a pointer names it, and what stands there. */
interface Reached {
  readonly step: string | number;
  readonly value: unknown;
}

/** Follows keys and ids as far as there is something. Items of a list are named by id in a path and by number in a pointer. */
function follow(value: unknown, steps: readonly string[]): readonly Reached[] {
  const reached: Reached[] = [];
  let at = value;
  for (const step of steps) {
    const item = isList(at) ? itemsById(at)?.get(step) : undefined;
    if (item !== undefined) reached.push({ step: item.index, value: item.item });
    else if (isObject(at) && Object.hasOwn(at, step)) reached.push({ step, value: at[step] });
    else break;
    at = reached.at(-1)?.value;
  }
  return reached;
}

/** What keys and ids lead to; undefined where there is nothing. */
export function valueAt(value: unknown, steps: readonly string[]): unknown {
  if (steps.length === 0) return value;
  const reached = follow(value, steps);
  return reached.length < steps.length ? undefined : reached.at(-1)?.value;
}

/** The pointer of what keys and ids lead to, or of the nearest value on the way that exists. */
export const pointerAt = (value: unknown, steps: readonly string[]): Pointer =>
  pointerOf(...follow(value, steps).map(({ step }) => step));

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
