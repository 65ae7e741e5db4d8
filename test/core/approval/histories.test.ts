import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, policy, told } from "./history.ts";

describe("who must agree", () => {
  test.each([
    ["lena proposes b", "pending: marketing 1 of mia omar rev"],
    ["mia proposes b", "pending: sales 1 of lena sven rev"],
    ["mia proposes m", "agreed"],
    ["lena proposes m", "pending: marketing 1 of mia omar rev"],
    ["lena proposes s", "agreed"],
    ["lena proposes w", "pending: marketing 1 of mia omar rev"],
    ["mia proposes w", "agreed"],
    // No rule applies: both teams.
    ["lena proposes o", "pending: marketing 1 of mia omar rev"],
    ["farid proposes o", "pending: marketing 1 of mia omar rev, sales 1 of lena sven rev"],
    // One part has a rule, the other has none: both teams for that part.
    ["mia proposes m o", "pending: sales 1 of lena sven rev"],
    ["lena proposes p", "pending: marketing 1 of mia omar rev, finance 1 of farid"],
    ["lena proposes a", "pending: sales 1 of sven rev"],
    ["stranger proposes b", "pending: marketing 1 of mia omar rev, sales 1 of lena sven rev"],
    ["lena proposes", "agreed"],
  ])("%s → %s", (history, expected) => {
    expect(told(evaluate(history))).toBe(expected);
  });
});

describe("who has agreed", () => {
  test.each([
    ["lena proposes b; mia yes", "agreed"],
    ["lena proposes b; Mia yes", "agreed"],
    ["lena proposes b; @mia yes", "agreed"],
    ["lena proposes b; sven yes", "pending: marketing 1 of mia omar rev"],
    ["lena proposes b; mia comments", "pending: marketing 1 of mia omar rev"],
    ["lena proposes b; stranger yes", "pending: marketing 1 of mia omar rev, stranger no-member"],
    ["lena proposes b; bot mia yes", "pending: marketing 1 of mia omar rev, mia bot"],
    ["lena proposes p; mia yes", "pending: finance 1 of farid"],
    ["lena proposes p; mia yes; farid yes", "agreed"],
    ["lena proposes b; mia yes; farid yes", "agreed: farid not-asked"],
    ["lena proposes a; sven yes", "agreed"],
    ["lena proposes a; lena yes", "pending: sales 1 of sven rev"],
    ["stranger proposes b; mia yes; lena yes", "agreed"],
    // Two hats, one seat.
    ["rev proposes b", "pending: sales 1 of lena sven, or mia omar for marketing"],
    ["rev proposes b; rev yes", "pending: sales 1 of lena sven, or mia omar for marketing"],
    ["rev proposes b; lena yes", "agreed"],
    ["rev proposes b; mia yes", "agreed"],
    ["lena proposes b; rev yes", "agreed"],
    ["stranger proposes b; rev yes", "pending: sales 1 of lena sven, or mia omar for marketing"],
    ["lena proposes a; rev yes", "agreed"],
    ["rev proposes a m; lena yes", "pending: marketing 1 of mia omar, or sven for sales"],
    ["rev proposes a m; lena yes; mia yes", "agreed"],
  ])("%s → %s", (history, expected) => {
    expect(told(evaluate(history))).toBe(expected);
  });
});

