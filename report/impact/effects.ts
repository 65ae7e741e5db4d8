import type { Block, Cell } from "../block.ts";
import { clipped } from "../svg/markup.ts";
import { teamNames } from "../words.ts";
import type { Ask } from "./asks.ts";
import { reachedTeams, type ToldChange } from "./change-words.ts";
import { isAgreement } from "./movements.ts";
import { notThere, relativeWords } from "./value-words.ts";
import type { Carried } from "./workload-rows.ts";

/** At most so many rows; the rest is counted. */
const mostRows = 30;

/** At most so many characters of a value stand in a cell. */
const longestCell = 80;

/** A text that fits into a cell. */
export const cellWords = (text: string): string => clipped(text, longestCell);

/** The difference as it is shown, with its share: `+1,253 (+25 %)`. */
function difference({
  before,
  after,
  moved,
  show,
}: Pick<Ask, "before" | "after" | "moved" | "show">): string {
  const by = Math.round((after - before) * 10) / 10;
  if (by === 0) return moved ? "in other months" : "–";
  const relative = relativeWords(before, after);
  const sign = by > 0 ? "+" : "−";
  return `${sign}${show(Math.abs(by))}${relative === undefined ? "" : ` (${relative})`}`;
}

const askRow = (ask: Ask): readonly Cell[] => [
  `${ask.what}, ${ask.segment}`,
  ask.to === undefined || ask.to === ask.team
    ? teamNames[ask.team]
    : `${teamNames[ask.team]} to ${teamNames[ask.to]}`,
  ask.show(ask.before),
  ask.show(ask.after),
  { text: difference(ask), tone: "strong" },
];

const carriedRow = (carried: Carried): readonly Cell[] => [
  carried.what,
  carried.who,
  carried.show(carried.before),
  carried.show(carried.after),
  { text: difference(carried), tone: "strong" },
];

function agreementRow(told: ToldChange): readonly Cell[] {
  const { where, before, after, by } = told;
  return [
    where,
    reachedTeams(told) ?? "nobody",
    cellWords(before),
    cellWords(after),
    {
      text: by ?? (before === notThere ? "new" : after === notThere ? "gone" : "changed"),
      tone: "strong",
    },
  ];
}

/** What each function must do, with which hours and money, over the whole plan, where it changes: a sentence and a table; a sentence where nothing does. */
export function effectBlocks(
  asks: readonly Ask[],
  carried: readonly Carried[],
  told: readonly ToldChange[],
  labels: { readonly before: string; readonly after: string },
): readonly Block[] {
  const rows = [
    ...asks.filter(({ moved }) => moved).map(askRow),
    ...carried.map(carriedRow),
    ...told.filter(isAgreement).map(agreementRow),
  ];
  if (rows.length === 0) return [];
  const hidden = rows.length - mostRows;
  return [
    { kind: "text", text: "What changes for whom, over the whole plan:" },
    {
      kind: "table",
      caption: "What changes for whom",
      columns: [
        { title: "What", numeric: false },
        { title: "Who", numeric: false },
        { title: labels.before, numeric: true },
        { title: labels.after, numeric: true },
        { title: "Change", numeric: true },
      ],
      rows: rows.slice(0, mostRows),
    },
    ...(hidden > 0
      ? [{ kind: "text", text: `${hidden} more rows stand in --format json.` } as const]
      : []),
  ];
}
