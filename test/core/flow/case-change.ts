import type { CaseInput } from "./case-input.ts";

/** One change to a case's input; the path is written like `stages[0].convert`. */
export interface InputChange {
  readonly path: string;
  readonly value: unknown;
}

type Node = Record<string | number, unknown>;

/** The input with one value replaced or added. */
export function changedInput(input: CaseInput, { path, value }: InputChange): CaseInput {
  const copy = structuredClone(input);
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  let node = copy as unknown as Node;
  for (const key of keys.slice(0, -1)) {
    node[key] ??= {};
    node = node[key] as Node;
  }
  node[keys.at(-1) ?? ""] = value;
  return copy;
}