describe("what a later push does", () => {
  test.each([
    // Taking something out keeps an approval, adding or changing voids it.
    ["lena proposes b m; mia yes; push b", "agreed"],
    [
      "lena proposes b; mia yes; push b m",
      "pending: marketing 1 of mia omar rev, mia for marketing has not seen m",
    ],
    [
      "lena proposes b; mia yes; push b2",
      "pending: marketing 1 of mia omar rev, mia for marketing has not seen b2",
    ],
    ["lena proposes b; mia yes; push b2; mia yes", "agreed"],
    ["lena proposes b; mia yes; push b2; omar yes", "agreed: mia for marketing has not seen b2"],
    // What a team is not asked about does not void its approval.
    ["lena proposes b; mia yes; push b s", "agreed"],
    ["mia proposes b; lena yes; push b m", "agreed"],
    ["mia proposes b; lena yes; push b w", "agreed"],
    // Only the team that has not seen it is asked again.
    [
      "stranger proposes b; mia yes; lena yes; push b s",
      "pending: sales 1 of lena sven rev, lena for sales has not seen s",
    ],
    [
      "lena proposes b; mia yes; push b p",
      "pending: marketing 1 of mia omar rev, finance 1 of farid, mia for marketing has not seen p",
    ],
    // The author stands behind what is there now.
    ["lena proposes s; push s2", "agreed"],
  ])("%s → %s", (history, expected) => {
    expect(told(evaluate(history))).toBe(expected);
  });
});

describe("who is in the way", () => {
  test.each([
    ["lena proposes b; mia no", "blocked: mia asks for changes, marketing 1 of mia omar rev"],
    ["lena proposes b; mia yes; omar no", "blocked: omar asks for changes"],
    [
      "lena proposes b; mia yes; mia no",
      "blocked: mia asks for changes, marketing 1 of mia omar rev",
    ],
    ["lena proposes b; mia no; mia yes", "agreed"],
    ["lena proposes b; omar no; mia yes", "agreed"],
    ["lena proposes b; mia yes; omar no; push b2; mia yes", "agreed"],
    ["lena proposes b; mia yes; sven no", "blocked: sven asks for changes"],
    ["lena proposes b; mia yes; sven no; mia yes", "blocked: sven asks for changes"],
    // Neither who proposes nor an approval of something older takes an objection back.
    ["lena proposes b; mia yes; sven no; lena yes", "blocked: sven asks for changes"],
    [
      "lena proposes b; mia yes; omar no; mia yes; push b m",
      "blocked: omar asks for changes, marketing 1 of mia omar rev, mia for marketing has not seen m",
    ],
    ["lena proposes b; mia yes; sven no; sven dismissed", "agreed"],
    ["lena proposes b; mia yes; mia dismissed", "pending: marketing 1 of mia omar rev"],
    ["lena proposes b; @Mia yes; mia dismissed", "pending: marketing 1 of mia omar rev"],
    [
      "lena proposes b; mia no; push b2",
      "blocked: mia asks for changes, marketing 1 of mia omar rev",
    ],
    ["lena proposes b; mia yes; stranger no", "agreed: stranger no-member"],
    ["lena proposes b; mia yes; bot sven no", "agreed: sven bot"],
    ["lena proposes b; mia yes; farid no", "blocked: farid asks for changes, farid not-asked"],
    [
      "lena proposes b; mia yes; lena no",
      "blocked: lena asks for changes, sales 1 of lena sven rev",
    ],
    // An override is said as one, and only where it was needed.
    [
      "lena proposes b; sven overrides the fair is tomorrow",
      "overridden: marketing 1 of mia omar rev",
    ],
    [
      "lena proposes b; mia no; sven overrides it is agreed by phone",
      "overridden: mia asks for changes, marketing 1 of mia omar rev",
    ],
    ["lena proposes b; mia yes; sven overrides nothing", "agreed"],
  ])("%s → %s", (history, expected) => {
    expect(told(evaluate(history))).toBe(expected);
  });
});

