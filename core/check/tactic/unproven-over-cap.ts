import { amountText, shareText } from "../../wording.ts";
import { amountAt, sumOf } from "../amounts.ts";
import type { Rule } from "../rule.ts";
import { activeTactics } from "./tactics.ts";

/** A share as a whole number of 10⁻¹⁵, so that it is compared with money exactly. */
const whole = 10n ** 15n;
const exactShare = (share: number): bigint => BigInt(Math.round(share * 1e15));

/** Money goes into what has a clear and provable role; what is still being tried gets a limited part of it. */
export const unprovenOverCap: Rule = {
  id: "tactic/unproven-over-cap",
  severity: "warning",
  summary: "Tactics not yet proven get at most the agreed share of all spend.",
  teams: ["marketing", "sales"],
  check: ({ plan, related }) => {
    const cap = plan.documents.tactics?.value.unprovenCap;
    if (cap === undefined) return [];
    const active = activeTactics(plan).map((each) => ({
      ...each,
      spend: amountAt(plan, { document: "tactics", pointer: `${each.pointer}/spend` }),
    }));
    const unproven = active
      .filter(({ tactic, spend }) => tactic.state !== "proven" && spend > 0n)
      .toSorted((a, b) => (a.spend === b.spend ? 0 : a.spend > b.spend ? -1 : 1));
    const all = sumOf(active.map(({ spend }) => spend));
    const tried = sumOf(unproven.map(({ spend }) => spend));
    if (tried * whole <= exactShare(cap) * all) return [];
    const share = Number(tried) / Number(all);
    const over = tried - (exactShare(cap) * all) / whole;
    return [
      {
        at: { document: "tactics", pointer: "/unprovenCap" },
        message: `${amountText(tried, plan.currency)} of ${amountText(all, plan.currency)} (${shareText(share)}) goes into tactics that are proposed or being tested; agreed is at most ${shareText(cap)}, which is ${amountText(over, plan.currency)} less.`,
        help: `Prove or drop one of them, or spend less on it; the largest is "${unproven[0]?.tactic.id ?? ""}" with ${amountText(unproven[0]?.spend ?? 0n, plan.currency)}.`,
        related: unproven
          .slice(0, 5)
          .map(({ tactic, pointer, spend }) =>
            related(
              { document: "tactics", pointer: `${pointer}/spend` },
              `"${tactic.id}", ${tactic.state}: ${amountText(spend, plan.currency)}`,
            ),
          ),
        teams: [...new Set(unproven.flatMap(({ tactic }) => tactic.functions))],
        data: {
          actual: String(Number(share.toPrecision(10))),
          limit: String(cap),
          unit: "share of spend",
        },
        subject: "unproven-cap",
      },
    ];
  },
};
