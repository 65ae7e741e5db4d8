/** How often a property runs: a few hundred times by default, 100,000 times in the verify tier. */
export const runs = (base: number): number =>
  process.env["JOINTPLAN_TIER"] === "verify" ? 100_000 : base;

/** How long a property may take. */
export const patience = { timeout: 1_200_000 };
