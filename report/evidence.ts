/** How it is known that both teams agreed to a version; everything beside its kind is for tools. */
export interface KnownEvidence {
  readonly kind: string;
  /** With `override`: who decided without the others. */
  readonly by?: unknown;
  /** With `override`: why. */
  readonly reason?: unknown;
}

/** True when somebody decided without the others: that is known, and no agreement. */
export const isOverride = ({ kind }: KnownEvidence): boolean => kind === "override";

/** True when something proves who agreed. */
export const isEvidence = ({ kind }: KnownEvidence): boolean => kind !== "none";

/** How it is known that both teams agreed, in a few words. */
export function evidenceText(evidence: KnownEvidence): string {
  if (isOverride(evidence)) {
    const { by, reason } = evidence;
    return `overridden by ${typeof by === "string" ? by : "somebody"}: ${typeof reason === "string" ? reason : "no reason was kept"}`;
  }
  return isEvidence(evidence) ? `by ${evidence.kind.replaceAll("-", " ")}` : "nothing proves it";
}
