/** How the blocks of a report look as HTML; stands after the colours. */
export const blockStylesheet = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:anywhere;text-rendering:optimizeLegibility}
h1,h2,h3,h4{line-height:1.2;font-weight:600;text-wrap:balance;margin:0}
p,ul,ol,dl,figure{margin:0}
a{color:inherit;text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--required);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{display:inline-block;min-width:1em;margin-inline-end:.3em;font-weight:700;text-align:center}
.tone.good{color:var(--good)}.tone.warning{color:var(--warning)}.tone.bad{color:var(--short)}.tone.quiet{color:var(--quiet)}.tone.strong{font-weight:650}
.scroll{overflow-x:auto;max-width:100%;position:relative}
table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
caption{text-align:start;color:var(--quiet);padding:0 0 .5rem}
th,td{padding:.4rem .5rem;text-align:start;vertical-align:baseline;border-bottom:1px solid var(--rule);font-weight:400;max-width:22rem;overflow-wrap:anywhere;min-width:5rem}
th:first-child,td:first-child{padding-inline-start:0;min-width:8.5rem}
thead th{color:var(--quiet);border-bottom-color:var(--quiet);vertical-align:bottom}
th.number,td.number{text-align:end;white-space:nowrap;min-width:0;padding-inline:.3rem}
td.number .tone:is(.good,.warning,.bad){font-size:.75rem}td.number .tone .icon{display:block;margin:0}
td:not(.number){min-width:6.75rem}
tbody tr:hover>*{background:var(--faint)}
tfoot th,tfoot td{font-weight:650;border-bottom:0;border-top:1px solid var(--quiet)}
.finding{border-inline-start:4px solid var(--quiet);padding:.2rem 0 .2rem 1rem}
.finding.error{border-color:var(--short)}.finding.warning{border-color:var(--warning);border-inline-start-style:double}.finding.info{border-color:var(--rule)}
.finding p{max-width:46rem}
.finding .severity{font-weight:650}
.finding.error .severity{color:var(--short)}.finding.warning .severity{color:var(--warning)}.finding.info .severity{color:var(--quiet)}
.finding .place,.finding .rule{color:var(--quiet);font-size:.8125rem}
.finding .message{margin-top:.15rem}
.finding .help{color:var(--quiet)}
.finding pre{overflow-x:auto;font:.8125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--faint);padding:.5rem .75rem;margin:.5rem 0}
details{border-top:1px solid var(--rule);padding:.6rem 0;display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
summary{cursor:pointer;font-weight:600}
@media print{body{font-size:9.5pt}table{font-size:8pt}.scroll{overflow:visible}th,td{padding:.2rem .3rem;min-width:0}tr,figure,.finding{break-inside:avoid}h2,h3,h4,caption{break-after:avoid}thead{display:table-header-group}}`;
