import type { Basis, Conversion } from "../../../schemas/documents.generated.ts";
import { countText, numberText, shareNumberText, shareText } from "../../wording.ts";
import type { Rule, RuleFinding } from "../rule.ts";
import { type StatedRate, statedRates } from "./stated-rates.ts";

const fewestTrials = 30;
const fewestSuccesses = 5;

/** How far a stated rate may lie from its own count: half a percentage point and one percent of the count. */
const tolerance = (measured: number): number => 0.005 + 0.01 * measured;

type Flaw = Pick<RuleFinding, "message" | "help" | "data"> & { readonly within: string };

/** Too few were counted to tell the rate from its neighbours. */
function tooFew({ successes, trials }: Basis, value: number, name: string): readonly Flaw[] {
  const [actual, limit, what, key] =
    trials < fewestTrials
      ? [trials, fewestTrials, "entries", "trials"]
      : [successes, fewestSuccesses, "who went on", "successes"];
  if (actual >= limit || (key === "successes" && value === 1)) return [];
  const counted =
    key === "trials"
      ? countText(trials, "entry", "entries")
      : `${numberText(successes)} who went on`;
  return [
    {
      within: `basis/${key}`,
      message: `${name} rests on ${counted}; fewer than ${limit} say little about the next ones.`,
      help: "Count a longer time, or take the rate of a similar segment until more is known.",
      data: { actual: String(actual), limit: String(limit), unit: what },
    },
  ];
}

/** The stated rate is not the one that was counted. */
function differs({ successes, trials }: Basis, value: number, name: string): readonly Flaw[] {
  const measured = successes / trials;
  if (Math.abs(value - measured) <= tolerance(measured)) return [];
  return [
    {
      within: "value",
      message: `${name} is stated as ${shareText(value)}, but ${numberText(successes)} of ${numberText(trials)} are ${shareText(measured)}.`,
      help:
        measured > 1
          ? "More went on than entered; count both again, for those who entered in the same time."
          : `Write ${shareNumberText(measured)}, or state the other rate as "assumed" and say why.`,
      data: {
        actual: String(value),
        limit: String(Number(measured.toPrecision(10))),
        unit: "share",
      },
    },
  ];
}

function assumed({ value, assumed: why }: Conversion, name: string): readonly Flaw[] {
  if (why === undefined) return [];
  return [
    {
      within: "assumed",
      message: `${name}, ${shareText(value)}, is assumed; nobody has measured it yet.`,
      help: `Count who enters and who goes on, in last year's records too, and replace "assumed" by a "basis" once ${fewestTrials} have entered.`,
      data: { actual: "0", limit: String(fewestTrials), unit: "entries" },
    },
  ];
}

function flawsOf({ conversion, name }: StatedRate): readonly Flaw[] {
  const { basis, value } = conversion;
  return basis === undefined
    ? assumed(conversion, name)
    : [...tooFew(basis, value, name), ...differs(basis, value, name)];
}

/** "Exactly how many" rests on given progression: a rate says what it was counted from, and enough of it. */
export const rateUnsupported: Rule = {
  id: "journey/rate-unsupported",
  severity: "warning",
  summary: `Every rate was counted from at least ${fewestTrials} entries and ${fewestSuccesses} who went on, and is what was counted.`,
  teams: ["marketing", "sales"],
  check: ({ plan }) =>
    statedRates(plan).flatMap((rate) =>
      flawsOf(rate).map(({ within, ...flaw }) => ({
        ...flaw,
        at: { document: "journey", pointer: `${rate.pointer}/${within}` },
        teams: rate.teams,
        subject: `${rate.subject}/${within}`,
      })),
    ),
};
