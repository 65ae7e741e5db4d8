import { documentKinds, print } from "../../core/document/index.ts";
import approvals from "./approvals.json" with { type: "json" };
import compensation from "./compensation.json" with { type: "json" };
import journey from "./journey.json" with { type: "json" };
import leadDefinition from "./lead-definition.json" with { type: "json" };
import plan from "./plan.json" with { type: "json" };
import sla from "./sla.json" with { type: "json" };
import targets from "./targets.json" with { type: "json" };

/** The year in which the lean plan stands in this folder. */
const writtenFor = plan.start.slice(0, 4);

const documents = {
  plan,
  journey,
  targets,
  "lead-definition": leadDefinition,
  sla,
  compensation,
  approvals,
} as const;

/** A file to be written: its name and its text. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** The plan that a team begins with: one segment, the seven documents every plan needs, notes on what to change. */
export function leanPlan(id: string, year: number): readonly NewFile[] {
  return documentKinds.flatMap(({ kind }) => {
    if (!(kind in documents)) return [];
    const document = new Map<string, object>(Object.entries(documents)).get(kind);
    const value = kind === "plan" ? { ...document, id } : document;
    return [{ name: `${kind}.json`, text: print(value).replaceAll(writtenFor, String(year)) }];
  });
}
