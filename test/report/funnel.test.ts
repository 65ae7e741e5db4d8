import { describe, expect, test } from "vitest";
import { forecast, requireFunnel } from "../../core/funnel/index.ts";
import type { Report, TableBlock } from "../../report/block.ts";
import { forecastReport } from "../../report/forecast.ts";
import { funnelReport, funnelSummary } from "../../report/funnel.ts";
import { toText } from "../../report/text.ts";
import { baseDay } from "../core/check/base-plan.ts";
import { type Edit, planOf } from "../core/plan/edited.ts";

/** What a leader reads: sentences first, for every way in which a plan can stand. */

const readable = (...edits: readonly Edit[]): string =>
  toText(funnelReport(requireFunnel(planOf(...edits), baseDay))).split("\nHow to read this")[0] ??
  "";

const everyQuarter: Edit = ["targets", '"2027-Q1": 0,', '"2027-Q1": 90000,'];

const onTheWay = (count: number): Edit => [
  "targets",
  '"averageDealValue"',
  `"openingPipeline": [{"id":"warm","stage":"comparing","count":${count}}], "averageDealValue"`,
];

describe("the funnel's report", () => {
  test("when every month can be reached", () => {
    expect(readable()).toMatchInlineSnapshot(`
      "What the plan needs: Growth 2027
      ================================

      January 2027 to June 2027, as of 2026-12-01, amounts in EUR

      To win 18 new deals, 266 new prospects must come in from January 2027 to June 2027. Then every target is met, on average.

      - Marketing brings in 266 new prospects and hands 95 prospects over to Sales at Comparing.
      - Sales wins 19.2 deals (0 from prospects already on the way, 19.2 from new ones; 18 are wanted).
      - Already decided: nothing; no month is lost.
      - Impossible: nothing.
      - How sure: these are averages, about as likely to be exceeded as missed; the reserve is 1.2 deals.

      New prospects who must come in, month by month:

      Segment      Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Small firms         3   15   65   66   60   57    266

      Over the whole plan:

      Segment      Deals wanted  expected  Missing at worst  New revenue wanted (EUR)  expected
      Small firms            18      19.2           nothing                     180 k     192 k

      Small firms
      -----------

      266 new prospects are needed: most in April 2027 (66), fewest in January 2027 (3). 18 deals are wanted: nobody is on the way yet, the new ones bring 19.2 and about 7.4 more after the plan. Of new prospects 10 % ever buy; of those who buy, half do so within 35 days and nine in ten within 65 days.

      - The running total of deals can be reached in every month.
      - In January 2027: bring in 3 new prospects, and see 1 reach Comparing.

      Prospects entering each stage when the new ones come in, and who answers for the stage:

      Entering             Jan 2027  Feb  Mar  Apr  May  Jun  Total
      New, into Noticing          3   15   65   66   60   57    266
      Comparing (Sales)           1    4   17   25   25   23     95
      Running (deals won)         1    0    2    4    7    6     20

      New deals, and revenue in EUR:

      Deals                    Jan 2027  Feb   Mar   Apr   May   Jun  Total
      Wanted                          –    –     –   5.9   6.2   5.9     18
      Expected                        –  0.3   1.8   4.7   6.4     6   19.2
        from those on the way         –    –     –     –     –     –      –
        from new prospects            –  0.3   1.8   4.7   6.4     6   19.2
      New revenue wanted              0    0     0  59 k  61 k  59 k  180 k
      New revenue expected          365  3 k  18 k  47 k  63 k  60 k  192 k
      "
    `);
  });

  test("when those on the way are enough and nobody new is needed", () => {
    expect(readable(onTheWay(400))).toMatchInlineSnapshot(`
      "What the plan needs: Growth 2027
      ================================

      January 2027 to June 2027, as of 2026-12-01, amounts in EUR

      No new prospects are needed from January 2027 to June 2027: 18 deals are wanted, and those already on the way bring them, on average.

      - Sales wins 100 deals (100 from prospects already on the way, 0 from new ones; 18 are wanted).
      - Already decided: nothing; no month is lost.
      - Impossible: nothing.
      - How sure: these are averages, about as likely to be exceeded as missed; the reserve is 82 deals.

      New prospects who must come in, month by month:

      Segment      Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Small firms         0    0    0    0    0    0      0

      Over the whole plan:

      Segment      Deals wanted  expected  Missing at worst  New revenue wanted (EUR)  expected
      Small firms            18       100           nothing                     180 k       1 M

      Small firms
      -----------

      Nobody new is needed: 18 deals are wanted; the 400 prospects already on the way bring 100.

      - The running total of deals can be reached in every month.

      Prospects entering each stage when the new ones come in, and who answers for the stage:

      Entering             Jan 2027  Feb  Mar  Apr  May  Jun  Total
      New                         0    0    0    0    0    0      0
      Comparing (Sales)           0    0    0    0    0    0      0
      Running (deals won)        85   14    1    0    0    0    100

      New deals, and revenue in EUR:

      Deals                    Jan 2027    Feb   Mar   Apr   May   Jun  Total
      Wanted                          –      –     –   5.9   6.2   5.9     18
      Expected                     84.3   13.7   1.8   0.2     –     –    100
        from those on the way      84.3   13.7   1.8   0.2     –     –    100
        from new prospects            –      –     –     –     –     –      –
      New revenue wanted              0      0     0  59 k  61 k  59 k  180 k
      New revenue expected        843 k  138 k  18 k   2 k   133    10    1 M
      "
    `);
  });

  test("when the first months are decided and later ones make it good", () => {
    expect(readable(everyQuarter, onTheWay(20))).toMatchInlineSnapshot(`
      "What the plan needs: Growth 2027
      ================================

      January 2027 to June 2027, as of 2026-12-01, amounts in EUR

      To win 27 new deals, 299 new prospects must come in from January 2027 to June 2027. Then every target is met, on average.

      - Marketing brings in 299 new prospects and hands 108 prospects over to Sales at Comparing.
      - Sales wins 27.4 deals (5 from prospects already on the way, 22.4 from new ones; 27 are wanted).
      - Already decided: nothing; no month is lost.
      - Impossible: nothing.
      - How sure: these are averages, about as likely to be exceeded as missed; the reserve is 0.4 deals.

      New prospects who must come in, month by month:

      Segment      Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Small firms        18   32   69   62   60   58    299

      Over the whole plan:

      Segment      Deals wanted  expected  Missing at worst  New revenue wanted (EUR)  expected
      Small firms            27      27.4           nothing                     270 k     274 k

      Small firms
      -----------

      299 new prospects are needed: most in March 2027 (69), fewest in January 2027 (18). 27 deals are wanted: the 20 prospects already on the way bring 5, the new ones bring 22.4 and about 7.5 more after the plan. Of new prospects 10 % ever buy; of those who buy, half do so within 35 days and nine in ten within 65 days.

      - The running total of deals can be reached in every month.
      - In January 2027: bring in 18 new prospects, and see 4 reach Comparing.

      Prospects entering each stage when the new ones come in, and who answers for the stage:

      Entering             Jan 2027  Feb  Mar  Apr  May  Jun  Total
      New, into Noticing         18   32   69   62   60   58    299
      Comparing (Sales)           4   10   21   25   25   23    108
      Running (deals won)         5    2    3    6    6    6     28

      New deals, and revenue in EUR:

      Deals                    Jan 2027   Feb   Mar   Apr   May   Jun  Total
      Wanted                        3.1   2.8   3.1   5.9   6.2   5.9     27
      Expected                      4.4     2   3.3   5.4   6.3     6   27.4
        from those on the way       4.2   0.7   0.1     –     –     –      5
        from new prospects          0.2   1.3   3.2   5.4   6.3     6   22.4
      New revenue wanted           31 k  28 k  31 k  59 k  61 k  59 k  270 k
      New revenue expected         44 k  19 k  33 k  55 k  63 k  59 k  274 k
      "
    `);
  });

  test("when nobody new can buy in time, and nobody is on the way", () => {
    expect(
      readable(
        ["plan", '"months": 6', '"months": 1'],
        ["targets", '"2027-Q1": 0, "2027-Q2": 180000', '"2027-01": 180000'],
        ["journey", '"median": 20, "p90": 45', '"fixed": 90'],
      ),
    ).toMatchInlineSnapshot(`
      "What the plan needs: Growth 2027
      ================================

      January 2027, as of 2026-12-01, amounts in EUR

      To win 18 new deals, no new prospect can help in time in January 2027. The target is not met within the plan in: Small firms.

      - Sales wins 0 deals (0 from prospects already on the way, 0 from new ones; 18 are wanted).
      - Already decided: nothing; no month is lost.
      - Impossible: January 2027; nobody who comes in now can buy in time, and 18 deals are missing from the running total by the end of January 2027.
      - How sure: these are averages, about as likely to be exceeded as missed; there is no reserve in them.

      New prospects who must come in, month by month:

      Segment      Jan 2027  Total
      Small firms         0      0

      Over the whole plan:

      Segment      Deals wanted  expected    Missing at worst  New revenue wanted (EUR)  expected
      Small firms            18         0  18 in January 2027                     180 k         0

      Small firms
      -----------

      Nobody new can help in time: 18 deals are wanted; nobody is on the way yet.

      - Impossible: January 2027; nobody who comes in now can buy in time, and 18 deals are missing from the running total by the end of January 2027.
      - The shortfall is not made good within the plan: 18 deals are missing at its end.
      - For January 2027: agree a lower target for these months.

      Prospects entering each stage when the new ones come in, and who answers for the stage:

      Entering             Jan 2027  Total
      New                         0      0
      Comparing (Sales)           0      0
      Running (deals won)         0      0

      New deals, and revenue in EUR:

      Deals                      Jan 2027  Total
      Wanted                           18     18
      Expected                          –      –
        from those on the way           –      –
        from new prospects              –      –
      Missing, running total           18
      Standing                 impossible
      New revenue wanted            180 k  180 k
      New revenue expected              0      0
      "
    `);
  });

  test("when only more effort than agreed would do", () => {
    expect(
      readable(
        ["plan", '"months": 6', '"months": 3'],
        [
          "targets",
          '"2027-Q1": 0, "2027-Q2": 180000',
          '"2027-01": 10000, "2027-02": 400000, "2027-03": 0',
        ],
        ["targets", '"beyondHorizon": "none"', '"beyondHorizon": "none", "recovery": 1'],
      ),
    ).toMatchInlineSnapshot(`
      "What the plan needs: Growth 2027
      ================================

      January 2027 to March 2027, as of 2026-12-01, amounts in EUR

      To win 41 new deals, 327 new prospects must come in from January 2027 to March 2027. Even then the target is not met within the plan in: Small firms.

      - Marketing brings in 327 new prospects and hands 130 prospects over to Sales at Comparing.
      - Sales wins 28.9 deals (0 from prospects already on the way, 28.9 from new ones; 41 are wanted).
      - Already decided: nothing; no month is lost.
      - Impossible: nothing.
      - Beyond the agreed effort: February and March 2027; it would take more new prospects than the agreed recovery of exactly the natural inflow (about 100 a month), kept up from the start, and 23.5 deals are missing from the running total by the end of February 2027, the worst of these months.
      - How sure: these are averages, about as likely to be exceeded as missed; there is no reserve in them.

      New prospects who must come in, month by month:

      Segment      Jan 2027  Feb  Mar  Total
      Small firms       262   65    0    327

      Over the whole plan:

      Segment      Deals wanted  expected       Missing at worst  New revenue wanted (EUR)  expected
      Small firms            41      28.9  23.5 in February 2027                     410 k     289 k

      Small firms
      -----------

      327 new prospects are needed: most in January 2027 (262), fewest in March 2027 (0). 41 deals are wanted: nobody is on the way yet, the new ones bring 28.9 and about 3.8 more after the plan. Of new prospects 10 % ever buy; of those who buy, half do so within 35 days and nine in ten within 65 days.

      - Beyond the agreed effort: February and March 2027; it would take more new prospects than the agreed recovery of exactly the natural inflow (about 100 a month), kept up from the start, and 23.5 deals are missing from the running total by the end of February 2027, the worst of these months.
      - The shortfall is not made good within the plan: 12.1 deals are missing at its end.
      - For February and March 2027: agree on more recovery than exactly the natural inflow (about 100 a month); or agree a lower target for these months.
      - In January 2027: bring in 262 new prospects, and see 58 reach Comparing.

      Prospects entering each stage when the new ones come in, and who answers for the stage:

      Entering             Jan 2027  Feb  Mar  Total
      New, into Noticing        262   65    0    327
      Comparing (Sales)          58   57   15    130
      Running (deals won)         4   14   11     29

      New deals, and revenue in EUR:

      Deals                    Jan 2027      Feb      Mar  Total
      Wanted                          1       40        –     41
      Expected                      3.4     14.1     11.4   28.9
        from those on the way         –        –        –      –
        from new prospects          3.4     14.1     11.4   28.9
      Missing, running total          –     23.5     12.1
      Standing                       ok  stretch  stretch
      New revenue wanted           10 k    400 k        0  410 k
      New revenue expected         34 k    140 k    114 k  289 k
      "
    `);
  });

  test("when nothing is wanted", () => {
    expect(readable(["targets", '"2027-Q2": 180000', '"2027-Q2": 0'])).toMatchInlineSnapshot(`
      "What the plan needs: Growth 2027
      ================================

      January 2027 to June 2027, as of 2026-12-01, amounts in EUR

      No new deals are wanted, so no new prospects are needed from January 2027 to June 2027.

      - Sales wins 0 deals (0 from prospects already on the way, 0 from new ones; 0 are wanted).
      - Already decided: nothing; no month is lost.
      - Impossible: nothing.
      - How sure: these are averages, about as likely to be exceeded as missed; there is no reserve in them.

      New prospects who must come in, month by month:

      Segment      Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Small firms         0    0    0    0    0    0      0

      Over the whole plan:

      Segment      Deals wanted  expected  Missing at worst  New revenue wanted (EUR)  expected
      Small firms             0         0           nothing                         0         0

      Small firms
      -----------

      Nobody new is needed: 0 deals are wanted; nobody is on the way yet.

      - The running total of deals can be reached in every month.

      Prospects entering each stage when the new ones come in, and who answers for the stage:

      Entering             Jan 2027  Feb  Mar  Apr  May  Jun  Total
      New                         0    0    0    0    0    0      0
      Comparing (Sales)           0    0    0    0    0    0      0
      Running (deals won)         0    0    0    0    0    0      0

      New deals, and revenue in EUR:

      Deals                    Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Wanted                          –    –    –    –    –    –      –
      Expected                        –    –    –    –    –    –      –
        from those on the way         –    –    –    –    –    –      –
        from new prospects            –    –    –    –    –    –      –
      "
    `);
  });

  test("splits three years into a table a year", () => {
    const quarters = [2027, 2028, 2029].flatMap((year) =>
      [1, 2, 3, 4].map((quarter) => `"${year}-Q${quarter}": 60000`),
    );
    const plan = planOf(
      ["plan", '"months": 6', '"months": 36'],
      ["targets", '"2027-Q1": 0, "2027-Q2": 180000', quarters.join(", ")],
    );
    const tables = funnelReport(requireFunnel(plan, baseDay)).filter(
      (block): block is TableBlock =>
        block.kind === "table" && block.columns[1]?.title.startsWith("Jan 20") === true,
    );
    const captions = [...new Set(tables.map((table) => table.caption))];
    expect(captions).toHaveLength(3);
    for (const caption of captions) {
      const years = tables.filter((table) => table.caption === caption);
      expect(years.map(({ columns }) => [columns[1]?.title, columns[12]?.title])).toEqual([
        ["Jan 2027", "Dec"],
        ["Jan 2028", "Dec"],
        ["Jan 2029", "Dec"],
      ]);
    }
    for (const { columns, rows } of tables) {
      expect(columns).toHaveLength(14);
      for (const row of rows) expect(row).toHaveLength(14);
    }
  });

  test.each([
    ["the base plan", []],
    ["with a warm pipeline", [everyQuarter, onTheWay(20)]],
    ["with everybody on the way", [onTheWay(400)]],
  ] as const)("has rows that add up to their totals, as printed: %s", (_, edits) => {
    const tables = funnelReport(requireFunnel(planOf(...edits), baseDay)).filter(
      (block): block is TableBlock =>
        block.kind === "table" && block.columns.at(-1)?.title === "Total",
    );
    const rows = tables
      .flatMap((table) => table.rows)
      .map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.text)));
    const counted = rows.filter((row) => row.slice(1).every((cell) => /^[\d,.]+$/.test(cell)));
    expect(counted.length).toBeGreaterThan(3);
    for (const row of counted) {
      const numbers = row.slice(1).map((cell) => Number(cell.replaceAll(",", "")));
      const sum = numbers.slice(0, -1).reduce((a, b) => a + b, 0);
      expect([row[0], sum.toFixed(1)]).toEqual([row[0], (numbers.at(-1) ?? 0).toFixed(1)]);
    }
  });

  test("has its summary at the head of the report", () => {
    const answer = requireFunnel(planOf(), baseDay);
    const summary = funnelSummary(answer);
    expect(funnelReport(answer).slice(0, summary.length)).toEqual(summary);
  });
});

