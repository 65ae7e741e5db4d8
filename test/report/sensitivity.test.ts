import { describe, expect, test } from "vitest";
import { requireFunnel, sensitivity, shortfallsOf, sureOfFunnel } from "../../core/funnel/index.ts";
import type { SoundPlan } from "../../core/plan/index.ts";
import { funnelReport } from "../../report/funnel.ts";
import { sensitivityReport } from "../../report/sensitivity.ts";
import { toText } from "../../report/text.ts";
import { baseDay } from "../core/check/base-plan.ts";
import { type Edit, planOf } from "../core/plan/edited.ts";
import { openPlan } from "../plans/open-plan.ts";

/** What a leader reads about what matters, and why each month asks for so many. */

const matters = (plan: SoundPlan): string =>
  toText(sensitivityReport(sensitivity(plan, requireFunnel(plan, baseDay))));

const explained = (plan: SoundPlan): string => {
  const funnel = requireFunnel(plan, baseDay);
  const shortfalls = new Map(
    plan.segments.map((segment, index) => {
      const needed = funnel.segments[index];
      return [segment.id, needed === undefined ? [] : shortfallsOf(plan, segment, needed)] as const;
    }),
  );
  return toText(funnelReport(funnel, sureOfFunnel(plan, funnel), shortfalls));
};

const reported = (plan: SoundPlan): string => {
  const funnel = requireFunnel(plan, baseDay);
  return toText(funnelReport(funnel, sureOfFunnel(plan, funnel)));
};

/** From one heading to the next. */
const part = (text: string, from: string): string =>
  text.slice(text.indexOf(from)).split(/\n\n(?=[^\n]+\n-{3,}\n)/)[0] ?? "";

