import type { Team } from "../core/finding.ts";

export { nameOf } from "../core/wording.ts";

/** The functions as headings name them. */
export const teamNames: Readonly<Record<Team, string>> = {
  marketing: "Marketing",
  sales: "Sales",
  success: "Customer success",
};

/** The sum of a series. */
export function total(series: readonly number[]): number {
  return series.reduce((sum, each) => sum + each, 0);
}
