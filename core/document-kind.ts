import type { DocumentByKind } from "../schemas/documents.generated.ts";

/** A kind of document: the name of its file without `.json`, and of its schema. */
export type DocumentKind = keyof DocumentByKind;

/** What a plan folder may hold, in the order in which a reader should meet it. */
export const documentKinds = [
  { kind: "plan", required: true, holds: "the goal and the frame" },
  { kind: "customers", required: false, holds: "who we want and why they buy" },
  { kind: "journey", required: true, holds: "the buyer's journey and its numbers" },
  { kind: "targets", required: true, holds: "what must be won" },
  { kind: "lead-definition", required: true, holds: "what a sales-ready lead is" },
  { kind: "sla", required: true, holds: "what each side owes the other" },
  { kind: "tactics", required: false, holds: "how each step is caused" },
  { kind: "content", required: false, holds: "one voice, and usable content" },
  { kind: "resources", required: false, holds: "one budget and shared people" },
  { kind: "compensation", required: true, holds: "shared goals in both teams' pay" },
  { kind: "calendar", required: false, holds: "when people work" },
  { kind: "approvals", required: true, holds: "who must agree to what" },
  { kind: "sources", required: false, holds: "where facts come from" },
] as const satisfies readonly {
  readonly kind: DocumentKind;
  readonly required: boolean;
  readonly holds: string;
}[];

/** The kinds without which there is no plan. */
export type RequiredKind = Extract<
  (typeof documentKinds)[number],
  { readonly required: true }
>["kind"];

/** The kind that a file name stands for, or `undefined`. */
export function kindOf(name: string): DocumentKind | undefined {
  return documentKinds.find((each) => `${each.kind}.json` === name)?.kind;
}
