import type { Change } from "../core/change/index.ts";
import type { Block, Cell } from "./block.ts";
import { count } from "./number.ts";
import { clipped } from "./svg/markup.ts";

/** At most so many changes are shown; the rest are counted. */
const mostChanges = 50;

/** At most so many characters of a value are shown. */
const longestValue = 60;

/** What is different in the documents: a sentence that counts it, and a table that names each place by its ids. */
export function changeBlocks(changes: readonly Change[]): readonly Block[] {
  if (changes.length === 0)
    return [{ kind: "text", text: "The documents say the same before and after." }];
  const hidden = changes.length - mostChanges;
  return [
    {
      kind: "text",
      text: `${count(changes.length, "value")} in the documents ${changes.length === 1 ? "is" : "are"} different:`,
    },
    {
      kind: "table",
      caption: "What is different in the documents",
      columns: [
        { title: "Where", numeric: false },
        { title: "Before", numeric: false },
        { title: "After", numeric: false },
      ],
      rows: changes.slice(0, mostChanges).map(rowOf),
    },
    ...(hidden > 0
      ? [
          {
            kind: "text",
            text: `${count(hidden, "more difference")} not shown; --format json has them all.`,
          } as const,
        ]
      : []),
  ];
}

function rowOf({ document, path, before, after }: Change): readonly Cell[] {
  return [path === "" ? document : `${document}/${path}`, valueText(before), valueText(after)];
}

function valueText(value: unknown): Cell {
  if (value === undefined) return { text: "not there", tone: "quiet" };
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return clipped(text, longestValue);
}
