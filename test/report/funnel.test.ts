import { describe, expect, test } from "vitest";
import {
  forecast,
  type Inflow,
  requireFunnel,
  sureOfFunnel,
  sureOfInflow,
} from "../../core/funnel/index.ts";
import type { SoundPlan } from "../../core/plan/index.ts";
import type { Report, TableBlock } from "../../report/block.ts";
import { forecastReport } from "../../report/forecast.ts";
import { funnelReport, funnelSummary } from "../../report/funnel.ts";
import { toText } from "../../report/text.ts";
import { baseDay } from "../core/check/base-plan.ts";
import { type Edit, planOf } from "../core/plan/edited.ts";

/** What a leader reads: sentences first, for every way in which a plan can stand. */

/** A plan's funnel with how sure it is. */
const reportOf = (plan: SoundPlan): Report => {
  const answer = requireFunnel(plan, baseDay);
  return funnelReport(answer, sureOfFunnel(plan, answer));
};

const readable = (...edits: readonly Edit[]): string =>
  toText(reportOf(planOf(...edits))).split("\nHow to read this")[0] ?? "";

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
      - How sure: with 266 new prospects the 18 deals wanted by June 2027 are reached in 61 of 100 such plans; to be 80 % sure bring in 309 (16 % more).

      New prospects who must come in, month by month:

      Segment      Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Small firms         3   15   65   66   60   57    266

      Over the whole plan:

      Segment      Deals wanted  expected  Missing at worst  New revenue wanted (EUR)  expected
      Small firms            18      19.2           nothing                     180 k     192 k

      How sure
      --------

      - The chances allow for luck and for how many prospects each rate was counted from. Durations and deal values are taken as they are, and renewals and expansions are not in them.

      By month, quarter and year:

      New deals              Wanted  Expected  Deals in 80 of 100 cases  Reached in  Running total in  New revenue (EUR) in 80 of 100 cases
      January 2027                0         0                    0 to 0                                                              0 to 0
      February 2027               0       0.3                    0 to 1                                                           0 to 10 k
      March 2027                  0       1.8                    0 to 4                                                           0 to 40 k
      April 2027                5.9       4.7                    2 to 8   34 of 100         67 of 100                          20 k to 80 k
      May 2027                  6.1       6.3                   3 to 10   44 of 100         54 of 100                         30 k to 100 k
      June 2027                 5.9         6                    3 to 9   55 of 100         61 of 100                          30 k to 90 k
      January to March 2027       0       2.1                    0 to 4                                                           0 to 40 k
      April to June 2027         18      17.1                  11 to 23   44 of 100         61 of 100                        110 k to 230 k
      January to June 2027       18      19.2                  13 to 26   61 of 100         61 of 100                        130 k to 260 k

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

      What a prospect is worth at each stage
      --------------------------------------

      Small firms: one at Comparing is worth 2.5 at Noticing and buys 15 days sooner.

      Segment      Entering   For one deal  Days: one in ten  half  nine in ten  Last useful entry  Go on, agreed  on a dashboard
      Small firms  Noticing             10                16    35           65       14 June 2027           40 %          35.7 %
      Small firms  Comparing             4                 7    20           45       23 June 2027           25 %          20.2 %

      - Last useful entry: of those who enter the stage later and ever buy, fewer than one in ten do so by the end of June 2027.
      - On a dashboard: those who go on divided by those who enter, both counted within the plan. It is no rate, because those who go on entered earlier; where entries grow, it is below the agreed share with nothing wrong.
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
      - How sure: with nobody new the 18 deals wanted by June 2027 are reached in over 99 of 100 such plans; that is enough to be 80 % sure.

      New prospects who must come in, month by month:

      Segment      Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Small firms         0    0    0    0    0    0      0

      Over the whole plan:

      Segment      Deals wanted  expected  Missing at worst  New revenue wanted (EUR)  expected
      Small firms            18       100           nothing                     180 k       1 M

      How sure
      --------

      - The chances allow for luck and for how many prospects each rate was counted from. Durations and deal values are taken as they are, and renewals and expansions are not in them.

      By month, quarter and year:

      New deals              Wanted  Expected  Deals in 80 of 100 cases      Reached in  Running total in  New revenue (EUR) in 80 of 100 cases
      January 2027                0      84.3                 67 to 103                                                         670 k to 1.03 M
      February 2027               0      13.8                   9 to 19                                                           90 k to 190 k
      March 2027                  0       1.8                    0 to 4                                                               0 to 40 k
      April 2027                5.9       0.2                    0 to 1  under 1 of 100    over 99 of 100                             0 to 10 k
      May 2027                  6.1         0                    0 to 0  under 1 of 100    over 99 of 100                                0 to 0
      June 2027                 5.9         0                    0 to 0  under 1 of 100    over 99 of 100                                0 to 0
      January to March 2027       0      99.8                 80 to 121                                                         800 k to 1.21 M
      April to June 2027         18       0.2                    0 to 1  under 1 of 100    over 99 of 100                             0 to 10 k
      January to June 2027       18       100                 80 to 121  over 99 of 100    over 99 of 100                       800 k to 1.21 M

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

      What a prospect is worth at each stage
      --------------------------------------

      Small firms: one at Comparing is worth 2.5 at Noticing and buys 15 days sooner.

      Segment      Entering   For one deal  Days: one in ten  half  nine in ten  Last useful entry  Go on, agreed  on a dashboard
      Small firms  Noticing             10                16    35           65       14 June 2027           40 %
      Small firms  Comparing             4                 7    20           45       23 June 2027           25 %

      - Last useful entry: of those who enter the stage later and ever buy, fewer than one in ten do so by the end of June 2027.
      - On a dashboard: those who go on divided by those who enter, both counted within the plan. It is no rate, because those who go on entered earlier; where entries grow, it is below the agreed share with nothing wrong.
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
      - How sure: with 299 new prospects the 27 deals wanted by June 2027 are reached in 54 of 100 such plans; to be 80 % sure bring in 366 (22 % more).

      New prospects who must come in, month by month:

      Segment      Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Small firms        18   32   69   62   60   58    299

      Over the whole plan:

      Segment      Deals wanted  expected  Missing at worst  New revenue wanted (EUR)  expected
      Small firms            27      27.4           nothing                     270 k     274 k

      How sure
      --------

      - The chances allow for luck and for how many prospects each rate was counted from. Durations and deal values are taken as they are, and renewals and expansions are not in them.

      By month, quarter and year:

      New deals              Wanted  Expected  Deals in 80 of 100 cases  Reached in  Running total in  New revenue (EUR) in 80 of 100 cases
      January 2027              3.1       4.4                    2 to 7   66 of 100         66 of 100                          20 k to 70 k
      February 2027             2.8       1.9                    0 to 4   30 of 100         62 of 100                             0 to 40 k
      March 2027                3.1       3.3                    1 to 6   42 of 100         63 of 100                          10 k to 60 k
      April 2027                5.9       5.5                    3 to 9   46 of 100         54 of 100                          30 k to 90 k
      May 2027                  6.1       6.3                   3 to 10   44 of 100         48 of 100                         30 k to 100 k
      June 2027                 5.9       5.9                    3 to 9   54 of 100         54 of 100                          30 k to 90 k
      January to March 2027       9       9.7                   6 to 14   63 of 100         63 of 100                         60 k to 140 k
      April to June 2027         18      17.7                  12 to 24   49 of 100         54 of 100                        120 k to 240 k
      January to June 2027       27      27.4                  20 to 36   54 of 100         54 of 100                        200 k to 360 k

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

      What a prospect is worth at each stage
      --------------------------------------

      Small firms: one at Comparing is worth 2.5 at Noticing and buys 15 days sooner.

      Segment      Entering   For one deal  Days: one in ten  half  nine in ten  Last useful entry  Go on, agreed  on a dashboard
      Small firms  Noticing             10                16    35           65       14 June 2027           40 %          36.2 %
      Small firms  Comparing             4                 7    20           45       23 June 2027           25 %          25.4 %

      - Last useful entry: of those who enter the stage later and ever buy, fewer than one in ten do so by the end of June 2027.
      - On a dashboard: those who go on divided by those who enter, both counted within the plan. It is no rate, because those who go on entered earlier; where entries grow, it is below the agreed share with nothing wrong.
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
      - How sure: with nobody new the 18 deals wanted by January 2027 are reached in under 1 of 100 such plans; no number of new prospects makes it 80 % sure.

      New prospects who must come in, month by month:

      Segment      Jan 2027  Total
      Small firms         0      0

      Over the whole plan:

      Segment      Deals wanted  expected    Missing at worst  New revenue wanted (EUR)  expected
      Small firms            18         0  18 in January 2027                     180 k         0

      How sure
      --------

      - The chances allow for luck and for how many prospects each rate was counted from. Durations and deal values are taken as they are, and renewals and expansions are not in them.

      By month, quarter and year:

      New deals     Wanted  Expected  Deals in 80 of 100 cases      Reached in  Running total in  New revenue (EUR) in 80 of 100 cases
      January 2027      18         0                    0 to 0  under 1 of 100    under 1 of 100                                0 to 0

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

      What a prospect is worth at each stage
      --------------------------------------

      Small firms: one at Comparing is worth 2.5 at Noticing and buys 12 days sooner.

      Segment      Entering   For one deal  Days: one in ten  half  nine in ten  Last useful entry  Go on, agreed  on a dashboard
      Small firms  Noticing             10                93   102          120           too late           40 %
      Small firms  Comparing             4                90    90           90           too late           25 %

      - Last useful entry: of those who enter the stage later and ever buy, fewer than one in ten do so by the end of January 2027.
      - On a dashboard: those who go on divided by those who enter, both counted within the plan. It is no rate, because those who go on entered earlier; where entries grow, it is below the agreed share with nothing wrong.
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
      - How sure: with 327 new prospects the 41 deals wanted by March 2027 are reached in 5 of 100 such plans; to be 80 % sure bring in 554 (69 % more).

      New prospects who must come in, month by month:

      Segment      Jan 2027  Feb  Mar  Total
      Small firms       262   65    0    327

      Over the whole plan:

      Segment      Deals wanted  expected       Missing at worst  New revenue wanted (EUR)  expected
      Small firms            41      28.9  23.5 in February 2027                     410 k     289 k

      How sure
      --------

      - The chances allow for luck and for how many prospects each rate was counted from. Durations and deal values are taken as they are, and renewals and expansions are not in them.

      By month, quarter and year:

      New deals              Wanted  Expected  Deals in 80 of 100 cases      Reached in  Running total in  New revenue (EUR) in 80 of 100 cases
      January 2027                1       3.4                    1 to 6       96 of 100         96 of 100                          10 k to 60 k
      February 2027              40        14                   9 to 20  under 1 of 100    under 1 of 100                         90 k to 200 k
      March 2027                  0      11.4                   7 to 16                          5 of 100                         70 k to 160 k
      January to March 2027      41      28.9                  21 to 38        5 of 100          5 of 100                        210 k to 380 k

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

      What a prospect is worth at each stage
      --------------------------------------

      Small firms: one at Comparing is worth 2.5 at Noticing and buys 15 days sooner.

      Segment      Entering   For one deal  Days: one in ten  half  nine in ten  Last useful entry  Go on, agreed  on a dashboard
      Small firms  Noticing             10                16    35           65      15 March 2027           40 %          39.7 %
      Small firms  Comparing             4                 7    20           45      24 March 2027           25 %          22.3 %

      - Last useful entry: of those who enter the stage later and ever buy, fewer than one in ten do so by the end of March 2027.
      - On a dashboard: those who go on divided by those who enter, both counted within the plan. It is no rate, because those who go on entered earlier; where entries grow, it is below the agreed share with nothing wrong.
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
      - How sure: no deals are wanted in the first year, so none can be missed.

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

      What a prospect is worth at each stage
      --------------------------------------

      Small firms: one at Comparing is worth 2.5 at Noticing and buys 15 days sooner.

      Segment      Entering   For one deal  Days: one in ten  half  nine in ten  Last useful entry  Go on, agreed  on a dashboard
      Small firms  Noticing             10                16    35           65       14 June 2027           40 %
      Small firms  Comparing             4                 7    20           45       23 June 2027           25 %

      - Last useful entry: of those who enter the stage later and ever buy, fewer than one in ten do so by the end of June 2027.
      - On a dashboard: those who go on divided by those who enter, both counted within the plan. It is no rate, because those who go on entered earlier; where entries grow, it is below the agreed share with nothing wrong.
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
    const tables = reportOf(plan).filter(
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
    const tables = reportOf(planOf(...edits)).filter(
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
    const sure = sureOfFunnel(planOf(), answer);
    const summary = funnelSummary(answer, sure);
    expect(funnelReport(answer, sure).slice(0, summary.length)).toEqual(summary);
  });
});

