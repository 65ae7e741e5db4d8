import type { FunnelComparison } from "../../core/funnel/index.ts";
import { countText, listText, numberText } from "../../core/wording.ts";
import type { Block, Cell, DetailsBlock } from "../block.ts";
import { differenceBlocks } from "../comparison.ts";
import { count } from "../number.ts";
import { reachedTeams, type ToldChange } from "./change-words.ts";
import { cellWords } from "./effects.ts";

/** Where a change stands in the files, such as `plans/acme-2027/journey.json:112`; absent on the side that has nothing there. */
export interface ChangeLines {
  readonly base?: string;
  readonly head?: string;
}

/** At most so many changes are listed; the rest is counted. */
const mostChanges = 100;

const weights = { major: "major", minor: "minor", editorial: "wording" } as const;

function changeRow(told: ToldChange, linesOf: (told: ToldChange) => ChangeLines): readonly Cell[] {
  const { changes, where, before, after } = told;
  const [first] = changes;
  const { base, head } = linesOf(told);
  const line = head ?? (base === undefined ? "" : `was at ${base}`);
  return [
    first === undefined ? "" : weights[first.class],
    where,
    cellWords(before),
    cellWords(after),
    reachedTeams(told) ?? "nobody",
    line,
  ];
}

/** Every change of the documents, with its weight, whom it reaches, and its line. */
export function changeDetails(
  told: readonly ToldChange[],
  linesOf: (told: ToldChange) => ChangeLines,
): DetailsBlock {
  const hidden = told.length - mostChanges;
  return {
    kind: "details",
    summary: `What changed in the plan (${countText(told.length, "change")})`,
    blocks: [
      {
        kind: "table",
        caption: "What changed in the plan",
        columns: ["Weight", "Where", "Before", "After", "Reaches", "Line"].map((title) => ({
          title,
          numeric: false,
        })),
        rows: told.slice(0, mostChanges).map((each) => changeRow(each, linesOf)),
      },
      ...(hidden > 0
        ? [
            {
              kind: "text",
              text: `${count(hidden, "more change")} not shown; --format json has them all.`,
            } as const,
          ]
        : []),
    ],
  };
}

const sumPerMonth = (series: readonly (readonly number[])[], months: number): readonly number[] =>
  Array.from({ length: months }, (_, month) =>
    series.reduce((sum, each) => sum + (each[month] ?? 0), 0),
  );

/** New prospects a month before (bars) and after (line), and the difference at every stage. */
export function monthDetails(comparison: FunnelComparison): readonly DetailsBlock[] {
  const { months, segments } = comparison;
  const tables = differenceBlocks(comparison);
  if (tables.length === 0) return [];
  const moved = segments.filter(({ newProspects }) =>
    newProspects.difference.some((each) => Math.abs(each) >= 0.5),
  );
  const chart: readonly Block[] =
    moved.length === 0
      ? []
      : [
          {
            kind: "chart",
            title: `New prospects needed a month, ${listText(moved.map(({ title }) => title))}: bars before, line after`,
            description: "New prospects needed in each month, before and after.",
            unit: "prospects",
            months,
            bars: [
              {
                title: "Before",
                tone: "plain",
                values: sumPerMonth(
                  moved.map(({ newProspects }) => newProspects.base),
                  months.length,
                ),
              },
            ],
            lines: [
              {
                title: "After",
                tone: "target",
                values: sumPerMonth(
                  moved.map(({ newProspects }) => newProspects.head),
                  months.length,
                ),
              },
            ],
          },
        ];
  return [
    { kind: "details", summary: "Month by month, stage by stage", blocks: [...chart, ...tables] },
  ];
}

interface Way {
  readonly winRate: number;
  readonly daysToWin: { readonly q50: number | null };
}

const wayWords = ({ winRate, daysToWin }: Way): string => {
  const days = daysToWin.q50 === null ? "" : `, half of them within ${count(daysToWin.q50, "day")}`;
  return `${numberText(winRate * 1000, 1)} of 1,000 new prospects become customers${days}`;
};

/** From how many prospects a customer comes where that changes, and what the numbers rest on. */
export function methodDetails({ base, head }: FunnelComparison): readonly DetailsBlock[] {
  const sentences = head.segments.flatMap((segment) => {
    const before = base.segments.find((each) => each.segment === segment.segment);
    const now = wayWords(segment);
    const then = before === undefined ? undefined : wayWords(before);
    return now === then
      ? []
      : [`${segment.title}: ${now}${then === undefined ? "" : ` (before: ${then})`}.`];
  });
  if (sentences.length === 0) return [];
  return [
    {
      kind: "details",
      summary: "How the numbers were computed",
      blocks: [
        {
          kind: "text",
          text: "The deals that the targets ask for are followed backwards through the journey day by day: conversions, durations, those who come back, and the pipeline there is at the start. The same plan always gives the same numbers.",
        },
        { kind: "list", items: sentences },
      ],
    },
  ];
}
