import {
  type FunnelAnswer,
  type HireAdvice,
  hiresFor,
  type RoleWorkload,
} from "../core/funnel/index.ts";
import { digits, series } from "./digits.ts";

/** The work of every role as JSON: hours to 10 significant digits, and whom to hire by when. */
export function workloadBody({ workload, months, asOf }: FunnelAnswer): readonly object[] {
  return workload.map((work) => ({
    role: work.role,
    title: work.title,
    ...(work.team === undefined ? {} : { function: work.team }),
    attempts: series(work.attempts),
    activities: series(work.activities),
    activeDeals: series(work.activeDeals),
    needed: series(work.needed),
    ...staffingBody(work),
    ...adviceBody(hiresFor(work, months, asOf)),
  }));
}

const adviceBody = ({ hires, tooLate }: HireAdvice): object => ({
  hires,
  tooLate: tooLate.map((gap) => ({ ...gap, hours: digits(gap.hours) })),
});

function staffingBody({ staffing, needed, activeDeals }: RoleWorkload): object {
  if (staffing === undefined) return {};
  return {
    staffing: {
      headcount: series(staffing.headcount),
      capacity: series(staffing.capacity),
      available: series(staffing.available),
      missing: series(staffing.missing),
      utilisation: needed.map((hours, month) => {
        const [taken, capacity] = [
          hours + (activeDeals[month] ?? 0),
          staffing.capacity[month] ?? 0,
        ];
        return capacity === 0 ? null : digits(taken / capacity);
      }),
    },
  };
}
