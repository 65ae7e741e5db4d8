import { type Minor, moneyFrom } from "../money.ts";
import type { Place, SoundPlan } from "../plan/index.ts";

/** The exact amount that stands at a place, read from its source text; nothing when none stands there. */
export function amountAt(plan: SoundPlan, { document, pointer }: Place): Minor {
  const literal = plan.documents[document]?.parsed.sourceOf(pointer);
  const amount = literal === undefined ? undefined : moneyFrom(literal, plan.currency);
  return amount?.ok === true ? amount.value : 0n;
}

/** What amounts add up to. */
export function sumOf(amounts: readonly Minor[]): Minor {
  return amounts.reduce((total, each) => total + each, 0n);
}

/** How far two amounts are apart. */
export function distance(one: Minor, other: Minor): Minor {
  return one < other ? other - one : one - other;
}
