import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../../core/document/parse.ts";
import { pointer } from "../../../core/document/pointer.ts";
import { positionsOf } from "../../../core/document/position.ts";
import { print } from "../../../core/document/print.ts";
import { normalForm, numberFlaw } from "../../../core/document/scan-number.ts";
import { documentContainer, documentKey, formatted, space, writtenKey } from "./arbitrary.ts";
import { documentOf, file, findingsOf, line, utf8 } from "./read.ts";
import { patience, runs } from "./runs.ts";

const ownNames = Object.getOwnPropertyNames(Object.prototype).join();

/** Text built from drawn spaces: the drawing repeats when the value is larger. */
const spaces = fc.array(space, { minLength: 1, maxLength: 16 });

function drawing<T>(values: readonly T[]): () => T {
  let next = 0;
  return () => {
    const value = values[next % values.length];
    next += 1;
    if (value === undefined) throw new Error("unreachable: nothing to draw");
    return value;
  };
}

/** Every value below `value` with its segments. */
function* everyValue(
  value: unknown,
  at: readonly (string | number)[] = [],
): Generator<readonly [segments: readonly (string | number)[], value: unknown]> {
  yield [at, value];
  if (typeof value !== "object" || value === null) return;
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [segment, item] of entries) yield* everyValue(item, [...at, segment]);
}

test(
  "however a document is formatted, every pointer covers the bytes of its value and key",
  patience,
  () => {
    fc.assert(
      fc.property(documentContainer, spaces, (value, drawn) => {
        const text = formatted(value, drawing(drawn));
        const document = documentOf(text);
        const positions = positionsOf(text);
        expect(document.value).toEqual(value);
        const offsets = new Map(
          text.split("").map((_, offset) => [JSON.stringify(positions.at(offset)), offset]),
        );
        for (const [segments, item] of everyValue(value)) {
          const place = pointer(...segments);
          const source = document.sourceOf(place);
          expect(JSON.parse(source ?? "")).toEqual(item);
          const range = document.rangeOf(place);
          const start = offsets.get(JSON.stringify(range?.start)) ?? -1;
          expect(text.startsWith(source ?? "?", start)).toBe(true);
          expect(positions.between(start, start + (source ?? "").length)).toEqual(range);
          expect(document.nearestRange(`${place}/nothing/there`)).toEqual(range);
        }
      }),
      { numRuns: runs(100) },
    );
  },
);

/** A key, where to repeat it in a document, and how the twin is written. */
const twin = fc.record({ key: documentKey, where: fc.nat(), escapes: fc.nat(), drawn: spaces });

test(
  "a duplicate key, however deep and however escaped, is refused with both places; without it nothing is",
  patience,
  () => {
    fc.assert(
      fc.property(documentContainer, twin, (value, { key, where, escapes, drawn }) => {
        const places = [...everyValue(value)].length;
        const write = (isTwin: boolean): string => {
          let seen = -1;
          const first = JSON.stringify(key);
          const second = isTwin
            ? writtenKey(key, (index) => ((escapes >> (index % 30)) & 1) === 1)
            : '"another key"';
          const wrap = (item: unknown): string => {
            seen += 1;
            const chosen = seen === where % places;
            const inner = Array.isArray(item)
              ? `[${item.map(wrap).join()}]`
              : typeof item === "object" && item !== null
                ? `{${Object.entries(item)
                    .map(([name, each]) => `${JSON.stringify(name)}:${wrap(each)}`)
                    .join()}}`
                : JSON.stringify(item);
            return chosen ? `{${first}: 1,${drawn.join("")}${second}: ${inner}}` : inner;
          };
          return wrap(value);
        };
        expect(findingsOf(write(false)).map(line)).toEqual([]);
        const text = write(true);
        const found = findingsOf(text);
        expect(found.map((each) => each.rule)).toEqual(["document/duplicate-key"]);
        const written = `${JSON.stringify(key)}: 1,${drawn.join("")}`;
        const start = text.indexOf(written);
        const positions = positionsOf(text);
        expect(found[0]?.related[0]?.range?.start).toEqual(positions.at(start));
        expect(found[0]?.range?.start).toEqual(positions.at(start + written.length));
      }),
      { numRuns: runs(300) },
    );
  },
);