describe("what matters", () => {
  test("in acme's plan", async () => {
    await expect(matters(openPlan("plans/acme-2027"))).toMatchFileSnapshot("acme.sensitivity.txt");
  });

  test("in a plan of one segment, whose first steps start from nothing", () => {
    expect(matters(planOf()).split("\nHow to read this")[0]).toMatchInlineSnapshot(`
      "What matters: Growth 2027
      =========================

      January 2027 to June 2027, as of 2026-12-01, amounts in EUR

      What moves the revenue by the end of June 2027 most: how many go on from Comparing to Running, what a new deal brings and how many go on from Noticing to Comparing.

      - Comparing to Running (Sales): 29.4 % going on instead of 25 % brings EUR 34,100 more by the end of June 2027 (3.4 deals) and EUR 41,100 more in the twelve months after; or the same targets take 40 new prospects fewer.
      - Value of a new deal: EUR 11,000 instead of EUR 10,000 brings EUR 19,200 more by the end of June 2027 and EUR 7,410 more in the twelve months after; or the same targets take 24 new prospects fewer.
      - Noticing to Comparing (Marketing): 43.1 % going on instead of 40 % brings EUR 15,100 more by the end of June 2027 (1.5 deals) and EUR 18,200 more in the twelve months after; or the same targets take 19 new prospects fewer.
      - Comparing to Running (Sales): 18 days instead of 20 brings EUR 4,670 more by the end of June 2027 (0.5 deals) and takes EUR 892 from the twelve months after; or the same targets take 4 new prospects fewer.
      - Noticing to Comparing (Marketing): 10.8 days instead of 12 brings EUR 2,930 more by the end of June 2027 (0.3 deals) and takes EUR 560 from the twelve months after; or the same targets take 3 new prospects fewer.

      Revenue by the end of June 2027 when one number changes (EUR; worse to the left, better to the right):
      Comparing to Running      20.7 to 29.4 %  −33 k   ███████████████████│████████████████████  +34 k
      Value of a new deal      9,000 to 11,000  −19 k           ███████████│███████████           +19 k
      Noticing to Comparing     36.9 to 43.1 %  −15 k             █████████│█████████             +15 k
      Comparing to Running       22 to 18 days   −5 k                   ███│███                   +5 k
      Noticing to Comparing  13.2 to 10.8 days   −3 k                    ██│██                    +3 k

      Small firms
      -----------

      Of what more going on at Comparing to Running brings, 45 % comes by the end of June 2027.

      Step                         Go on  10 % more: by Jun 2027  year after  comes by Jun 2027  1 point more: by Jun 2027  Days  10 % faster: by Jun 2027  year after
      Noticing to Comparing         40 %                   +19 k       +23 k               45 %                       +5 k    12                      +3 k        −560
      Comparing to Running          25 %                   +19 k       +23 k               45 %                       +8 k    20                      +5 k        −892
      Running to Staying            90 %                       0       +16 k                0 %                          0
      Value of a new deal, 10,000                          +19 k        +7 k               72 %
      Value of a renewal, 9,000                                0       +16 k                0 %
      "
    `);
  });

  test("in a plan that wants nothing", () => {
    const nothing: Edit = ["targets", '"2027-Q2": 180000', '"2027-Q2": 0'];
    const text = matters(planOf(nothing));
    expect(text).toContain("No number of the plan moves its revenue by the end of June 2027.");
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("why each month asks for so many", () => {
  test("in the segment of acme that starts with a shortfall", () => {
    const text = explained(openPlan("plans/acme-2027"));
    expect(
      part(text.slice(text.indexOf("Why so many: Mid-size manufacturers")), "Why so many"),
    ).toMatchInlineSnapshot(`
      "Why so many: Mid-size manufacturers

      - January 2027: 603 new prospects, 1.71 times the natural inflow of 352; driven by the running total due at the end of June 2027. Its own running total is decided by those on the way: 0.4 deals are missing whatever comes in.
      - February 2027: 437 new prospects, 1.39 times the natural inflow of 314; driven by the running total due at the end of June 2027. Its own running total is decided by those on the way: 0.8 deals are missing whatever comes in.
      - March 2027: 346 new prospects, as many as the natural inflow of 345; driven by the running total due at the end of June 2027. Its own running total is decided by those on the way: 1.2 deals are missing whatever comes in.
      - April 2027: 272 new prospects, 0.8 times the natural inflow of 338; driven by the running total due at the end of June 2027. Its own running total is decided by those on the way: 1.3 deals are missing whatever comes in.
      - May 2027: 300 new prospects, 0.85 times the natural inflow of 354; driven by the running total due at the end of June 2027.
      - June 2027: 341 new prospects, 0.98 times the natural inflow of 347; driven by the running total due at the end of June 2027.
      - July 2027: 383 new prospects, 1.06 times the natural inflow of 361; no running total presses, so it follows the targets and keeps steady.
      - August 2027: 378 new prospects, 1.05 times the natural inflow of 362; no running total presses, so it follows the targets and keeps steady.
      - September 2027: 351 new prospects, as many as the natural inflow of 351; no running total presses, so it follows the targets and keeps steady.
      - October 2027: 355 new prospects, 0.97 times the natural inflow of 365; no running total presses, so it follows the targets and keeps steady.
      - November 2027: 349 new prospects, 0.98 times the natural inflow of 357; no running total presses, so it follows the targets and keeps steady.
      - December 2027: 373 new prospects, as many as the natural inflow of 373; no running total presses, so it follows the targets and keeps steady.

      Mid-size manufacturers, January to May 2027: 1.3 deals are missing from the running total at worst, by the end of April 2027. With the same new prospects, each of these closes it alone:

      What changes                            Agreed  Closes at        Change
      Evaluating to Committing: go on           47 %     58.7 %  +11.7 points
      Evaluating to Committing: time         36 days  28.6 days       −20.6 %
      Committing to Customer: go on             60 %     65.9 %   +5.9 points
      Committing to Customer: time           21 days  14.2 days       −32.4 %
      Value of a new deal (EUR)               60,000     65,883        +9.8 %
      Deals wanted by the end of April 2027     18.8       17.5    −1.3 deals

      Not enough alone: everybody going on from Aware to Exploring, Exploring to Ready to talk and Ready to talk to Evaluating; a tenth of the time for Aware to Exploring, Exploring to Ready to talk and Ready to talk to Evaluating; any number of new prospects."
    `);
  });

  test("where nothing closes it alone but a lower target", () => {
    const early: Edit = ["targets", '"2027-Q1": 0,', '"2027-Q1": 90000,'];
    const slow: Edit = [
      "journey",
      '"duration": { "median": 20, "p90": 45 }',
      '"duration": { "fixed": 400 }',
    ];
    expect(part(explained(planOf(early, slow)), "Why so many")).toMatchInlineSnapshot(`
      "Why so many: Small firms

      - January 2027: no new prospects; nobody new can help in time. Its own running total is decided by those on the way: 3.1 deals are missing whatever comes in.
      - February 2027: no new prospects; nobody new can help in time. Its own running total is decided by those on the way: 5.9 deals are missing whatever comes in.
      - March 2027: no new prospects; nobody new can help in time. Its own running total is decided by those on the way: 9 deals are missing whatever comes in.
      - April 2027: no new prospects; nobody new can help in time. Its own running total is decided by those on the way: 14.9 deals are missing whatever comes in.
      - May 2027: no new prospects; nobody new can help in time. Its own running total is decided by those on the way: 21.1 deals are missing whatever comes in.
      - June 2027: no new prospects; nobody new can help in time. Its own running total is decided by those on the way: 27 deals are missing whatever comes in.

      Small firms, January to June 2027: 27 deals are missing from the running total at worst, by the end of June 2027. No other number closes it alone; only a lower target does:

      What changes                          Agreed  Closes at     Change
      Deals wanted by the end of June 2027      27          0  −27 deals

      Not enough alone: everybody going on from Noticing to Comparing and Comparing to Running; a tenth of the time for Noticing to Comparing and Comparing to Running; any number of new prospects; any value of a new deal."
    `);
  });

  test("is told only to those who ask", () => {
    expect(reported(planOf())).not.toContain("Why so many");
  });
});

test("what a prospect is worth at each stage stands once, for all segments", () => {
  const text = reported(openPlan("plans/acme-2027"));
  expect(part(text, "What a prospect is worth at each stage\n")).toMatchInlineSnapshot(`
    "What a prospect is worth at each stage
    --------------------------------------

    Small plants: one at Evaluating is worth 14 at Aware and buys 47 days sooner. Mid-size manufacturers: one at Committing is worth 44 at Aware and buys 138 days sooner. Key accounts: one at Committing is worth 150 at Unaware and buys 232 days sooner.

    Segment                 Entering       For one deal  Days: one in ten  half  nine in ten  Last useful entry  Go on, agreed  on a dashboard
    Small plants            Aware                  32.7                39    68          110   22 November 2027           28 %          27.5 %
    Small plants            Exploring               9.2                26    49           83    5 December 2027           40 %          39.8 %
    Small plants            Ready to talk           3.7                16    33           62   15 December 2027           62 %          61.9 %
    Small plants            Evaluating              2.3                 7    21           48   24 December 2027           44 %            44 %
    Mid-size manufacturers  Aware                    73                95   159          265  27 September 2027           24 %          23.7 %
    Mid-size manufacturers  Exploring              17.5                67   115          201    25 October 2027           34 %          33.6 %
    Mid-size manufacturers  Ready to talk             6                42    79          140   19 November 2027           58 %          61.2 %
    Mid-size manufacturers  Evaluating              3.5                29    63          123    2 December 2027           47 %          45.8 %
    Mid-size manufacturers  Committing              1.7                 7    21           48   24 December 2027           60 %          59.3 %
    Key accounts            Unaware               243.3               161   256          393       23 July 2027           22 %          21.5 %
    Key accounts            Aware                  53.5               121   198          314   1 September 2027           30 %          29.5 %
    Key accounts            Exploring              16.1                85   144          239     7 October 2027           32 %          31.5 %
    Key accounts            Ready to talk           5.1                55    95          166    6 November 2027           55 %          54.4 %
    Key accounts            Evaluating              2.8                39    74          143   22 November 2027           58 %          56.7 %
    Key accounts            Committing              1.6                 9    24           52   22 December 2027           61 %          62.2 %

    - Last useful entry: of those who enter the stage later and ever buy, fewer than one in ten do so by the end of December 2027.
    - On a dashboard: those who go on divided by those who enter, both counted within the plan. It is no rate, because those who go on entered earlier; where entries grow, it is below the agreed share with nothing wrong."
  `);
});
