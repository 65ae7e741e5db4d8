import { type DocumentByKind } from "../../schemas/documents.generated.ts";

/** A kind of document: the name of its file without `.json`, and of its schema. */
export type DocumentKind = keyof DocumentByKind;

/** What a plan folder may hold, in the order in which a reader should meet it. */
export const documentKinds: readonly {
  readonly kind: DocumentKind;
  readonly required: boolean;
  readonly holds: string;
}[] = [
  { kind: "plan", required: true, holds: "the goal and the frame" },
  { kind: "journey", required: true, holds: "the buyer's journey and its numbers" },
  { kind: "targets", required: true, holds: "what must be won" },
  { kind: "sla", required: true, holds: "what each side owes the other" },
  { kind: "tactics", required: false, holds: "how each step is caused" },
];

/** The kind that a file name stands for, or `undefined`. */
export function kindOf(name: string): DocumentKind | undefined {
  return documentKinds.find((each) => `${each.kind}.json` === name)?.kind;
}
