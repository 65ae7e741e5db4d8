import { type DeadlineWindows, windowSums } from "./deadline-windows.ts";
import type { Response } from "./response.ts";

/**
 * Where a month's deadline stands: already `covered`; `reachable` within the recovery allowed; a `stretch` beyond it;
 * `decided`, because new prospects can hardly move it; `impossible`, because none can win in time.
 */
export type DeadlineStatus = "covered" | "reachable" | "stretch" | "decided" | "impossible";

/**
 * The deadline of one month, in wins counted over its window.
 *
 * `wanted` is the target, `due` what new prospects must bring of it, `supply` what the natural inflow would bring,
 * `reach[m]` the wins per prospect of month m. `crashFactor` = due / supply: how many times the natural inflow would be
 * needed from the first month; null is infinite. `asked` is what the plan is held to. Source: docs/funnel-mathematics.md 2.5, steps 2-4 and 7.
 */
export interface Deadline {
  readonly from: number;
  readonly hard: boolean;
  readonly wanted: number;
  readonly due: number;
  readonly supply: number;
  readonly reach: Float64Array;
  readonly crashFactor: number | null;
  readonly status: DeadlineStatus;
  readonly asked: number;
}

/** What the deadlines are judged by; kappa and phi of docs/funnel-mathematics.md 2.5, and most entries per month. */
export interface DeadlineTerms {
  readonly recovery: number;
  readonly gate: number;
  readonly caps?: readonly number[] | undefined;
}

const weighted = (reach: Float64Array, inflow: readonly number[]): number => {
  let sum = 0;
  for (let m = 0; m < reach.length; m++) sum += (reach[m] ?? 0) * (inflow[m] ?? 0);
  return sum;
};

/** Wins within each deadline's window per prospect of each month of entry; shape `[deadline][month of entry]`. */
function reaches(wins: readonly Float64Array[], from: readonly number[]): readonly Float64Array[] {
  const rows: Float64Array[] = [];
  for (const [t, row] of wins.entries()) {
    const sum = row.slice();
    const before = rows[t - 1];
    if (before !== undefined && from[t] === from[t - 1]) {
      for (let m = 0; m < sum.length; m++) sum[m] = (sum[m] ?? 0) + (before[m] ?? 0);
    }
    rows.push(sum);
  }
  return rows;
}

/** Every month's deadline, for the response, the wins expected anyway (`credit`), the targets and the natural inflow; each shape `[month]`. */
export function deadlines(
  { wins }: Response,
  credit: readonly number[],
  targets: readonly number[],
  natural: readonly number[],
  { from, hard }: DeadlineWindows,
  { recovery, gate, caps }: DeadlineTerms,
): readonly Deadline[] {
  const wantedSums = windowSums(targets, from);
  const creditSums = windowSums(credit, from);
  const allowed = natural.map((each, m) =>
    Math.min(recovery * each, caps?.[m] ?? Number.POSITIVE_INFINITY),
  );
  // A little room inside the caps keeps the asked rows feasible.
  const room = caps === undefined ? 1 : 0.995;
  return reaches(wins, from).map((reach, t) => {
    const wanted = wantedSums[t] ?? 0;
    const due = wanted - (creditSums[t] ?? 0);
    const supply = weighted(reach, natural);
    const most = caps === undefined ? recovery * supply : weighted(reach, allowed) * room;
    const steer = wanted > 0 ? supply / wanted : 0;
    const within = Math.min(due, Math.min(1, steer / gate) * most);
    const status = statusOf(due, supply, wanted, within, steer >= gate);
    const asked = status === "covered" ? 0 : within;
    const crashFactor = status === "impossible" ? null : status === "covered" ? 0 : due / supply;
    const start = from[t] ?? 0;
    return {
      from: start,
      hard: hard[t] ?? true,
      wanted,
      due,
      supply,
      reach,
      crashFactor,
      status,
      asked,
    };
  });
}

function statusOf(
  due: number,
  supply: number,
  wanted: number,
  asked: number,
  steerable: boolean,
): DeadlineStatus {
  if (due <= 1e-9 * Math.max(1, wanted)) return "covered";
  if (supply <= 1e-12 * wanted) return "impossible";
  if (due <= asked * (1 + 1e-12)) return "reachable";
  return steerable ? "stretch" : "decided";
}
