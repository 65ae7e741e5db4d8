import * as fc from "fast-check";
import { isList, isObject, type JsonObject } from "../../../core/change/path.ts";
import { type LoadedPlan, parse, print } from "../../../core/document/index.ts";

/** What the documents of a plan say, by kind. */
export type Values = JsonObject;

/** One edit by somebody who does not know what a plan is: what is done, to which value, and with which other one. */
export interface Edit {
  readonly what: "replace" | "remove" | "add" | "copy" | "turn" | "move";
  /** Which value of all there are, and which of those in it. */
  readonly at: number;
  readonly inside: number;
  readonly value: unknown;
}

const json = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.string({ maxLength: 5 }),
  fc.constantFrom<unknown>([], {}, [1, 2], [{ id: "a" }, { id: "b" }], [{ id: "a" }, { id: "a" }], {
    id: "a",
    deep: [{ id: "c", list: [{ id: "d" }] }],
  }),
);

/** Some edits, one after the other. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    what: fc.constantFrom("replace", "remove", "add", "copy", "turn", "move"),
    at: fc.nat(),
    inside: fc.nat(),
    value: json,
  }),
  { maxLength: 12 },
);

type Container = Record<string, unknown> | unknown[];

function containersIn(value: unknown): readonly Container[] {
  if (!isList(value) && !isObject(value)) return [];
  return [value as Container, ...Object.values(value).flatMap(containersIn)];
}

function edit(container: Container, { what, inside, value: given }: Edit): void {
  const value = structuredClone(given);
  const keys = Object.keys(container);
  const key = keys[inside % Math.max(keys.length, 1)] ?? "first";
  if (!Array.isArray(container)) {
    if (what === "remove") Reflect.deleteProperty(container, key);
    else Reflect.set(container, what === "replace" ? key : `new-${inside % 3}`, value);
    return;
  }
  const item: unknown = container[Number(key)];
  const named = isObject(item) ? { ...structuredClone(item), id: `new-${inside % 5}` } : value;
  if (what === "remove") container.splice(Number(key), 1);
  else if (what === "replace") container[Number(key) || 0] = isObject(item) ? named : value;
  else if (what === "turn") container.reverse();
  else if (what === "move") container.push(...container.splice(Number(key), 1));
  else container.splice(inside % (container.length + 1), 0, named);
}

/** What documents say after some edits, in place or with whole documents gone. Their shape need not satisfy any schema. */
export function edited(values: Values, all: readonly Edit[]): Values {
  const copy: Record<string, unknown> = structuredClone(values);
  for (const each of all) {
    const kinds = Object.keys(copy);
    const document = kinds[each.inside % Math.max(kinds.length, 1)] ?? "";
    // One document in twenty goes as a whole.
    if (each.what === "remove" && each.at % 20 === 0) {
      Reflect.deleteProperty(copy, document);
      continue;
    }
    const containers = containersIn(copy[document]);
    const container = containers[each.at % Math.max(containers.length, 1)];
    if (container !== undefined) edit(container, each);
  }
  return copy;
}

/** Documents as they are after reading, written by `write`; nobody asked a schema. */
export function loadedFrom(
  values: Values,
  write: (value: unknown) => string = print,
): Pick<LoadedPlan, "folder" | "documents"> {
  const documents = Object.entries(values).map(([kind, value]) => {
    const file = `plans/any/${kind}.json`;
    const parsed = parse(file, new TextEncoder().encode(write(value)));
    if (!parsed.ok) throw new Error(parsed.error.map(({ message }) => message).join("\n"));
    return [kind, { kind, file, value: parsed.value.value, parsed: parsed.value }];
  });
  return {
    folder: "plans/any",
    documents: Object.fromEntries(documents) as LoadedPlan["documents"],
  };
}
