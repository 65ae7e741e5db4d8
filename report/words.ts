import type { Team } from "../core/finding.ts";

/** An id as people read it: `ready-to-talk` as `Ready to talk`. Stage titles are whole sentences, too long for tables. */
export function nameOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

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