describe("the forecast's report", () => {
  const said = (
    inflow: ReadonlyMap<string, readonly number[]>,
    ...edits: readonly Edit[]
  ): string => toText(forecastReport(forecast(planOf(...edits), inflow, baseDay)));

  test("of an inflow that is not enough", () => {
    expect(said(new Map([["smb", [10, 10, 10, 10, 10, 10]]]))).toMatchInlineSnapshot(`
      "What to expect: Growth 2027
      ===========================

      January 2027 to June 2027, as of 2026-12-01, amounts in EUR

      With 60 new prospects, 4.7 new deals are to be expected (18 are wanted), and EUR 47,332 of revenue from new and existing business.

      Small firms
      -----------

      4.7 deals are to be expected by June 2027: 13.3 fewer than the 18 wanted.

      Revenue in EUR           Jan 2027  Feb   Mar   Apr   May   Jun  Total
      New prospects                  10   10    10    10    10    10     60
      Deals wanted                    0    0     0   5.9   6.2   5.9     18
      Deals expected                0.1  0.6     1     1   1.1   0.9    4.7
        from those on the way         0    0     0     0     0     0      0
      New wanted                      0    0     0  59 k  61 k  59 k  180 k
      New expected                  1 k  6 k  10 k  10 k  10 k  10 k   47 k

      Expected values: about as likely to be exceeded as missed.
      "
    `);
  });

  test("has rows that add up to their totals, and says the same as the funnel", () => {
    const plan = planOf(everyQuarter, onTheWay(20));
    const needed = requireFunnel(plan, baseDay);
    const inflow = new Map(needed.segments.map((each) => [each.segment, each.newProspects]));
    const dealsIn = (
      report: Report,
      ...titles: readonly string[]
    ): readonly (readonly string[])[] =>
      report
        .flatMap((block) => (block.kind === "table" ? block.rows : []))
        .map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.text)))
        .filter(([title]) => titles.includes(title ?? ""))
        .map((row) => row.slice(1).map((cell) => (cell === "–" ? "0" : cell)));
    const rows = dealsIn(
      forecastReport(forecast(plan, inflow, baseDay)),
      "Deals wanted",
      "Deals expected",
      "  from those on the way",
    );
    expect(rows).toEqual(
      dealsIn(funnelReport(needed), "Wanted", "Expected", "  from those on the way"),
    );
    for (const row of rows) {
      const sum = row.slice(0, -1).reduce((so, cell) => so + Number(cell), 0);
      expect(sum.toFixed(1)).toBe(Number(row.at(-1)).toFixed(1));
    }
  });

  test("of nobody new", () => {
    expect(said(new Map(), onTheWay(400)).split("\n\n").slice(2, 5)).toMatchInlineSnapshot(`
      [
        "With 0 new prospects, 100 new deals are to be expected (18 are wanted), and EUR 999,999 of revenue from new and existing business.",
        "Small firms
      -----------",
        "100 deals are to be expected by June 2027: the 18 wanted are reached.",
      ]
    `);
  });
});