describe("somebody in two teams", () => {
  /** Two teams of these people; every change of `b` asks both. */
  const teamsOf = (marketing: string, sales: string) => ({
    ...policy,
    teams: [
      { id: "marketing", title: "Marketing", members: marketing.split(" ") },
      { id: "sales", title: "Sales", members: sales.split(" ") },
    ],
  });

  test.each([
    // Who is in both takes the seat that nobody else can fill.
    ["rev mia", "rev", "rev proposes b", "pending: marketing 1 of mia"],
    ["rev mia", "rev", "rev proposes b; mia yes", "agreed"],
    ["rev", "rev lena", "rev proposes b", "pending: sales 1 of lena"],
    ["rev mia", "rev", "stranger proposes b; rev yes", "pending: marketing 1 of mia"],
    // Either seat will do: both ways are told.
    ["rev mia", "rev lena", "rev proposes b", "pending: sales 1 of lena, or mia for marketing"],
    ["rev mia", "rev lena", "rev proposes b; mia yes", "agreed"],
    // One person is not two.
    ["rev", "rev", "rev proposes b", "pending: sales 1 of nobody"],
    ["rev", "rev", "stranger proposes b", "pending: marketing 1 of rev, sales 1 of nobody"],
    ["rev mia", "rev", "stranger proposes b", "pending: marketing 1 of mia, sales 1 of rev"],
  ])("marketing %s, sales %s: %s → %s", (marketing, sales, history, expected) => {
    expect(told(evaluate(history, teamsOf(marketing, sales)))).toBe(expected);
  });
});

describe("a policy that cannot be met", () => {
  test("asks for a team that does not exist rather than letting the change pass", () => {
    const rules = [{ id: "legal", when: { affects: ["sales" as const] }, team: "legal" }];
    expect(told(evaluate("lena proposes s", { ...policy, rules }))).toBe(
      "pending: legal 1 of nobody",
    );
  });
});

const people = fc.constantFrom("mia", "omar", "rev", "lena", "sven", "farid", "stranger");
const step = fc.oneof(
  fc
    .tuple(people, fc.constantFrom("yes", "no", "dismissed", "comments"))
    .map((each) => each.join(" ")),
  fc
    .uniqueArray(fc.constantFrom("m", "m2", "s", "b", "b2", "p", "a", "w", "o"), { minLength: 1 })
    .map((changes) => `push ${changes.join(" ")}`),
);
const histories = fc
  .tuple(people, fc.array(step, { maxLength: 8 }))
  .map(([author, steps]) => [`${author} proposes b`, ...steps].join("; "));

/** What the last push, or the proposal, holds. */
const heldBy = (history: string): string =>
  history
    .split("; ")
    .findLast((each) => / proposes |^push /.test(each))
    ?.replace(/^.*?(proposes|push) /, "") ?? "";

describe("for every history", () => {
  test("a push that adds to a change never turns it from not agreed to agreed", () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom("m3", "s3", "b3", "p3", "w3", "o3"),
        (history, more) => {
          const before = evaluate(history).state;
          const after = evaluate(`${history}; push ${heldBy(history)} ${more}`).state;
          return before === "agreed" || after !== "agreed";
        },
      ),
    );
  });

  test("nobody sits on two seats, and every seat is filled by a member of its team", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { teams } = evaluate(history);
        const seated = teams.flatMap(({ agreed }) => agreed.map(({ by }) => by));
        const members = teams.every(({ team, agreed }) =>
          agreed.every(({ by }) => team.members.includes(by)),
        );
        return members && new Set(seated).size === seated.length;
      }),
    );
  });

  test("everybody who is waited for brings agreement nearer, and with all of them it is reached", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const missing = (of: string): number =>
          evaluate(of).teams.reduce((sum, team) => sum + team.missing, 0);
        const { teams } = evaluate(history);
        const asked = new Set(teams.flatMap(({ waitingFor }) => waitingFor));
        const [author] = history.split(" ");
        const others = [...asked].filter((person) => person !== author);
        const short = teams.reduce((sum, each) => sum + each.short, 0);
        const all = others.map((person) => `; ${person} yes`).join("");
        return (
          others.every((person) => missing(`${history}; ${person} yes`) === missing(history) - 1) &&
          (others.length < asked.size || missing(`${history}${all}`) === short)
        );
      }),
    );
  });

  test("one more approval never takes agreement away", () => {
    fc.assert(
      fc.property(histories, people, (history, person) => {
        const author = history.split(" ")[0];
        const before = evaluate(history).state;
        return (
          before !== "agreed" ||
          person === author ||
          evaluate(`${history}; ${person} yes`).state === "agreed"
        );
      }),
    );
  });
});
