/** How it is known that both teams agreed to a version; everything beside its kind is for tools. */
export interface KnownEvidence {
  readonly kind: string;
}

/** True when something proves who agreed. */
export const isEvidence = ({ kind }: KnownEvidence): boolean => kind !== "none";

/** How it is known that both teams agreed, in a few words. */
export const evidenceText = (evidence: KnownEvidence): string =>
  isEvidence(evidence) ? `by ${evidence.kind.replaceAll("-", " ")}` : "nothing proves it";