test(
  "flipped bytes never throw: they read as JSON.parse reads them, or give findings with a place",
  patience,
  () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(documentContainer, flips, (value, changes) => {
        const bytes = utf8(print(value));
        for (const [offset, byte] of changes) bytes[offset % bytes.length] = byte;
        const result = parse(file, bytes);
        const findings = result.ok ? [] : result.error;
        expect(result.ok || findings.length > 0).toBe(true);
        expect(findings.every((each) => each.range !== undefined)).toBe(true);
        expect(result.ok ? result.value.value : undefined).toEqual(
          result.ok ? JSON.parse(new TextDecoder().decode(bytes)) : undefined,
        );
      }),
      { numRuns: runs(1000) },
    );
  },
);

const piece = fc.constantFrom(
  ...Array.from("{}[]:,\"\\/' \n\r\t-+.0123456789eEntfu"),
  "true",
  "null",
  '"a"',
  '"a":',
  "\\u0061",
  "\\ud83d",
  "//",
  "__proto__",
  "\u0000",
  "ü",
  "😀",
  "1e400",
  "\u2028",
);

test(
  "any text is read exactly when JSON.parse reads it too; what JSON.parse refuses is always refused",
  patience,
  () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        const read = (): unknown => {
          try {
            return { value: JSON.parse(text) as unknown };
          } catch {
            return "refused";
          }
        };
        const result = parse(file, utf8(text));
        const expected = read();
        expect(result.ok && expected === "refused").toBe(false);
        expect(result.ok ? { value: result.value.value } : expected).toEqual(expected);
        // What JSON.parse reads and we do not is a matter of exactness, never of structure.
        const exactness =
          /duplicate-key|forbidden-key|control-character|lone-surrogate|number-|negative-zero/;
        const rules =
          result.ok || expected === "refused" ? [] : result.error.map((each) => each.rule);
        expect(rules.filter((rule) => !exactness.test(rule))).toEqual([]);
      }),
      { numRuns: runs(2000) },
    );
  },
);

const digits = fc.string({
  unit: fc.constantFrom(...Array.from("0123456789")),
  minLength: 1,
  maxLength: 20,
});
const literal = fc
  .record({
    sign: fc.constantFrom("", "-"),
    whole: fc.oneof(
      digits,
      fc.constantFrom("0", "1", "24000", "9007199254740991", "9007199254740993"),
    ),
    fraction: fc.oneof(
      fc.constant(""),
      digits.map((each) => `.${each}`),
    ),
    exponent: fc.oneof(
      fc.constant(""),
      fc
        .tuple(fc.constantFrom("e", "E", "e+", "e-"), fc.nat(400))
        .map(([letter, power]) => letter + power),
    ),
  })
  .map(({ sign, whole, fraction, exponent }) => sign + whole + fraction + exponent);

test("a number is accepted exactly when it is read as the number that is written", patience, () => {
  fc.assert(
    fc.property(literal, (text) => {
      const [found] = findingsOf(text);
      const leadingZero = /^-?0\d/.test(text);
      const number = Number(text);
      const survives =
        Number.isFinite(number) &&
        !Object.is(number, -0) &&
        normalForm(String(number)) === normalForm(text);
      expect(found === undefined).toBe(!leadingZero && survives);
    }),
    { numRuns: runs(1000) },
  );
});

/** The literal as an exact fraction's numerator and power of ten: what normalForm claims, by another way. */
const exact = (text: string): readonly [bigint, number] => {
  const [mantissa = "", power = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(power) - fraction.length];
};

test(
  "normalForm(a) = normalForm(b) exactly when the literals are equal as fractions",
  patience,
  () => {
    const small = fc
      .tuple(
        fc.nat(120),
        fc.constantFrom("", ".0", ".5", ".50"),
        fc.constantFrom("", "e1", "E+2", "e-1"),
      )
      .map(([whole, fraction, power]) => `${whole}${fraction}${power}`);
    fc.assert(
      fc.property(small, small, (a, b) => {
        const [first, firstPower] = exact(a);
        const [second, secondPower] = exact(b);
        const low = Math.min(firstPower, secondPower);
        const scaled = (value: bigint, power: number): bigint => value * 10n ** BigInt(power - low);
        expect(normalForm(a) === normalForm(b)).toBe(
          scaled(first, firstPower) === scaled(second, secondPower),
        );
      }),
      { numRuns: runs(500) },
    );
  },
);

test("every cent from 0.00 to 9,999.99 is accepted as it is written", () => {
  const cents = Array.from({ length: 1_000_000 }, (_, index) => (index / 100).toFixed(2));
  expect(cents.filter((each) => numberFlaw(each, 0) !== undefined)).toEqual([]);
});

test("nothing above has touched the prototype of all objects", () => {
  expect(Object.keys(Object.prototype)).toHaveLength(0);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(ownNames);
});
