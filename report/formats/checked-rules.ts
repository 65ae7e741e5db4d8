import { rules, type SilencedFinding } from "../../core/check/index.ts";
import type { Finding, Findings, Severity } from "../../core/finding.ts";

/** What formats for other tools need of one checked plan. Paths in it are relative to the root. */
export interface FolderFindings {
  readonly folder: string;
  readonly findings: Findings;
  /** What exceptions silence. */
  readonly silenced: readonly SilencedFinding[];
  /** The paths of the plan's documents. */
  readonly documents: readonly string[];
  /** The ids of the rules that ran; none for documents that make no plan. */
  readonly rulesRun: readonly string[];
}

/** The ids of the rules that ran over a sound plan. */
export function rulesRunWithout(notRun: readonly string[]): readonly string[] {
  return rules.map((rule) => rule.id).filter((id) => !notRun.includes(id));
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings with the heaviest first, else in their order. */
export function heaviestFirst(findings: Findings): readonly Finding[] {
  return findings.toSorted((a, b) => weights[a.severity] - weights[b.severity]);
}

/** Words in the order of their code units, each once. */
export function sortedOnce(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
