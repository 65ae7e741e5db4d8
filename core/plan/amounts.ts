import type { DocumentKind, LoadedDocuments } from "../document/index.ts";
import type { Pointer } from "../finding.ts";
import { type Currency, type Minor, moneyFrom } from "../money.ts";
import type { Problems } from "./problem.ts";

/** Reads the exact amount at a place; `undefined` when nothing stands there. */
export type ReadAmount = (document: DocumentKind, pointer: Pointer) => Minor | undefined;

/** Reads amounts from the documents' source text, and refuses those that the currency cannot carry. */
export function amountReader(
  documents: LoadedDocuments,
  currency: Currency,
  problems: Problems,
): ReadAmount {
  return (document, pointer) => {
    const literal = documents[document]?.parsed.sourceOf(pointer);
    if (literal === undefined) return undefined;
    const amount = moneyFrom(literal, currency);
    if (amount.ok) return amount.value;
    const { reason, found, limit } = amount.error;
    problems.add(
      "document/money-precision",
      { document, pointer },
      reason === "decimals"
        ? `${literal} has ${found === 1 ? "1 decimal" : `${found} decimals`}; ${currency.code} has ${limit === 0 ? "none" : limit}.`
        : `${literal} has ${found} digits; an amount keeps at most ${limit}.`,
      reason === "decimals"
        ? `A point marks decimals, never thousands. Write it without, or round it to ${limit === 0 ? `whole ${currency.code}` : `${limit} decimals`}.`
        : "Round it; nobody agrees on so many digits.",
    );
    return undefined;
  };
}

/** Reads every agreed amount outside the targets and the journey once, so that a wrong one is found even where nothing computes with it. */
export function readOtherAmounts(documents: LoadedDocuments, read: ReadAmount): void {
  const { plan, sla, tactics } = documents;
  for (const [part, goal] of Object.entries(plan.value.goal)) {
    if (typeof goal === "object" && "unit" in goal && goal.unit === "money")
      read("plan", `/goal/${part}/target`);
  }
  for (const [index, duty] of sla.value.duties.entries()) {
    for (const each of (duty.supply?.commitments ?? []).keys()) {
      read("sla", `/duties/${index}/supply/commitments/${each}/valuePerMonth`);
    }
  }
  for (const index of (tactics?.value.tactics ?? []).keys())
    read("tactics", `/tactics/${index}/spend`);
  const { resources, compensation, "lead-definition": lead } = documents;
  if (resources?.value.budget !== undefined) read("resources", "/budget/total");
  for (const index of (resources?.value.budget?.lines ?? []).keys()) {
    read("resources", `/budget/lines/${index}/amount`);
  }
  for (const index of compensation.value.rolePlans.keys()) {
    read("compensation", `/rolePlans/${index}/payAtTarget`);
  }
  for (const index of (lead.value.grades ?? []).keys()) {
    read("lead-definition", `/grades/${index}/value`);
  }
}
