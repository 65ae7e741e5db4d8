import type { Influence, SegmentSensitivity } from "../core/funnel/index.ts";
import type { Business } from "../core/plan/index.ts";
import { numberText, shareText, wholeAmountText } from "../core/wording.ts";
import { shortMoney } from "./number.ts";
import { nameOf } from "./words.ts";

/** Words for what moves a plan's result, which the report and its drawing share. */

/** A step by its two stages: `Committing to Customer`. */
export const stepName = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${nameOf(from)} to ${nameOf(to)}`;

/** What a deal of a kind is called. */
export const dealNames: Readonly<Record<Business, string>> = {
  new: "a new deal",
  expansion: "an expansion",
  renewal: "a renewal",
};

/** An influence without its segment: the step, or the deal whose value it is. */
export const influenceName = (influence: Influence): string =>
  influence.of === "value" ? `Value of ${dealNames[influence.business]}` : stepName(influence);

/** A value of an influence in short: `61 %`, `24 days`, `240,000`. */
export function valueText(of: Influence["of"], value: number): string {
  if (of === "conversion") return shareText(value);
  return of === "duration" ? `${numberText(value)} days` : numberText(value, 0);
}

/** An amount with its sign, in short: `+710 k`, `−62 k`. */
export const signedMoney = (value: number): string =>
  value > 0.5 ? `+${shortMoney(value)}` : shortMoney(Math.abs(value) < 0.5 ? 0 : value);

/** An amount to three digits, which is all that a realistic change deserves: `EUR 710,000`. */
export const roundAmount = (value: number, currency: string): string =>
  wholeAmountText(Number(value.toPrecision(3)), currency);

/** An influence with the segment that it moves. */
export interface Ranked {
  readonly segment: SegmentSensitivity;
  readonly influence: Influence;
}

/** Every influence that moves the revenue by the deadline for the better, the strongest first. */
export function ranked(segments: readonly SegmentSensitivity[]): readonly Ranked[] {
  return segments
    .flatMap((segment) => segment.influences.map((influence) => ({ segment, influence })))
    .filter(({ influence }) => influence.better.byDeadline.revenue > 0.5)
    .toSorted(
      (a, b) => b.influence.better.byDeadline.revenue - a.influence.better.byDeadline.revenue,
    );
}
