/**
 * New deals per month that a revenue target leaves to new business after the existing business is counted; shape `[month]`.
 * `existingWins` are the renewals or expansions that {@link forward} expects of current customers. Never below 0. Source: docs/funnel-mathematics.md 1.7.
 */
export function newDealsNeeded(
  totalRevenue: readonly number[],
  existingWins: readonly number[],
  existingValue: number,
  newDealValue: number,
): readonly number[] {
  return totalRevenue.map((revenue, month) =>
    Math.max(0, (revenue - (existingWins[month] ?? 0) * existingValue) / newDealValue),
  );
}
