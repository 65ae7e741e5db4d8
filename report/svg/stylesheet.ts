/**
 * The colours of everything drawn or written as HTML, one per meaning, for light, dark and print.
 * All text colours reach WCAG AA on both grounds.
 */
export const colours = `
:root{color-scheme:light dark;
--paper:#fbfaf6;--card:#ffffff;--ink:#1b1c1f;--quiet:#5a5d65;--rule:#dedad0;--faint:#f1eee6;
--required:#2a4fb0;--opening:#0f6f66;--opening-fill:#b9ded8;--target:#1b1c1f;--short:#b3261e;--short-fill:#fbe3df;
--good:#1c6b3a;--warning:#855000;--marketing:#7a3a92;--sales:#0a6483;--success:#4f6410}
@media (prefers-color-scheme:dark){:root{
--paper:#131519;--card:#1b1e24;--ink:#edeae3;--quiet:#a7aab2;--rule:#353941;--faint:#22262d;
--required:#8eb0ff;--opening:#63d0c0;--opening-fill:#1f4a46;--target:#edeae3;--short:#ff9187;--short-fill:#47201d;
--good:#7fd39b;--warning:#f0b860;--marketing:#d6a6ea;--sales:#7cc9ea;--success:#c2d382}}
@media print{:root{color-scheme:light;
--paper:#fff;--card:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--faint:#f4f4f4;
--required:#2a4fb0;--opening:#0f6f66;--opening-fill:#d5ebe7;--target:#000;--short:#b3261e;--short-fill:#fbe3df;
--good:#1c6b3a;--warning:#855000;--marketing:#7a3a92;--sales:#0a6483;--success:#4f6410}}`;

/** How charts, funnels and sparklines look. Marks differ in shape, outline or dash as well as in colour. */
export const drawingStylesheet = `
.drawing{display:block;width:100%;height:auto;overflow:visible}
.drawing.sparkline{width:6rem;height:1.5rem}
.drawing.narrow{display:none}
.drawing text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--ink);font-variant-numeric:tabular-nums}
.drawing.narrow text{font-size:12px}
.drawing .tick,.drawing .unit,.drawing .nothing{fill:var(--quiet)}
.drawing .value{font-weight:600}
.drawing .grid{stroke:var(--rule);stroke-width:1}
.drawing .base{stroke:var(--quiet);stroke-width:1}
.drawing .bar{stroke:var(--card);stroke-width:1;fill:var(--quiet)}
.drawing .bar.required{fill:var(--required);stroke:none}
.drawing .bar.opening{fill:var(--opening-fill);stroke:var(--opening)}
.drawing .bar.target{fill:var(--card);stroke:var(--target)}
.drawing .bar.short{fill:var(--short-fill);stroke:var(--short);stroke-dasharray:3 2}
.drawing.sparkline .bar{stroke:none}
.drawing .line{stroke:var(--quiet);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.drawing .line.required{stroke:var(--required)}
.drawing .line.opening{stroke:var(--opening);stroke-dasharray:1 5}
.drawing .line.target{stroke:var(--target)}
.drawing .line.short{stroke:var(--short);stroke-dasharray:6 4}
.drawing .dot{fill:var(--quiet)}
.drawing .dot.required{fill:var(--required)}
.drawing .dot.opening{fill:var(--opening)}
.drawing .dot.target{fill:var(--target)}
.drawing .dot.short{fill:var(--short)}
.drawing .bubble.required{fill:var(--required)}
.drawing .bubble.target{fill:var(--card);stroke:var(--target);stroke-width:3}
.drawing .arrow{stroke:var(--quiet);stroke-width:1.25;stroke-linecap:round}
.drawing .number{font-size:18px;font-weight:650}
.drawing .share{font-weight:600}
.drawing .stage{fill:var(--quiet)}
.drawing.narrow .number,.drawing.only .number{font-size:17px}
@media (max-width:40rem){.drawing.wide{display:none}.drawing.narrow{display:block;max-width:30rem}}
@media (max-width:56rem){.drawing.funnel.wide{display:none}.drawing.funnel.narrow{display:block;max-width:26rem}}
@media print{.drawing.wide,.drawing.funnel.wide{display:block}.drawing.narrow,.drawing.funnel.narrow{display:none}}
.drawing.only{max-width:26rem}`;
