import type { Month } from "../core/calendar-date.ts";
import type { Team } from "../core/finding.ts";
import {
  type FunnelAnswer,
  hiresFor,
  hireText,
  type RoleStaffing,
  type RoleWorkload,
  tooLateText,
} from "../core/funnel/index.ts";
import { listText, monthsText, monthText } from "../core/wording.ts";
import type { Block, Cell, TableBlock } from "./block.ts";
import { type MonthRange, monthColumns, row, yearly } from "./funnel-tables.ts";
import { whole } from "./number.ts";
import { teamNames } from "./words.ts";

/** Who carries the plan: a sentence for each function, then the hours of each role by month. */
export function workloadBlocks(answer: FunnelAnswer): readonly Block[] {
  if (answer.workload.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Who carries it" },
    { kind: "list", items: workloadSentences(answer) },
    {
      kind: "text",
      text: "Hours of each role: needed for activities and follow-up, and available when active deals have taken theirs:",
    },
    ...yearly(answer.months).map((range) => hoursTable(answer, range)),
  ];
}

/** A role and the people who are stated for it. */
interface Staffed {
  readonly work: RoleWorkload;
  readonly staffing: RoleStaffing;
}

/** Whether each function has the hours that the plan asks of it, and whom to hire where it has not. */
export function workloadSentences(answer: FunnelAnswer): readonly string[] {
  const { workload } = answer;
  const teams = [...new Set(workload.map(({ team }) => team))];
  const unstated = workload.filter(({ staffing }) => staffing === undefined);
  return [
    ...teams.flatMap((team) =>
      teamSentence(
        team,
        workload.flatMap((work): readonly Staffed[] =>
          work.team !== team || work.staffing === undefined
            ? []
            : [{ work, staffing: work.staffing }],
        ),
        answer,
      ),
    ),
    ...(unstated.length === 0
      ? []
      : [
          `Nobody says in resources.json ("staff") how many people there are for: ${listText(unstated.map(({ title }) => title))}.`,
        ]),
  ];
}

const isOver = ({ missing }: RoleStaffing): boolean => missing.some((hours) => hours > 0);

function teamSentence(
  team: Team | undefined,
  roles: readonly Staffed[],
  answer: FunnelAnswer,
): readonly string[] {
  if (roles.length === 0) return [];
  const name = team === undefined ? "The roles above the functions" : teamNames[team];
  const [is, has] = team === undefined ? ["are", "have"] : ["is", "has"];
  const over = roles.filter(({ staffing }) => isOver(staffing));
  if (over.length === 0) {
    const closest = closestTo(roles, answer.months);
    return [
      `${name} ${has} the hours that the plan needs${closest === "" ? "" : `; closest is ${closest}`}.`,
    ];
  }
  const months = answer.months.filter((_, month) =>
    over.some(({ staffing }) => (staffing.missing[month] ?? 0) > 0),
  );
  return [
    `${name} ${is} over capacity in ${monthsText(months)}. ${over.map((each) => overText(each, answer)).join(" ")}`,
  ];
}

/** Hours needed and available in a month, as the table shows them. */
const hoursIn = ({ work, staffing }: Staffed, month: number): readonly [string, string] => [
  whole(Math.round(work.needed[month] ?? 0)),
  whole(Math.round(staffing.available[month] ?? 0)),
];

function overText(each: Staffed, { months, asOf }: FunnelAnswer): string {
  const { missing } = each.staffing;
  const worst = missing.indexOf(Math.max(...missing));
  const advice = hiresFor(each.work, months, asOf);
  const ways = [hireText(advice), tooLateText(advice)].filter((way) => way !== "");
  const alone = missing.filter((hours) => hours > 0).length === 1;
  const when = alone ? "" : ` in ${monthText(months[worst] ?? "")}, the worst month,`;
  const [needed, available] = hoursIn(each, worst);
  return `${each.work.title} needs ${needed} hours${when} and has ${available}${ways.length === 0 ? "" : `: ${ways.join("; ")}`}.`;
}

/** The role and month with the least time to spare; nothing where nobody has anything to do. */
function closestTo(roles: readonly Staffed[], months: readonly Month[]): string {
  const each = roles.flatMap((staffed) =>
    months.map((_, month) => {
      const needed = (staffed.work.needed[month] ?? 0) + (staffed.work.activeDeals[month] ?? 0);
      const capacity = staffed.staffing.capacity[month] ?? 0;
      return { staffed, month, share: needed === 0 ? 0 : needed / capacity };
    }),
  );
  const most = Math.max(...each.map(({ share }) => share));
  const found = each.find(({ share }) => share === most);
  if (found === undefined || most === 0) return "";
  const month = monthText(months[found.month] ?? "");
  return `${found.staffed.work.title} in ${month}, ${hoursIn(found.staffed, found.month).join(" of ")} hours`;
}

/** Hours needed and available, by role and month. */
function hoursTable({ workload, months }: FunnelAnswer, range: MonthRange): TableBlock {
  return {
    kind: "table",
    caption: "Hours needed and available, by role",
    columns: monthColumns("Role", months, range),
    rows: workload.flatMap(({ title, needed, staffing }) => [
      warned(row({ text: `${title}: needed`, tone: "strong" }, rounded(needed), range, whole), {
        missing: staffing?.missing.slice(...range) ?? [],
      }),
      staffing === undefined
        ? [`${title}: available`, ...months.slice(...range).map(() => "?"), "?"]
        : row(`${title}: available`, rounded(staffing.available), range, whole),
    ]),
  };
}

/** Whole hours, so that rows add up as they are shown. */
const rounded = (hours: readonly number[]): readonly number[] => hours.map(Math.round);

/** A row whose cells warn in the months in which hours are missing. */
const warned = (
  cells: readonly Cell[],
  { missing }: { readonly missing: readonly number[] },
): readonly Cell[] =>
  cells.map((cell, column) =>
    typeof cell === "string" && (missing[column - 1] ?? 0) > 0
      ? { text: cell, tone: "warning" }
      : cell,
  );
