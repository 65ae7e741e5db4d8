import type { SegmentFunnel } from "../core/funnel/index.ts";
import { html, type Markup } from "../report/svg/markup.ts";

/** Whether targets can be reached: always, at the end but not in every month, or not within the plan. */
export type Reach = "reachable" | "late" | "short";

const words: Readonly<
  Record<Reach, { readonly tone: string; readonly sign: string; readonly word: string }>
> = {
  reachable: { tone: "good", sign: "✓", word: "Reachable" },
  late: { tone: "warning", sign: "▲", word: "Some months short" },
  short: { tone: "bad", sign: "✕", word: "Out of reach" },
};

const isShort = (shortfall: number | undefined): boolean => (shortfall ?? 0) > 1e-6;

/** How the targets of some segments stand; the weakest one counts. */
export function reachOf(segments: readonly Pick<SegmentFunnel, "standing">[]): Reach {
  if (segments.some(({ standing }) => isShort(standing.at(-1)?.shortfall))) return "short";
  const late = segments.some(({ standing }) => standing.some((each) => isShort(each.shortfall)));
  return late ? "late" : "reachable";
}

/** The same as a word with a sign. */
export function reachHtml(reach: Reach): Markup {
  const { tone, sign, word } = words[reach];
  return html`<p class="reach tone ${tone}"><span class="icon" aria-hidden="true">${sign}</span>${word}</p>`;
}
