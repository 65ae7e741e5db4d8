import { pointer as pointerOf, suggest } from "../document/index.ts";
import type { Pointer } from "../finding.ts";
import { err, ok, type Result } from "../result.ts";
import { idOf, isList, isObject, itemsById, type JsonObject } from "./path.ts";

/** Why an entry cannot be made, and the nearest place that exists. Messages go on after "cannot be made: ". */
export interface Refusal {
  readonly rule: string;
  readonly message: string;
  readonly help: string;
  readonly pointer?: Pointer;
}

/** Where the way has come to. */
interface At {
  readonly document: string;
  readonly pointer: Pointer;
  /** Keys and ids so far, for messages. */
  readonly passed: readonly string[];
}

const whereOf = ({ document, passed }: At): string =>
  passed.length === 0 ? `${document}.json` : `"${passed.join("/")}" in ${document}.json`;

/** A value as messages quote it. */
function quoted(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

function listed(words: readonly string[]): string {
  const more = words.length - 12;
  return `${words.slice(0, 12).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function notThere(step: string, known: readonly string[], at: At): Refusal {
  const meant = suggest(step, known);
  return {
    rule: "overlay/unknown-place",
    message: `there is no ${JSON.stringify(step)} in ${whereOf(at)}.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    help:
      known.length === 0 ? "Nothing is in it yet; add it first." : `There is: ${listed(known)}.`,
    pointer: at.pointer,
  };
}

const within = (at: At, step: string, index: string | number): At => ({
  document: at.document,
  pointer: `${at.pointer}${pointerOf(index)}`,
  passed: [...at.passed, step],
});

/**
 * The value with another one at the place that `steps` lead to; `undefined` in place of a value stands for none.
 *
 * Copies what it changes and shares the rest. Lists are entered by id.
 */
export function put(
  value: unknown,
  steps: readonly string[],
  next: unknown,
  document: string,
): Result<unknown, Refusal> {
  return putAt(value, steps, next, { document, pointer: "", passed: [] });
}

function putAt(
  value: unknown,
  steps: readonly string[],
  next: unknown,
  at: At,
): Result<unknown, Refusal> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (next !== null) return ok(next);
    return value === undefined ? err(nothingToRemove(at)) : ok(undefined);
  }
  if (value === undefined) {
    return err({
      rule: "overlay/unknown-place",
      message: `the plan has no ${at.document}.json.`,
      help: "Give the whole document with an empty path first.",
    });
  }
  if (isObject(value)) return putInObject(value, step, rest, next, at);
  if (isList(value)) return putInList(value, step, rest, next, at);
  return err({
    rule: "overlay/unknown-place",
    message: `${whereOf(at)} is ${quoted(value)} and has nothing inside.`,
    help: `End the path there, without "/${steps.join("/")}".`,
    pointer: at.pointer,
  });
}

function nothingToRemove(at: At): Refusal {
  return {
    rule: "overlay/nothing-there",
    message: `there is no ${at.document}.json to take out.`,
    help: "Leave this change out.",
    pointer: at.pointer,
  };
}

function putInObject(
  value: JsonObject,
  step: string,
  rest: readonly string[],
  next: unknown,
  at: At,
): Result<unknown, Refusal> {
  const known = Object.hasOwn(value, step);
  if (!known && (rest.length > 0 || next === null))
    return err(notThere(step, Object.keys(value), at));
  if (rest.length === 0) {
    if (next !== null) return ok({ ...value, [step]: next });
    return ok(Object.fromEntries(Object.entries(value).filter(([key]) => key !== step)));
  }
  const inner = putAt(value[step], rest, next, within(at, step, step));
  return inner.ok ? ok({ ...value, [step]: inner.value }) : inner;
}

function putInList(
  value: readonly unknown[],
  step: string,
  rest: readonly string[],
  next: unknown,
  at: At,
): Result<unknown, Refusal> {
  const items = itemsById(value);
  if (items === undefined) {
    return err({
      rule: "overlay/unknown-place",
      message: `the items of ${whereOf(at)} have no ids of their own, so none of them can be named.`,
      help: "End the path at the list and give the whole list.",
      pointer: at.pointer,
    });
  }
  const found = items.get(step);
  if (found === undefined && (rest.length > 0 || next === null))
    return err(notThere(step, [...items.keys()], at));
  const here = within(at, step, found?.index ?? value.length);
  if (rest.length === 0 && next === null)
    return ok(value.filter((_, index) => index !== found?.index));
  const item = found === undefined ? ok(next) : putAt(found.item, rest, next, here);
  if (!item.ok) return item;
  if (idOf(item.value) !== step) return err(wrongId(step, item.value, here));
  return ok(found === undefined ? [...value, item.value] : value.with(found.index, item.value));
}

function wrongId(id: string, item: unknown, at: At): Refusal {
  return {
    rule: "overlay/wrong-id",
    message: isObject(item)
      ? `it would have ${item["id"] === undefined ? "no id" : `the id ${quoted(item["id"])}`}, and its id is ${JSON.stringify(id)} for good.`
      : `${quoted(item)} is no item of ${whereOf({ ...at, passed: at.passed.slice(0, -1) })}.`,
    help: `Give an object with "id": ${JSON.stringify(id)}; to rename an item, take it out and add it under its new id.`,
    pointer: at.pointer,
  };
}
