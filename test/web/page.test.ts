import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ceilRunningTotal } from "../../core/funnel/index.ts";
import { teamSentences, verdict } from "../../report/funnel-sentences.ts";
import { standingSentences } from "../../report/funnel-standing.ts";
import { whatToDo } from "../../report/funnel-to-do.ts";
import { whole } from "../../report/number.ts";
import { total } from "../../report/words.ts";
import { renderIndexProblem, renderPage } from "../../web/page.ts";
import { stylesheet, stylesheetHash } from "../../web/stylesheet.ts";
import { hostileTexts, unescapedIn } from "../report/html-hostile.ts";
import { samplePlan, sampleView } from "./sample.ts";

const acme = sampleView(samplePlan("acme-2027"));
const page = renderPage(acme);

/** What a reader reads: no markup, no stylesheet, entities resolved, white space folded. */
const read = (markup: string): string =>
  markup
    .replace(/<style>.*?<\/style>/s, "")
    .replaceAll(/<(?:p|div|li|td|th|h\d|section|span class="team)[^>]*>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");

describe("renderPage", () => {
  test("says the verdict and what each function must do, in the words of every other report", () => {
    const text = read(page);
    expect(text).toContain(verdict(acme.funnel));
    for (const sentence of teamSentences(acme.funnel)) {
      expect(text).toContain(sentence.replace(/^\w+ /, ""));
    }
  });

  test("says in one sentence that publishing is held, or that a version was taken back, and why", () => {
    const provenance = acme.provenance;
    const since = "2026-11-21T10:00:00.000Z";
    const shown = (hold: NonNullable<typeof provenance.hold>): string =>
      read(renderPage({ ...acme, provenance: { ...provenance, hold } }));
    expect(read(page)).not.toMatch(/Held:|Rolled back:/);
    expect(
      shown({ kind: "freeze", reason: "Prices are being settled", actor: "lena", since }),
    ).toContain(
      "Held: lena stopped publishing on 21 November 2026. Until that is released this version stays live, whatever is merged. Reason: Prices are being settled.",
    );
    expect(
      shown({
        kind: "rollback",
        reason: "A <wrong> rate",
        actor: "omar",
        since,
        rejectedVersion: 2,
      }),
    ).toContain(
      "Rolled back: omar took back version 2 on 21 November 2026. This version stays live until another change is merged. Reason: A &lt;wrong&gt; rate.",
    );
  });

  test("shows for every segment the new prospects that the funnel asks for, month by month, and their sum", () => {
    for (const segment of acme.funnel.segments) {
      const start = page.indexOf(`id="segment-${segment.segment}"`);
      const row = /New from outside<\/span><\/th>(.*?)<\/tr>/.exec(page.slice(start))?.[1] ?? "";
      const needed = ceilRunningTotal(segment.newProspects);
      const cells = [...row.matchAll(/<td class="number">(?:<span[^>]*>)?([^<]*)/g)].map(
        (each) => each[1],
      );
      expect(cells.slice(0, needed.length)).toEqual(needed.map(whole));
      expect(cells[needed.length]).toBe(whole(total(needed)));
    }
  });

  test("gives rows of whole prospects that add up to their total", () => {
    for (const table of page.matchAll(
      /<caption>Prospects who must enter each stage.*?<\/table>/gs,
    )) {
      for (const row of table[0].matchAll(/<tr><th scope="row">.*?<\/tr>/g)) {
        const cells = [...row[0].matchAll(/<td class="number">(?:<span[^>]*>)?([^<]*)/g)].map(
          (each) => each[1] ?? "",
        );
        const numbers = cells
          .slice(0, -1)
          .map((each) => Number(each.replaceAll(",", "").replace("< 1", "0")));
        expect(total(numbers.slice(0, -1))).toBe(numbers.at(-1));
      }
    }
  });

  test("says in words which months fall short, and what to do about it", () => {
    const text = read(page);
    for (const segment of acme.funnel.segments) {
      const { months } = acme.funnel;
      for (const sentence of [
        ...standingSentences(segment, months),
        ...whatToDo(segment, months),
      ]) {
        expect(text).toContain(sentence);
      }
    }
  });

  test("shows the goal in four parts, and every stage with both functions, its mix, its exit and its step", () => {
    const text = read(page);
    for (const part of ["EUR 21,934,000", "34 %", "48 points", "13 %"])
      expect(text).toContain(part);
    for (const stage of acme.plan.stages) {
      expect(text).toContain(stage.document.title);
      expect(text).toContain(stage.document.exit);
      expect(text).toContain(stage.owner?.title ?? "nobody");
    }
    expect(text).toContain("→ Go on to Exploring");
    expect(page.match(/<li class="stage/g)).toHaveLength(acme.plan.stages.length);
  });

  test("opens the first segment and folds the others, without a script", () => {
    expect(page.match(/<details class="segment"[^>]* open>/g)).toHaveLength(1);
    expect(page.match(/<details class="segment"/g)).toHaveLength(acme.plan.segments.length);
  });

  test("lists findings by weight with place and way out", () => {
    const text = read(page);
    expect(text.indexOf("34 are too few.")).toBeLessThan(text.indexOf("An old rate."));
    expect(text).toContain("plans/acme-2027/sla.json:30:13");
    expect(text).toContain("Promise 36.");
    expect(text).toContain("The plan does not hold together yet: 1 error and 1 info.");
  });

  test("shows every duty and every tactic, and what is no longer done", () => {
    const text = read(page);
    for (const { title } of acme.plan.documents.sla.value.duties) expect(text).toContain(title);
    const tactics = acme.plan.documents.tactics?.value;
    for (const { title } of tactics?.tactics ?? []) expect(text).toContain(title);
    for (const { why } of tactics?.stopList ?? []) expect(text).toContain(why);
  });

  test("says which version it shows, or that nobody has published it", () => {
    expect(read(page)).toContain(
      "version 3 commit 4c8dfc6a1b published 2026-11-20 09:30 UTC"
        .replaceAll(" commit", "commit")
        .replaceAll(" published", "published"),
    );
    const draft = { version: undefined, commit: undefined, publishedAt: undefined, worktree: true };
    expect(renderPage({ ...acme, provenance: draft })).toContain("working copy, not published");
  });

  test("leads to other plans on this server only", () => {
    const plans = [
      "/?plan=b",
      "//evil.example",
      "javascript:alert(1)",
      "https://evil.example",
      "/\\evil",
    ];
    const markup = renderPage({
      ...acme,
      otherPlans: plans.map((href, index) => ({ id: `p${index}`, title: `Plan ${index}`, href })),
    });
    expect([...markup.matchAll(/<a href="([^"#][^"]*)"/g)].map((each) => each[1])).toEqual([
      "/?plan=b",
    ]);
    expect(markup).toContain("Plan 4");
  });

  test("gives a plan with one segment and no tactics its page too", () => {
    const olist = renderPage(sampleView(samplePlan("olist-2018")));
    expect(olist).not.toContain('id="tactics"');
    expect(read(olist)).toContain("Marketing has promised 1,260 prospects a month at Interested.");
  });

  test("is the same for the same view", () => {
    expect(renderPage(acme)).toBe(page);
  });

  test("holds no script, no request, no style attribute, and nothing that is no number", () => {
    const bare = page.replaceAll('xmlns="http://www.w3.org/2000/svg"', "");
    expect(bare).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:\/\/|style=/i);
    expect(bare).not.toMatch(/NaN|Infinity|undefined|\[object/);
    expect(unescapedIn(page)).toEqual([]);
  });

  test("has one heading of the first level, and no id twice", () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((each) => each[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("exports the hash that a strict content security policy needs", () => {
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? "";
    expect(style).toBe(stylesheet);
    expect(stylesheetHash).toBe(createHash("sha256").update(style).digest("base64"));
    expect(stylesheet).not.toContain("</");
  });
});

describe("hostile text", () => {
  const fields =
    /"(title|exit|marketing|sales|success|statement|why|then|consequence|evidence)": "(?:[^"\\]|\\.)*"/g;

  test.each(hostileTexts.filter(([, text]) => !/[\u202A-\u202E]/.test(text)))(
    "in every field of a plan stays text: %s",
    (_, text) => {
      let count = 0;
      const plan = samplePlan("acme-2027", (source) =>
        source.replaceAll(fields, (__, key: string) => {
          count += 1;
          return `"${key}": ${JSON.stringify(`${count} ${text}`.slice(0, 400))}`;
        }),
      );
      expect(unescapedIn(renderPage(sampleView(plan)))).toEqual([]);
    },
  );

  test.each(hostileTexts)("around the plan stays text: %s", (_, text) => {
    const view = {
      ...acme,
      plan: { ...acme.plan, title: text, folder: text, timeZone: text },
      provenance: { version: 1, commit: text, publishedAt: text, worktree: false },
      otherPlans: [{ id: text, title: text, href: text }],
    };
    expect(unescapedIn(renderPage(view))).toEqual([]);
    expect(unescapedIn(renderIndexProblem(text, text))).toEqual([]);
  });
});

test("renderIndexProblem says what is the matter and what to do", () => {
  const text = read(renderIndexProblem("There is no plan yet", "Run jointplan publish."));
  expect(text).toContain("There is no plan yet");
  expect(text).toContain("Run jointplan publish.");
});
