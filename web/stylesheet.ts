import { sha256Hex } from "../core/digest.ts";
import { htmlStylesheet } from "../report/html.ts";

const pageStylesheet = `
:root{--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif}
@media (min-width:110rem){html{font-size:118.75%}}
body{line-height:1.5}
.skip{position:absolute;inset-inline-start:1rem;top:-4rem;background:var(--ink);color:var(--paper);padding:.5rem 1rem;z-index:2}
.skip:focus{top:1rem}
.frame{max-width:74rem;margin:0 auto;padding:0 clamp(1.25rem,4vw,3rem)}
.quiet{color:var(--quiet)}
.num{white-space:nowrap}
.clamp{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;line-clamp:4;overflow:hidden}
.top{padding-top:2.25rem;padding-bottom:1.5rem}
.mark{font-weight:650;letter-spacing:.01em;color:var(--quiet);font-size:.875rem;margin-bottom:1.1rem}
.mark{display:flex;align-items:center}
.mark::before,.mark::after{content:"";order:-1;width:.7rem;height:.7rem;border-radius:50%;border:2px solid var(--marketing)}
.mark::after{border-color:var(--sales);margin-inline:-.25rem .5rem}
h1{font-family:var(--serif);font-weight:600;letter-spacing:-.01em}
h1.short{font-size:clamp(1.7rem,1.2rem + 2vw,2.5rem)}h1.long{font-size:clamp(1.3rem,1rem + 1.2vw,1.7rem)}h1.longest{font-size:1.1rem;line-height:1.35}
.facts{display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;margin-top:.7rem;color:var(--quiet);font-size:.9375rem;font-variant-numeric:tabular-nums}
.held{margin:.75rem 0 0;color:var(--warning)}.facts .live{color:var(--good)}.facts .draft{color:var(--warning)}
code{font:.92em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.plans ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin-top:.6rem;font-size:.9375rem}
.toc{position:sticky;top:0;background:var(--paper);border-block:1px solid var(--rule);z-index:1}
.toc ul{display:flex;gap:1.5rem;list-style:none;margin:0 auto;overflow-x:auto;scrollbar-width:none;white-space:nowrap;font-size:.9375rem}
.toc a{display:block;padding:.65rem 0;text-decoration:none;color:var(--quiet)}
.toc a:hover{color:var(--ink);text-decoration:underline}
section{padding-block:3.25rem 0;scroll-margin-top:2.5rem}
.head{margin-bottom:1.4rem;max-width:46rem}
h2{font-family:var(--serif);font-size:1.6rem}
.lead{color:var(--quiet);margin-top:.35rem}
.verdict{padding-top:2.75rem}
.reach{font-weight:650;font-size:.9375rem}
.verdict .reach{margin-bottom:.5rem;font-size:1rem}
.answer{font-family:var(--serif);font-size:clamp(1.35rem,1rem + 1.6vw,2.05rem);line-height:1.3;max-width:44rem;text-wrap:pretty}
.answer b{font-weight:700}
.owed{display:grid;gap:1.25rem 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));margin-top:2rem;max-width:60rem}
.task{border-top:3px solid currentColor;padding-top:.7rem;font-size:1.0625rem}
.task.marketing{border-color:var(--marketing)}.task.sales{border-color:var(--sales)}.task.success{border-color:var(--success)}
.task .team{display:flex;margin-bottom:.2rem}
.team{display:inline-flex;align-items:center;gap:.4rem;font-weight:650;font-size:.9375rem;white-space:nowrap}
.team .letter{display:inline-grid;place-items:center;width:1.25rem;height:1.25rem;font-size:.7rem;line-height:1;color:var(--card);flex:none}
.team.marketing{color:var(--marketing)}.team.marketing .letter{background:var(--marketing);border-radius:50%}
.team.sales{color:var(--sales)}.team.sales .letter{background:var(--sales);border-radius:.2rem}
.team.success{color:var(--success)}.team.success .letter{background:var(--success);border-radius:.2rem .2rem .65rem .65rem}
.goal{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:1.5rem 2.5rem}
.goal dt{color:var(--quiet);font-size:.9375rem}.goal dd{margin:0}
.goal .figure{font-size:1.4rem;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.3;letter-spacing:-.01em}
.goal dd.quiet{font-size:.875rem;margin-top:.15rem}
.journey{list-style:none;padding:0;display:grid;gap:0 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));counter-reset:stage}
.stage{display:grid;grid-row:span 9;grid-template-rows:subgrid;gap:.55rem;align-content:start;border-top:2px solid var(--ink);padding:.7rem 0 2.25rem;font-size:.875rem;counter-increment:stage;min-width:0}
.stage .name{font-weight:650;font-size:.9375rem}
.stage .name::before{content:counter(stage) ". ";color:var(--quiet);font-variant-numeric:tabular-nums}
.stage.sale{border-top-width:5px;padding-top:calc(.7rem - 3px)}
.books{display:block;color:var(--quiet);font-weight:400;font-size:.8125rem}
.stage h3{font-family:var(--serif);font-size:1.0625rem;line-height:1.3;font-weight:500;text-wrap:pretty}
.label{color:var(--quiet);font-size:.8125rem}
.label::after{content:" "}
.label,.part .team{display:flex}
.stage .team{font-size:.8125rem}.stage .team .letter{width:1.05rem;height:1.05rem;font-size:.62rem}
.owner .team{gap:.35rem;font-weight:400;white-space:normal}.owner .team .word{color:var(--ink);font-size:.875rem}
.mix svg{display:block;width:100%;height:.3rem;margin-top:.3rem}
.mix .content{fill:var(--ink)}.mix .person{fill:var(--rule)}
.onward{border-top:1px dashed var(--quiet);padding-top:.55rem;font-variant-numeric:tabular-nums}
.onward ul{list-style:none;padding:0;margin-bottom:.6rem}
.onward .label{display:block;margin-top:.2rem}
.segment{border-top:1px solid var(--rule)}
.segment:last-of-type{border-bottom:1px solid var(--rule)}
.segment summary{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem 1.5rem;padding:1rem 0;cursor:pointer;list-style:none}
.segment summary::-webkit-details-marker{display:none}
.segment summary::before{content:"+";font-size:1.35rem;line-height:1;color:var(--quiet);width:1rem;text-align:center}
.segment[open] summary::before{content:"–"}
.segment summary:hover h3{text-decoration:underline;text-underline-offset:.2em}
.segment summary h3{font-size:1.1875rem;margin-inline-end:auto;min-width:min(100%,12rem);flex:1 1 14rem}
.segment .sum{font-variant-numeric:tabular-nums;white-space:nowrap}
.segment .sparkline{flex:none}
.inside{padding:.25rem 0 2.5rem;display:grid;gap:1.75rem;grid-template-columns:minmax(0,1fr)}
@media (min-width:64rem){.segment summary{display:grid;grid-template-columns:1rem minmax(0,1fr) 12rem 9rem 6rem 12.5rem}.segment .sum{text-align:end}}
.told{max-width:46rem}
ul.told{padding-inline-start:1.2rem;margin-top:-1.1rem;display:grid;gap:.25rem}
figcaption{font-weight:600;margin-bottom:.6rem}
.strip figcaption,.reading{color:var(--quiet);font-weight:400;font-size:.875rem}
.pair{display:grid;gap:2.25rem 3rem;grid-template-columns:minmax(0,1fr)}
.pair figure{max-width:44rem}
.reading{margin-top:1.25rem;max-width:46rem}
.findings{display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr)}
.facing{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 3rem;margin-bottom:2rem}
.side{border-bottom:2px solid var(--ink);padding-bottom:.4rem}
.owes{border-bottom:1px solid var(--rule);padding:1rem 0;display:grid;gap:1.1rem;align-content:start;font-size:.9375rem}
.duty h3{font-size:1rem;margin-bottom:.25rem}
.duty ul{padding-inline-start:1.1rem;font-variant-numeric:tabular-nums}
.duty ul ul{list-style:none;padding:0}
.duty .quiet{margin-top:.3rem;font-size:.875rem}
.after{max-width:46rem}
.stop{margin:2rem 0 .75rem;font-size:1.0625rem}
.stopped{list-style:none;padding:0;display:grid;gap:.6rem;max-width:52rem}
.stopped li{padding-inline-start:1.5rem;text-indent:-1.5rem}.stopped .icon{color:var(--short);text-indent:0;width:1.2rem}
.foot{margin-top:4rem;padding-block:1.5rem 3rem;border-top:1px solid var(--rule);color:var(--quiet);font-size:.875rem}
.problem{min-height:70vh;display:grid;align-content:center;gap:1rem;max-width:40rem}
.problem p{white-space:pre-line}
@media (min-width:68rem){.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media (max-width:44rem){.facing{grid-template-columns:minmax(0,1fr)}.facing .side{display:none}.owes{padding:.75rem 0}.owes:nth-child(even){padding-inline-start:1rem;border-inline-start:3px solid var(--rule)}.owes:nth-child(odd){border-bottom:0}
.facing .duty::before{font-weight:650;font-size:.8125rem;color:var(--quiet)}
section{padding-top:2.5rem}th:first-child{position:sticky;inset-inline-start:0;background:var(--paper);min-width:7.5rem;max-width:9rem}}
@media print{@page{size:A4;margin:14mm}.toc,.skip,.plans{display:none}.frame{max-width:none;padding:0}section{padding-top:1.4rem}.segment::details-content{content-visibility:visible;display:block}.segment summary::before{content:""}.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1rem}.journey{grid-template-columns:repeat(5,minmax(0,1fr));gap:0 1rem}.stage{font-size:7.5pt;padding:.4rem 0 1rem;gap:.3rem;break-inside:avoid}.stage h3{font-size:8.5pt}.owes,.owed,.goal{break-inside:avoid}}`;

/** The whole page's look, to stand in its one `<style>`; no other style is used anywhere. */
export const stylesheet = `${htmlStylesheet}${pageStylesheet}`;

/** The SHA-256 of {@link stylesheet} in base64, for `Content-Security-Policy: style-src 'sha256-…'`. */
export const stylesheetHash = base64(sha256Hex(stylesheet));

function base64(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  return btoa(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(""));
}
