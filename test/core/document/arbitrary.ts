import * as fc from "fast-check";

const allowed = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && code !== 0x0a && code !== 0x09) return false;
  }
  return true;
};

/** Strings that a document can hold. */
export const documentString = fc.string({ unit: "binary", maxLength: 20 }).filter(allowed);

/** Keys that a document can hold, often near each other and often with characters that pointers escape. */
export const documentKey = fc
  .oneof(fc.constantFrom("quota", "a", "b/c", "d~e", "", "~1", "0", "01"), documentString)
  .filter((key) => !["__proto__", "constructor", "prototype"].includes(key));

const documentNumber = fc
  .oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.constantFrom(0.07, 24000.5, 1e21, 1e-7, 5e-324, Number.MAX_VALUE),
  )
  .map((number) => (number === 0 ? 0 : number));

/** Any value that a document can hold. */
export const documentValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: "small", withCrossShrink: true },
    documentNumber,
    documentString,
    fc.constantFrom(true, false, null),
    fc.array(tie("value"), { maxLength: 8 }),
    fc.dictionary(documentKey, tie("value"), { maxKeys: 8, noNullPrototype: true }),
  ),
})).value;

/** An object or array at the top, as documents have. */
export const documentContainer = fc.oneof(
  fc.dictionary(documentKey, documentValue, { minKeys: 1, maxKeys: 8, noNullPrototype: true }),
  fc.array(documentValue, { minLength: 1, maxLength: 8 }),
);

/** Space as authors leave it, with all three kinds of line ends. */
export const space = fc.constantFrom("", "", " ", "\n", "\r\n", "\r", "\t", "  \n  ");

/** The key as it may be written: some of its code units escaped. */
export function writtenKey(key: string, escape: (index: number) => boolean): string {
  const units = key.split("").map((unit, index) => {
    const code = unit.charCodeAt(0);
    const halfPair = code >= 0xd800 && code <= 0xdfff;
    return escape(index) && !halfPair
      ? `\\u${code.toString(16).padStart(4, "0")}`
      : halfPair
        ? unit
        : JSON.stringify(unit).slice(1, -1);
  });
  return `"${units.join("")}"`;
}

/** JSON text of a value with spaces drawn from `draw` between all tokens. */
export function formatted(value: unknown, draw: () => string): string {
  const list = (open: string, parts: readonly string[], close: string): string =>
    draw() + open + draw() + parts.join(`${draw()},${draw()}`) + draw() + close + draw();
  if (Array.isArray(value)) {
    return list(
      "[",
      value.map((item: unknown) => formatted(item, draw)),
      "]",
    );
  }
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(
      ([key, item]) => `${JSON.stringify(key)}${draw()}:${formatted(item, draw)}`,
    );
    return list("{", parts, "}");
  }
  return draw() + JSON.stringify(value) + draw();
}
