import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  currencyOf,
  moneyFrom,
  moneyNearest,
  moneyNumber,
  moneyText,
  splitMoney,
} from "../../core/money.ts";

/** Exact money: from the text of a file to whole minor units, never through a binary fraction. */

const eur = currencyOf("EUR");
const jpy = currencyOf("JPY");
const kwd = currencyOf("KWD");

const read = (literal: string, currency = eur): string => {
  const amount = moneyFrom(literal, currency);
  if (amount.ok) return `${amount.value}`;
  const { reason, found, limit } = amount.error;
  return `${found} ${reason}, at most ${limit}`;
};

describe("a currency has its ISO 4217 decimals", () => {
  test.each([
    ["EUR", 2],
    ["USD", 2],
    ["JPY", 0],
    ["KRW", 0],
    ["ISK", 0],
    ["CLP", 0],
    ["KWD", 3],
    ["TND", 3],
    ["BHD", 3],
    ["XXX", 2],
    ["constructor", 2],
    ["__proto__", 2],
  ])("%s has %i", (code, decimals) => {
    expect(currencyOf(code)).toEqual({ code, decimals });
  });
});

describe("an amount is read from its text", () => {
  test.each([
    ["0", "0"],
    ["0.07", "7"],
    ["0.29", "29"],
    ["1.15", "115"],
    ["4.35", "435"],
    ["8.2", "820"],
    ["19.99", "1999"],
    ["1250.5", "125050"],
    ["1250.50", "125050"],
    ["2.4e6", "240000000"],
    ["2.4E+6", "240000000"],
    ["24000e-2", "24000"],
    ["100e-4", "1"],
    ["0.0", "0"],
    ["0e400", "0"],
    ["-3.5", "-350"],
    ["999999999999999", "99999999999999900"],
    ["9999999999999.99", "999999999999999"],
  ])("%s EUR is %s cents", (literal, cents) => {
    expect(read(literal)).toBe(cents);
  });

  test.each([
    ["0.005", "3 decimals, at most 2"],
    ["1.001", "3 decimals, at most 2"],
    ["1e-3", "3 decimals, at most 2"],
    ["1e-999999999", "999999999 decimals, at most 2"],
    ["1e15", "16 digits, at most 15"],
    ["1000000000000000", "16 digits, at most 15"],
    ["99999999999999.99", "16 digits, at most 15"],
    ["1e999999999", "1000000000 digits, at most 15"],
  ])("%s EUR is refused: %s", (literal, why) => {
    expect(read(literal)).toBe(why);
  });

  test("zeros after the point count: 648.000 looks like six hundred thousand and would mean 648", () => {
    expect(read("648.000")).toBe("3 decimals, at most 2");
    expect(read("648.00")).toBe("64800");
  });

  test("a yen has no decimals, a dinar three", () => {
    expect([read("180000", jpy), read("180000.0", jpy), read("180000.5", jpy)]).toEqual([
      "180000",
      "1 decimals, at most 0",
      "1 decimals, at most 0",
    ]);
    expect([read("1.234", kwd), read("1.2345", kwd)]).toEqual(["1234", "4 decimals, at most 3"]);
  });

  test("every cent from 0.00 to 9,999.99, as JavaScript writes it and with both decimals", () => {
    const wrong: string[] = [];
    for (let cents = 0; cents < 1_000_000; cents += 1) {
      const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
      const both = moneyFrom(text, eur);
      const short = moneyFrom(String(Number(text)), eur);
      if (!both.ok || !short.ok || both.value !== BigInt(cents) || short.value !== both.value)
        wrong.push(`${text} became ${read(text)} and ${read(String(Number(text)))}`);
    }
    expect(wrong).toEqual([]);
  });

  test("no thousandth that is no cent, from 0.000 to 99.999", () => {
    const accepted: string[] = [];
    for (let thousandths = 0; thousandths < 100_000; thousandths += 1) {
      if (thousandths % 10 === 0) continue;
      const text = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, "0")}`;
      if (moneyFrom(text, eur).ok) accepted.push(text);
    }
    expect(accepted).toEqual([]);
  });

  const currency = fc.constantFrom(eur, jpy, kwd);
  const digits = fc.bigInt({ min: 0n, max: 999_999_999_999_999n });

  /** Digits of an amount in whole units, without zeros at the end of its decimals. */
  const digitsOf = (minor: bigint, decimals: number): number => {
    const text = minor.toString();
    const zeros = /0*$/.exec(text)?.[0].length ?? 0;
    return text.length - Math.min(zeros, decimals);
  };

  test("whatever its exponent, against whole numbers", () => {
    fc.assert(
      fc.property(
        currency,
        digits,
        fc.integer({ min: -6, max: 6 }),
        fc.integer({ min: 0, max: 15 }),
        (of, mantissa, exponent, point) => {
          const padded = mantissa.toString().padStart(point + 1, "0");
          const cut = padded.length - point;
          const literal = `${padded.slice(0, cut)}${point === 0 ? "" : `.${padded.slice(cut)}`}e${exponent}`;
          // The oracle: mantissa × 10^(exponent − point) in minor units, as a fraction of whole numbers.
          const power = exponent - point + of.decimals;
          const scale = 10n ** BigInt(Math.abs(power));
          const exact = power >= 0 ? mantissa * scale : mantissa / scale;
          const whole = power >= 0 || mantissa % scale === 0n;
          const amount = moneyFrom(literal, of);
          expect(amount.ok ? amount.value : amount.error.reason).toBe(
            whole ? (digitsOf(exact, of.decimals) > 15 ? "digits" : exact) : "decimals",
          );
        },
      ),
      { numRuns: 5000 },
    );
  });

  test("and written back with all its decimals", () => {
    fc.assert(
      fc.property(currency, fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (of, amount) => {
        const text = moneyText(amount, of);
        expect(text).toMatch(
          of.decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${of.decimals}}$`),
        );
        expect(BigInt(text.replace(".", ""))).toBe(amount);
      }),
    );
    expect([moneyText(125050n, eur), moneyText(-5n, eur), moneyText(0n, jpy)]).toEqual([
      "1250.50",
      "-0.05",
      "0",
    ]);
  });
});

