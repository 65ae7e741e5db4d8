import { describe, expect, test } from "vitest";
import { said, saidOf } from "./example.ts";
import { agreementExamples } from "./examples/agreement.ts";

describe("goal/incomplete", () => {
  test("names all that is missing", () => {
    expect(saidOf(agreementExamples["goal/incomplete"].fails)).toMatchInlineSnapshot(`
      "plan.json:9:11 error goal/incomplete The goal says nothing of profitability and customer excellence; 2 of its 4 parts are agreed.
        Agree on a measure and a number for each and add "profitability" and "customerExcellence", each with "metric", "target" and "unit". [marketing, sales]"
    `);
  });
  test("counts one part", () => {
    expect(
      said([
        "plan",
        "goal",
        { revenue: { metric: "booked-revenue", target: 180000, unit: "money" } },
      ]),
    ).toMatchInlineSnapshot(`
      "plan.json:9:11 error goal/incomplete The goal says nothing of profitability, customer excellence and growth; 1 of its 4 parts is agreed.
        Agree on a measure and a number for each and add "profitability", "customerExcellence" and "growth", each with "metric", "target" and "unit". [marketing, sales]"
    `);
  });
});

describe("target/not-split", () => {
  test("says why one number is not enough", () => {
    expect(saidOf(agreementExamples["target/not-split"].fails)).toMatchInlineSnapshot(`
      "targets.json:7:29 error target/not-split The revenue target of segment "Small firms" gives all revenue in one number, so orders that come by themselves can hide that nobody new was won.
        Replace "total" by "new", "expansion" and "renewal"; write 0 where there is none. [marketing, sales]"
    `);
  });
  test("asks for existing business", () => {
    expect(
      said(["targets", "segments/smb/revenue", { new: { "2027-Q1": 0, "2027-Q2": 180000 } }]),
    ).toMatchInlineSnapshot(`
      "targets.json:7:18 error target/not-split The revenue target of segment "Small firms" does not say how much comes from customers there are already, so orders that come by themselves can hide that nobody new was won.
        Add "renewal" and "expansion"; write "renewal": 0 if there is none. [marketing, sales]"
    `);
  });
  test("asks for new business", () => {
    expect(
      said(["plan", "goal/revenue/target", 0], ["targets", "segments/smb/revenue", { renewal: 0 }]),
    ).toMatchInlineSnapshot(`
      "targets.json:7:18 error target/not-split The revenue target of segment "Small firms" does not say how much comes from new customers, so orders that come by themselves can hide that nobody new was won.
        Add "new"; write "new": 0 if there is none. [marketing, sales]"
    `);
  });
});

describe("segment/mismatch", () => {
  test("names the dimension of one side", () => {
    expect(saidOf(agreementExamples["segment/mismatch"].fails)).toMatchInlineSnapshot(`
      "plan.json:24:61 error segment/mismatch Of marketing and sales only sales is organised by geography; marketing is organised by size, so nobody can say which part of the one belongs to which part of the other.
        Add geography to "organisedBy" for marketing, or an entry to "mapping" that names the geography of sales and what it is called in marketing. [marketing, sales]"
    `);
  });
  test("names a segment cut by what nobody is organised by", () => {
    expect(
      said(
        ["plan", "organisedBy", { marketing: [], sales: ["geography"] }],
        ["plan", "mapping", [{ id: "n", marketing: { size: "small" }, sales: { size: "small" } }]],
      ),
    ).toMatchInlineSnapshot(`
      "plan.json:24:47 error segment/mismatch Of marketing and sales only sales is organised by geography; marketing is organised by nothing that is written here, so nobody can say which part of the one belongs to which part of the other.
        Add geography to "organisedBy" for marketing, or an entry to "mapping" that names the geography of sales and what it is called in marketing. [marketing, sales]
      plan.json:26:68 error segment/mismatch The segment "Small firms" is cut out by size, but neither marketing nor sales is organised by size.
        Cut it by geography, or add size to "organisedBy" for both. [marketing, sales]"
    `);
  });
  test("says nothing where nobody says how they are organised", () => {
    expect(said(["plan", "organisedBy", undefined])).toMatchInlineSnapshot(`""`);
  });
});

describe("effective/gap", () => {
  test("names the months of a target", () => {
    expect(saidOf(agreementExamples["effective/gap"].fails)).toMatchInlineSnapshot(`
      "targets.json:8:16 error effective/gap The target for new business in segment "Small firms" says nothing of May 2027; the plan has 6 months.
        Add an amount for it; write "2027-05": 0 where nothing is to be won. [marketing, sales]"
    `);
  });
  test("names the months of a promise, per grade", () => {
    expect(
      said(
        ["sla", "duties/supply/supply/commitments/smb-2027/from", "2027-02"],
        ["sla", "duties/supply/supply/commitments/smb-2027/until", "2027-06"],
        ["sla", "duties/supply/supply/commitments/smb-2027/grade", "a"],
        [
          "sla",
          "duties/supply/supply/commitments/smb-b",
          { id: "smb-b", segment: "smb", prospectsPerMonth: 10, valuePerMonth: 25000 },
        ],
      ),
    ).toMatchInlineSnapshot(`
      "sla.json:13:11 error effective/gap The duty "Bring those who compare" for segment "Small firms", grade "a", promises nothing for January 2027 and June 2027; the plan has 6 months.
        Let "from" and "until" follow one another over the whole plan; write "prospectsPerMonth": 0 where nothing is promised. [marketing]"
    `);
  });
});

