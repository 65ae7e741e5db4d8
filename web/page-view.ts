import type { CheckAnswer } from "../core/check/index.ts";
import type { FunnelAnswer } from "../core/funnel/index.ts";
import type { SoundPlan } from "../core/plan/index.ts";

/** Where the shown plan comes from: a published version, or a working copy that nobody has published. */
export interface Provenance {
  readonly version: number | undefined;
  readonly commit: string | undefined;
  readonly publishedAt: string | undefined;
  readonly worktree: boolean;
  readonly hold?: ShownHold;
}

/** Why what is merged does not go live: somebody stopped publishing, or took a version back. */
export interface ShownHold {
  readonly kind: "freeze" | "rollback";
  readonly reason: string;
  readonly actor: string;
  /** When it began, UTC as `Date.toISOString` writes it. */
  readonly since: string;
  /** The version that was taken back. */
  readonly rejectedVersion?: number;
}

/** Another plan that the page leads to. */
export interface OtherPlan {
  readonly id: string;
  readonly title: string;
  /** A path on this server; anything else is not linked. */
  readonly href: string;
}

/** Everything that the page shows; plain answers of the core, so that the server computes and the page only tells. */
export interface PageView {
  readonly plan: SoundPlan;
  readonly check: CheckAnswer;
  readonly funnel: FunnelAnswer;
  readonly provenance: Provenance;
  readonly otherPlans: readonly OtherPlan[];
}
