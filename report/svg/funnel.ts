import { max } from "d3-array";
import { scaleSqrt } from "d3-scale";
import { html, type Markup } from "./markup.ts";
import { fitted, wrapped } from "./text-width.ts";

/** One stage of a drawn funnel, and the step that leaves it. */
export interface FunnelStep {
  readonly title: string;
  /** How many, as a number that sets the size of the circle. */
  readonly value: number;
  /** The same as it is read. */
  readonly text: string;
  readonly tone: "required" | "target";
  /** How many go on and how long that takes, in few characters; `undefined` after the last stage. */
  readonly next: { readonly conversion: string; readonly time: string } | undefined;
}

/** What a funnel says to those who cannot see it. */
export interface FunnelWords {
  readonly title: string;
  readonly description: string;
}

/** A row of more stages than this is too narrow to read; it goes from top to bottom everywhere. */
const mostAcross = 8;

/**
 * The journey as circles in a row, left to right in wide places and top to bottom in narrow ones; the stylesheet shows
 * one of the two. A circle's area is the number needed; between two stand the share that goes on and the typical time.
 */
export function drawnFunnel(steps: readonly FunnelStep[], words: FunnelWords): Markup {
  if (steps.length === 0) return html``;
  if (steps.length > mostAcross) return down(steps, words, "only");
  return html`${across(steps, words)}${down(steps, words, "narrow")}`;
}

const across = (steps: readonly FunnelStep[], words: FunnelWords): Markup => {
  const width = 1000;
  const column = width / Math.max(steps.length, 1);
  const font = 13;
  const most = Math.min(column * 0.27, 46);
  const radius = radii(steps, most);
  const middle = 40 + most;
  const titles = steps.map((step) => wrapped(step.title, column - 18, font, 4));
  const lines = Math.max(1, ...titles.map((each) => each.length));
  const under = middle + most + 24;
  const marks = steps.map((step, index) => {
    const x = column * (index + 0.5);
    const r = radius(step.value);
    const next = steps[index + 1];
    const from = x + r + 8;
    const to = x + column - radius(next?.value ?? 0) - 8;
    const between = (from + to) / 2;
    return html`<text class="number" text-anchor="middle" x="${x}" y="20">${step.text}</text><circle class="bubble ${step.tone}" cx="${x}" cy="${middle}" r="${r}" />${
      next !== undefined &&
      step.next !== undefined &&
      html`${arrow(from, middle, to, middle)}<text class="share" text-anchor="middle" x="${between}" y="${middle - 9}">${step.next.conversion}</text><text class="tick" text-anchor="middle" x="${between}" y="${middle + 20}">${step.next.time}</text>`
    }${(titles[index] ?? []).map((text, row) => html`<text class="stage" text-anchor="middle" x="${x}" y="${under + row * 17}">${text}</text>`)}`;
  });
  return drawing("wide", width, under + lines * 17, words, marks);
};

const down = (
  steps: readonly FunnelStep[],
  words: FunnelWords,
  place: "narrow" | "only",
): Markup => {
  const width = 340;
  const row = 92;
  const radius = radii(steps, 30);
  const marks = steps.map((step, index) => {
    const y = 34 + index * row;
    const r = radius(step.value);
    const next = steps[index + 1];
    const title = wrapped(step.title, width - 92, 13, 2);
    return html`<circle class="bubble ${step.tone}" cx="34" cy="${y}" r="${r}" /><text class="number" x="82" y="${y - 6}">${step.text}</text>${title.map((text, line) => html`<text class="stage" x="82" y="${y + 12 + line * 15}">${text}</text>`)}${
      next !== undefined &&
      step.next !== undefined &&
      html`${arrow(34, y + r + 5, 34, y + row - radius(next.value) - 5)}<text class="share" x="82" y="${y + 48}">${fitted(`${step.next.conversion} · ${step.next.time}`, width - 90, 13)}</text>`
    }`;
  });
  return drawing(place, width, steps.length * row - row + 74, words, marks);
};

function radii(steps: readonly FunnelStep[], most: number): (value: number) => number {
  const greatest = max(steps, ({ value }) => (Number.isFinite(value) ? value : 0)) ?? 0;
  const scale = scaleSqrt()
    .domain([0, greatest > 0 ? greatest : 1])
    .range([0, most])
    .clamp(true);
  return (value) => Math.max(Number.isFinite(value) ? scale(Math.max(value, 0)) : 0, 2.5);
}

function arrow(x1: number, y1: number, x2: number, y2: number): Markup {
  const head =
    y1 === y2
      ? `M${Math.round(x2 - 5)},${Math.round(y2 - 4)}l5,4l-5,4`
      : `M${Math.round(x2 - 4)},${Math.round(y2 - 5)}l4,5l4,-5`;
  return html`<line class="arrow" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" /><path class="arrow" fill="none" d="${head}" />`;
}

const drawing = (
  place: "wide" | "narrow" | "only",
  width: number,
  height: number,
  words: FunnelWords,
  marks: readonly Markup[],
): Markup =>
  html`<svg class="drawing funnel ${place}" viewBox="0 0 ${width} ${height}" role="img" xmlns="http://www.w3.org/2000/svg"><title>${words.title}</title><desc>${words.description}</desc>${marks}</svg>`;