describe("effective/overlap", () => {
  test("names a month that is given twice", () => {
    expect(saidOf(agreementExamples["effective/overlap"].fails)).toMatchInlineSnapshot(`
      "targets.json:8:62 error effective/overlap The target for new business in segment "Small firms" gives June 2027 twice: by itself, and within 2027-Q2.
        Give the three months of 2027-Q2 one by one and take the quarter out, or take "2027-06" out. [marketing, sales]
        targets.json:8:43 the quarter"
    `);
  });
  test("names two promises for the same months", () => {
    expect(
      said([
        "sla",
        "duties/supply/supply/commitments/smb-spring",
        {
          id: "smb-spring",
          segment: "smb",
          from: "2027-04",
          until: "2027-06",
          prospectsPerMonth: 20,
          valuePerMonth: 50000,
        },
      ]),
    ).toMatchInlineSnapshot(`
      "sla.json:14:11 error effective/overlap The duty "Bring those who compare" for segment "Small firms" promises two numbers for April and May 2027: "smb-2027" and "smb-spring".
        Let the first end ("until") in the month in which the second begins ("from"). [marketing]
        sla.json:13:11 the other number"
    `);
  });
  test("names a promise that ends before it begins", () => {
    expect(
      said([
        "sla",
        "duties/supply/supply/commitments/smb-spring",
        {
          id: "smb-spring",
          segment: "smb",
          from: "2027-04",
          until: "2027-04",
          prospectsPerMonth: 20,
          valuePerMonth: 50000,
        },
      ]),
    ).toMatchInlineSnapshot(`
      "sla.json:18:22 error effective/overlap The duty "Bring those who compare" for segment "Small firms" promises a number from April 2027 until April 2027, which is over before it begins.
        Write the month after the last one that it holds for, for example the month after April 2027. [marketing]"
    `);
  });
  test("names changes that hold on the same day, in the order of their dates", () => {
    expect(
      said([
        "journey",
        "segments/smb/transitions/comparing-running/changes",
        [
          { id: "autumn", from: "2027-10-01", until: "2027-10-01", duration: { fixed: 20 } },
          { id: "spring", from: "2027-03-01", until: "2027-05-01", duration: { fixed: 20 } },
          { id: "easter", from: "2027-04-01", until: "2027-05-01", duration: { fixed: 30 } },
          { id: "summer", from: "2027-05-01", duration: { fixed: 25 } },
          { id: "holidays", from: "2027-05-01", duration: { fixed: 30 } },
        ],
      ]),
    ).toMatchInlineSnapshot(`
      "journey.json:77:24 error effective/overlap The change "autumn" of the step "Comparing → Running" in segment "Small firms" holds from 1 October 2027 until 1 October 2027, which is over before it begins.
        Write the day after its last day, or take "until" out so that it holds until the next change. [sales]
      journey.json:88:23 error effective/overlap Two changes of the step "Comparing → Running" in segment "Small firms" hold on 1 April 2027: "spring" and "easter".
        Let "spring" end on 1 April 2027, or take its "until" out; it ends when the next one begins. [sales]
        journey.json:80:13 the change "spring"
      journey.json:93:41 error effective/overlap Two changes of the step "Comparing → Running" in segment "Small firms" hold on 1 May 2027: "summer" and "holidays".
        Let one of them begin on another day, or make one change of the two. [sales]
        journey.json:92:13 the change "summer""
    `);
  });
});

describe("goal/differs-from-targets", () => {
  test("says both and the difference", () => {
    expect(saidOf(agreementExamples["goal/differs-from-targets"].fails)).toMatchInlineSnapshot(`
      "plan.json:10:56 warning goal/differs-from-targets The revenue goal is EUR 200,000, and the targets of all segments add up to EUR 180,000: EUR 20,000 of the goal are nobody's target.
        Write EUR 180,000 as the goal, or change the targets by EUR 20,000. [marketing, sales]
        targets.json:3:15 the targets"
    `);
  });
  test("says that the targets ask for more", () => {
    expect(said(["plan", "goal/revenue/target", 179000])).toMatchInlineSnapshot(`
      "plan.json:10:56 warning goal/differs-from-targets The revenue goal is EUR 179,000, and the targets of all segments add up to EUR 180,000: EUR 1,000 more than the goal.
        Write EUR 180,000 as the goal, or change the targets by EUR 1,000. [marketing, sales]
        targets.json:3:15 the targets"
    `);
  });
});

describe("plan/left-open", () => {
  test("says once what is open, and by which absent documents", () => {
    expect(saidOf(agreementExamples["plan/left-open"].fails)).toMatchInlineSnapshot(`
      "plan.json:2:14 info plan/left-open The plan leaves open who is worth winning and what it may cost, because it does without customers.json and resources.json.
        There is nothing to do if both teams want it so; otherwise add what you agree on ("jointplan schema customers" says what stands in customers.json). [marketing, sales]"
    `);
  });
  test("says what one absent document leaves open", () => {
    expect(said(["sources", "", undefined])).toMatchInlineSnapshot(`
      "plan.json:2:14 info plan/left-open The plan leaves open which exports of your CRM the numbers are read from, because it does without sources.json.
        There is nothing to do if both teams want it so; otherwise add what you agree on ("jointplan schema sources" says what stands in sources.json). [marketing, sales]"
    `);
  });
});

describe("plan/too-big", () => {
  test("says how many pages it is, and how many are read", () => {
    expect(saidOf(agreementExamples["plan/too-big"].fails)).toMatchInlineSnapshot(`
      "plan.json:2:14 info plan/too-big plan.json has 230 lines, about 3.8 pages; with 1 segment people still read 2.
        Ask of each part who decides by it: join what is treated alike, and move what only explains out of the plan. [marketing, sales]"
    `);
  });
});
