import type { Value } from "./table.ts";

/** The attributes of an item or of a map inside one. */
export interface Attributes {
  readonly [name: string]: Value;
}

const wrong = (name: string): Error =>
  new Error(`The stored attribute "${name}" is missing or of another type.`);

/** A text attribute. @throws When it is not one: the item was not written by this program. */
export function textOf(attributes: Attributes, name: string): string {
  const value = attributes[name];
  if (typeof value !== "string") throw wrong(name);
  return value;
}

/** A number attribute. @throws When it is not one. */
export function numberOf(attributes: Attributes, name: string): number {
  const value = attributes[name];
  if (typeof value !== "number") throw wrong(name);
  return value;
}

const isMap = (value: Value | undefined): value is Attributes =>
  typeof value === "object" &&
  value !== null &&
  !(value instanceof Uint8Array) &&
  !Array.isArray(value);

/** A map attribute. @throws When it is not one. */
export function mapOf(attributes: Attributes, name: string): Attributes {
  const value = attributes[name];
  if (!isMap(value)) throw wrong(name);
  return value;
}

/** A text attribute that is one of the given words. @throws When it is not. */
export function wordOf<Word extends string>(
  attributes: Attributes,
  name: string,
  words: readonly Word[],
): Word {
  const value = attributes[name];
  const word = words.find((each) => each === value);
  if (word === undefined) throw wrong(name);
  return word;
}

const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** A list of maps. @throws When it is not one. */
export function mapsOf(attributes: Attributes, name: string): readonly Attributes[] {
  const value = attributes[name];
  if (!isList(value) || !value.every(isMap)) throw wrong(name);
  return value;
}