describe("a computed amount is rounded to the nearest", () => {
  test.each([
    [0.005, "0.01"],
    [0.0049, "0.00"],
    [2.5, "2.50"],
    [-0.005, "-0.01"],
    [1234.567, "1234.57"],
  ])("%d EUR is %s", (value, text) => {
    expect(moneyText(moneyNearest(value, eur), eur)).toBe(text);
  });

  test("and an exact one survives being a number", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (cents) => {
        expect(moneyNearest(moneyNumber(cents, eur), eur)).toBe(cents);
      }),
    );
  });
});

describe("a split adds up", () => {
  test("100.00 in three is 33.34, 33.33 and 33.33", () => {
    expect(splitMoney(10_000n, [1, 1, 1])).toEqual([3334n, 3333n, 3333n]);
  });

  test("what is left goes to the largest remainder, not to the first", () => {
    expect(splitMoney(10n, [1, 2, 4])).toEqual([1n, 3n, 6n]);
  });

  test("a weight of 0 gets nothing", () => {
    expect(splitMoney(101n, [0, 1, 0, 1])).toEqual([0n, 51n, 0n, 50n]);
  });

  test("exactly, each part within one minor unit of its share, ties to the earlier part", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        fc
          .array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 40 })
          .filter((weights) => weights.some((each) => each > 0)),
        (amount, weights) => {
          const parts = splitMoney(amount, weights);
          const all = weights.reduce((sum, each) => sum + BigInt(each), 0n);
          expect(parts.reduce((sum, each) => sum + each, 0n)).toBe(amount);
          for (const [index, part] of parts.entries()) {
            const share = amount * BigInt(weights[index] ?? 0);
            expect(part * all > share - all && part * all < share + all).toBe(true);
            const later = parts.slice(index + 1);
            const ahead = later.filter(
              (each, step) => weights[index + 1 + step] === weights[index] && each > part,
            );
            expect(ahead).toEqual([]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