/** What an inflow brings, with how sure that is. */
const forecastOf = (plan: SoundPlan, inflow: Inflow): Report =>
  forecastReport(forecast(plan, inflow, baseDay), sureOfInflow(plan, inflow, baseDay));

describe("the forecast's report", () => {
  const said = (
    inflow: ReadonlyMap<string, readonly number[]>,
    ...edits: readonly Edit[]
  ): string => toText(forecastOf(planOf(...edits), inflow));

  test("of an inflow that is not enough", () => {
    expect(said(new Map([["smb", [10, 10, 10, 10, 10, 10]]]))).toMatchInlineSnapshot(`
      "What to expect: Growth 2027
      ===========================

      January 2027 to June 2027, as of 2026-12-01, amounts in EUR

      With 60 new prospects, 4.7 new deals are to be expected (18 are wanted), and EUR 47,332 of revenue from new and existing business.

      With 60 new prospects the 18 deals wanted by June 2027 are reached in under 1 of 100 such plans.

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

      How sure
      --------

      - The chances allow for luck and for how many prospects each rate was counted from. Durations and deal values are taken as they are, and renewals and expansions are not in them.

      By month, quarter and year:

      New deals              Wanted  Expected  Deals in 80 of 100 cases      Reached in  Running total in  New revenue (EUR) in 80 of 100 cases
      January 2027                0       0.1                    0 to 1                                                               0 to 10 k
      February 2027               0       0.6                    0 to 2                                                               0 to 20 k
      March 2027                  0         1                    0 to 2                                                               0 to 20 k
      April 2027                5.9         1                    0 to 2  under 1 of 100          6 of 100                             0 to 20 k
      May 2027                  6.1         1                    0 to 2  under 1 of 100    under 1 of 100                             0 to 20 k
      June 2027                 5.9         1                    0 to 2  under 1 of 100    under 1 of 100                             0 to 20 k
      January to March 2027       0       1.7                    0 to 3                                                               0 to 30 k
      April to June 2027         18         3                    1 to 5  under 1 of 100    under 1 of 100                          10 k to 50 k
      January to June 2027       18       4.7                    2 to 8  under 1 of 100    under 1 of 100                          20 k to 80 k
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
      forecastOf(plan, inflow),
      "Deals wanted",
      "Deals expected",
      "  from those on the way",
    );
    expect(rows).toEqual(dealsIn(reportOf(plan), "Wanted", "Expected", "  from those on the way"));
    for (const row of rows) {
      const sum = row.slice(0, -1).reduce((so, cell) => so + Number(cell), 0);
      expect(sum.toFixed(1)).toBe(Number(row.at(-1)).toFixed(1));
    }
  });

  test("of nobody new", () => {
    expect(said(new Map(), onTheWay(400)).split("\n\n").slice(2, 6)).toMatchInlineSnapshot(`
      [
        "With 0 new prospects, 100 new deals are to be expected (18 are wanted), and EUR 999,999 of revenue from new and existing business.",
        "With nobody new the 18 deals wanted by June 2027 are reached in over 99 of 100 such plans.",
        "Small firms
      -----------",
        "100 deals are to be expected by June 2027: the 18 wanted are reached.",
      ]
    `);
  });
});
