import { err, ok, type Result } from "./result.ts";

/** A currency and how many decimals its amounts may have (ISO 4217 exponent). */
export interface Currency {
  readonly code: string;
  readonly decimals: number;
}

/** An exact amount in the currency's smallest unit (cents for EUR). Never goes through a binary float. */
export type Minor = bigint;

/** Currencies whose exponent is not 2. @see https://www.iso.org/iso-4217-currency-codes.html */
const exponents: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      "BIF",
      "CLP",
      "DJF",
      "GNF",
      "ISK",
      "JPY",
      "KMF",
      "KRW",
      "PYG",
      "RWF",
      "UGX",
      "UYI",
      "VND",
      "VUV",
      "XAF",
      "XOF",
      "XPF",
    ].map((code) => [code, 0]),
  ),
  ...Object.fromEntries(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code) => [code, 3])),
};

/** The currency of an ISO 4217 code; an unknown code counts as having two decimals. */
export function currencyOf(code: string): Currency {
  return { code, decimals: Object.hasOwn(exponents, code) ? (exponents[code] ?? 2) : 2 };
}

/** Why a number's text is no amount of a currency. */
export interface MoneyFlaw {
  readonly reason: "decimals" | "digits";
  readonly found: number;
  readonly limit: number;
}

const mostDigits = 15;

/**
 * The exact amount that a JSON number's source text stands for.
 *
 * @param literal A JSON number as written, for example `1250.5` or `2.4e6`.
 * @returns Minor units, or the flaw: more decimals than the currency has, or more than 15 significant digits.
 */
export function moneyFrom(literal: string, currency: Currency): Result<Minor, MoneyFlaw> {
  const [mantissa = "0", exponentText = "0"] = literal.toLowerCase().split("e");
  const negative = mantissa.startsWith("-");
  const [whole = "0", fraction = ""] = mantissa.replace("-", "").split(".");
  const exponent = Number(exponentText);
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const trimmed = digits.replace(/0+$/, "");
  const decimals =
    trimmed === "" ? 0 : fraction.length - exponent - (digits.length - trimmed.length);
  // Zeros count as written: 648.000 is how a thousands point looks, but it would mean 648.
  const written = /e/i.test(literal) ? decimals : fraction.length;
  if (written > currency.decimals)
    return err({ reason: "decimals", found: written, limit: currency.decimals });
  const significant = Math.max(trimmed.length, trimmed.length - decimals);
  if (significant > mostDigits)
    return err({ reason: "digits", found: significant, limit: mostDigits });
  const amount =
    trimmed === "" ? 0n : BigInt(trimmed) * 10n ** BigInt(currency.decimals - decimals);
  return ok(negative ? -amount : amount);
}

/** The amount as a decimal string in whole units with all the currency's decimals: `1250.50`. */
export function moneyText(amount: Minor, currency: Currency): string {
  const negative = amount < 0n;
  const digits = (negative ? -amount : amount).toString().padStart(currency.decimals + 1, "0");
  const cut = digits.length - currency.decimals;
  const fraction = currency.decimals === 0 ? "" : `.${digits.slice(cut)}`;
  return `${negative ? "-" : ""}${digits.slice(0, cut)}${fraction}`;
}

/** The amount in whole units as a number, for arithmetic that carries fractions anyway, such as deals. */
export function moneyNumber(amount: Minor, currency: Currency): number {
  return Number(amount) / 10 ** currency.decimals;
}

/** The amount nearest to a number of whole units; halves away from zero. For computed money, not for agreed money. */
export function moneyNearest(value: number, currency: Currency): Minor {
  const scaled = Math.abs(value) * 10 ** currency.decimals;
  const rounded = BigInt(Math.floor(scaled + 0.5));
  return value < 0 ? -rounded : rounded;
}

/**
 * Splits an amount by weights so that the parts add up exactly: largest remainder, ties to the earlier part.
 *
 * @param weights Non-negative whole numbers, not all zero.
 * @returns One part per weight; each is within one minor unit of its exact share.
 */
export function splitMoney(amount: Minor, weights: readonly number[]): readonly Minor[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new Error("unreachable: a split needs a weight above zero");
  const parts = weights.map((weight) => {
    const scaled = amount * BigInt(weight);
    return { part: scaled / total, remainder: scaled % total };
  });
  let left = amount - parts.reduce((sum, each) => sum + each.part, 0n);
  const byRemainder = parts
    .map((each, index) => ({ index, remainder: each.remainder }))
    .toSorted((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  const extra = new Set<number>();
  for (const { index } of byRemainder) {
    if (left <= 0n) break;
    extra.add(index);
    left -= 1n;
  }
  return parts.map((each, index) => (extra.has(index) ? each.part + 1n : each.part));
}
