import { SourceRefusal } from "../source/source.ts";
import { readCommit, readHead } from "../store/plan-head.ts";
import type { Head } from "../store/plan-record.ts";
import type { Table } from "../store/table.ts";
import {
  type Refusal,
  whyFrozen,
  whyNotDescendant,
  whyRejected,
  whyUnknownHistory,
} from "./refused.ts";
import { rejectionOf, type ToldContent } from "./rejected.ts";

/** What the gates ask. */
export interface GateDependencies {
  readonly table: Table;
  /**
   * True when `older` is a first-parent ancestor of `newer`.
   *
   * @throws SourceRefusal when history does not reach that far, which is a reason to refuse.
   */
  readonly isAncestor: (older: string, newer: string) => Promise<boolean>;
}

/** What wants to be live: a commit and, where it has content that could be, what tells it from another. */
export interface Candidate {
  readonly commit: string;
  readonly content?: ToldContent;
}

/** `earlier`: the observed commit already continues this one. */
async function orderOf(
  { isAncestor }: GateDependencies,
  commit: string,
  observedCommit: string,
): Promise<"earlier" | "later" | Refusal> {
  try {
    if (await isAncestor(commit, observedCommit)) return "earlier";
    if (await isAncestor(observedCommit, commit)) return "later";
  } catch (error) {
    if (error instanceof SourceRefusal) return whyUnknownHistory(error);
    throw error;
  }
  return whyNotDescendant(commit, observedCommit);
}

/** Every reason why this must not go live on this head, none when it may; `superseded` when a newer commit was processed before. */
export async function judge(
  dependencies: GateDependencies,
  head: Head,
  { commit, content }: Candidate,
): Promise<"superseded" | readonly Refusal[]> {
  const { live, observedCommit, hold } = head;
  const order = await orderOf(dependencies, commit, observedCommit);
  if (order === "earlier") return "superseded";
  const rejection = content === undefined ? undefined : rejectionOf(head, content);
  return [
    ...(order === "later" ? [] : [order]),
    ...(hold?.kind === "freeze" ? [whyFrozen(hold)] : []),
    ...(rejection === undefined ? [] : [whyRejected(live.plan, rejection)]),
  ];
}

/** What else stands in the way of a commit that cannot be published anyhow; nothing when it was processed, or passed over, before. */
export async function furtherReasons(
  dependencies: GateDependencies,
  plan: string,
  candidate: Candidate,
): Promise<readonly Refusal[]> {
  const { table } = dependencies;
  const head = await readHead(table, plan);
  if (head === undefined) return [];
  if ((await readCommit(table, plan, candidate.commit)) !== undefined) return [];
  const judged = await judge(dependencies, head, candidate);
  return judged === "superseded" ? [] : judged;
}
