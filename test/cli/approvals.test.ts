import { afterAll, describe, expect, test } from "vitest";
import { newRepository } from "../functions/source/repository.ts";
import { folder, newTerminal, type Ran, type Terminal } from "./terminal.ts";

/** Who must agree to a change, told as stories in a git repository: lena of Sales proposes, others say what they think. */

const opened: Terminal[] = [];
afterAll(() => {
  for (const each of opened) each.remove();
});

const approvals = {
  $schema: "../../schemas/v1/approvals.json",
  teams: [
    { id: "marketing", title: "Marketing", members: ["mia", "ole", "rev"] },
    { id: "sales", title: "Sales", members: ["lena", "sven", "rev"] },
    { id: "finance", title: "Finance", members: ["farid"] },
  ],
  rules: [
    { id: "marketing-agrees", when: { affects: ["marketing"] }, team: "marketing" },
    { id: "sales-agrees", when: { affects: ["sales"] }, team: "sales" },
    { id: "pay", when: { documents: ["compensation"] }, team: "finance" },
  ],
};

/** The same rules with other people, who are all one. */
const ofEve = {
  ...approvals,
  teams: approvals.teams.map((each) => ({ ...each, members: ["eve"] })),
};

/** Edits of the plan by the letter that stories name them with. */
const edits = {
  /** 60,000 more to win in the second quarter: both must do more. */
  target: ["targets", '"2027-Q2": 180000', '"2027-Q2": 240000'],
  /** More of those who notice go on to compare. */
  conversion: ["journey", '"value": 0.4', '"value": 0.5'],
  title: ["plan", '"title": "Growth 2027"', '"title": "Growth 2027, agreed"'],
} as const;

type EditName = keyof typeof edits;

interface Story extends Terminal {
  readonly git: (...words: readonly string[]) => string;
  /** Makes edits on the branch that is proposed, or takes them back; gives the commit. */
  readonly push: (...names: readonly EditName[]) => string;
  readonly takeBack: (...names: readonly EditName[]) => string;
  /** Commits what was written. */
  readonly commit: (message?: string) => string;
  /** Somebody says something about the newest commit, or about another one. */
  readonly says: (by: string, word: string, more?: { commit?: string; bot?: boolean }) => void;
  /** The answer to `approvals check`, with lena as author. */
  readonly check: (more?: string) => Promise<Ran>;
  readonly explain: (more?: string) => Promise<Ran>;
}

function story(): Story {
  const terminal = newTerminal();
  opened.push(terminal);
  const { git, commit } = newRepository(terminal.root);
  terminal.write(`${folder}/approvals.json`, JSON.stringify(approvals));
  terminal.write(".gitignore", "reviews.json\n.jointplan/\n");
  commit("the plan as agreed");
  git("checkout", "--quiet", "-b", "proposal");
  const reviews: object[] = [];
  const change = (names: readonly EditName[], back: boolean): string => {
    for (const name of names) {
      const [document, from, to] = edits[name];
      terminal.edit(`${folder}/${document}.json`, back ? to : from, back ? from : to);
    }
    return commit(names.join(", "));
  };
  const ask = async (word: string, more: string): Promise<Ran> => {
    terminal.write("reviews.json", JSON.stringify(reviews));
    return terminal.run(
      `approvals ${word} --base main --head proposal --reviews reviews.json --as-of 2026-12-01 ${more}`,
    );
  };
  return {
    ...terminal,
    git,
    commit,
    push: (...names) => change(names, false),
    takeBack: (...names) => change(names, true),
    says(by, says, { commit: seen = git("rev-parse", "HEAD"), bot } = {}) {
      const at = `2026-11-${String(reviews.length + 1).padStart(2, "0")}T09:00:00Z`;
      reviews.push({ id: `r${reviews.length + 1}`, by, says, at, commit: seen, bot });
    },
    check: (more = "--author lena") => ask("check", more),
    explain: (more = "--author lena") => ask("explain", more),
  };
}

/** The sentences of an answer that lie above its table. */
const told = ({ out }: Ran): string =>
  (out.split(/\n(?=Team )/)[0] ?? "").split("\n").slice(3).filter(Boolean).join("\n");

const steady = (text: string): string => text.replaceAll(/commit [0-9a-f]{10}/g, "commit …");

const agreed = "Agreed: Marketing (mia) and Sales (lena, who proposes it).";
const waiting =
  "Waiting for Marketing: mia, ole or rev. Agreed so far: Sales (lena, who proposes it).";

describe("a proposal on its way to agreement", () => {
  test("is read by a leader: who has agreed, whom it waits for, what comes next", async () => {
    const { push, says, check, explain } = story();
    push("target");
    expect(steady((await check()).out)).toMatchSnapshot("check");
    says("mia", "approve");
    push("conversion", "title");
    expect(steady((await explain("--author lena --with marketing:mia")).out)).toMatchSnapshot(
      "explain",
    );
  });

  test("waits again after a push that adds, and says what was not seen", async () => {
    const { push, says, check } = story();
    push("target");
    expect(await check()).toMatchObject({ code: 1 });
    expect(await check("--author lena --fail-on never")).toMatchObject({ code: 0 });
    says("mia", "approve");
    const first = await check();
    expect([told(first), first.code]).toEqual([agreed, 0]);
    push("conversion");
    const second = await check();
    expect([told(second), second.code]).toEqual([
      `${waiting}\nThe approval of mia for Marketing does not cover this, which mia has not seen: Small firms, Noticing → Comparing, conversion.`,
      1,
    ]);
    says("mia", "approve");
    expect(await check()).toMatchObject({ code: 0 });
  });

  test("stays agreed after a push that only takes back", async () => {
    const { push, takeBack, says, check } = story();
    push("target", "conversion");
    says("mia", "approve");
    takeBack("conversion");
    const after = await check();
    expect([told(after), after.code]).toEqual([agreed, 0]);
  });

  test("that was taken back altogether needs nobody", async () => {
    const { push, takeBack, check } = story();
    push("target");
    takeBack("target");
    const { out, code } = await check();
    expect(steady(out)).toBe(
      "No plan is different between commit … (main) and commit … (proposal), so nobody need agree.\n",
    );
    expect(code).toBe(0);
  });

  test("is blocked by whoever asks for changes, until somebody of that team approves", async () => {
    const { push, says, check } = story();
    push("target");
    says("mia", "approve");
    says("ole", "request-changes");
    const blocked = await check();
    expect(told(blocked)).toBe(
      "Asked for changes by ole of Marketing. Agreed so far: Marketing (mia) and Sales (lena, who proposes it).",
    );
    expect(blocked.code).toBe(1);
    says("sven", "approve");
    expect(await check()).toMatchObject({ code: 1 });
    says("mia", "approve");
    expect(await check()).toMatchObject({ code: 0 });
  });

  test("is not agreed to by a program, a stranger, a comment or a word that was taken back", async () => {
    const { push, says, check, explain } = story();
    push("target");
    says("checks[bot]", "approve", { bot: true });
    says("stranger", "approve");
    says("ole", "comment");
    says("mia", "approve");
    says("mia", "dismissed");
    const { out, code } = await check();
    expect([told({ out, code, err: "" }), code]).toEqual([waiting, 1]);
    expect((await explain()).out.split("Whose word counts")[1]).toContain(
      [
        "- lena counts for Sales: whoever proposes a change agrees to it.",
        "- checks[bot] does not count: it is the account of a program.",
        "- stranger does not count: no team of approvals.json, as it was before the change, names stranger.",
        "- ole does not count for Marketing: a comment says neither yes nor no.",
        "- mia does not count for Marketing: what mia said was taken back.",
      ].join("\n"),
    );
  });
});

describe("the author", () => {
  test("counts for the own team, and for nobody when not named", async () => {
    const { push, says, check } = story();
    push("target");
    says("mia", "approve");
    expect(await check("--author @Lena")).toMatchObject({ code: 0 });
    const unnamed = await check("");
    expect(told(unnamed)).toBe(
      "Waiting for Sales: lena, sven or rev. Agreed so far: Marketing (mia).",
    );
    expect(unnamed.code).toBe(1);
  });

  test("who is in no team is told so, with whom might be meant", async () => {
    const { push, check } = story();
    push("target");
    const { out, code } = await check("--author leena");
    expect(out).toContain(
      "leena, who proposes this, is in no team of approvals.json, so that counts for nobody: each team that is asked must agree by itself. Did you mean lena? If leena is one of a team, a change of its own adds leena to it.",
    );
    expect(code).toBe(1);
    expect((await check("--author lena")).out).not.toContain("is in no team");
  });

  test("who is in both teams fills one place", async () => {
    const { push, says, check, explain } = story();
    push("target");
    const alone = await check("--author rev");
    expect(told(alone)).toBe(
      "Waiting for Sales: lena or sven; or for Marketing: mia or ole, so that rev counts for Sales. Agreed so far: Marketing (rev, who proposes it).",
    );
    expect(alone.out).toContain(
      "Next: lena or sven approves the change for Sales; or mia or ole approves the change for Marketing too.",
    );
    expect((await explain("--author rev")).out).toContain(
      "- rev does not count for Sales: rev is in both teams, counts for Marketing, and nobody counts twice.",
    );
    says("mia", "approve");
    const other = await check("--author rev");
    expect([told(other), other.code]).toEqual([
      "Agreed: Marketing (mia) and Sales (rev, who proposes it).",
      0,
    ]);
  });
});

describe("the rules of who must agree", () => {
  test("are those from before the change: a team that names new people waits for the old ones", async () => {
    const { push, says, check, write, commit } = story();
    push("target");
    write(
      `${folder}/approvals.json`,
      JSON.stringify({
        ...approvals,
        teams: approvals.teams.map((team) =>
          team.id === "marketing" ? { ...team, members: ["lena-at-home", "lena"] } : team,
        ),
        rules: [],
      }),
    );
    commit("marketing is me");
    says("lena-at-home", "approve");
    const after = await check();
    expect([told(after), after.code]).toEqual([waiting, 1]);
    says("mia", "approve");
    expect(await check()).toMatchObject({ code: 0 });
  });

  test("of a new plan are its own: both teams must agree to all of it", async () => {
    const { read, write, commit, git, says, check } = story();
    git("rm", "--quiet", "-r", folder);
    commit("no plan yet");
    git("branch", "--force", "main");
    git("checkout", "--quiet", "HEAD~1", "--", folder);
    commit("a new plan");
    const fresh = await check();
    expect(steady(told(fresh))).toBe(
      [
        "The plan is new: there is none of this id in commit … (main). Both teams must agree to all of it. The list of people is the one that the plan itself brings, for there is none before it.",
        waiting,
      ].join("\n"),
    );
    expect(fresh.code).toBe(1);
    says("mia", "approve");
    expect(await check()).toMatchObject({ code: 0 });
    write(`${folder}/plan.json`, read(`${folder}/plan.json`).replace("Growth 2027", "Growth"));
    commit("another title");
    const later = await check();
    expect(later.out).toContain("which mia has not seen: the plan as it is now.");
    expect(later.code).toBe(1);
  });

  test("stand although another document from before was broken", async () => {
    const { write, read, commit, git, push, check } = story();
    const sla = read(`${folder}/sla.json`);
    write(`${folder}/sla.json`, "{");
    commit("a slip");
    git("branch", "--force", "main");
    write(`${folder}/sla.json`, sla);
    write(`${folder}/approvals.json`, JSON.stringify(ofEve));
    push("target");
    const { out, code } = await check();
    expect(out).toContain(
      "make no plan, so it cannot be told what the change moves. Both teams must agree to the whole plan. The list of people is the one from before the change, and its rules hold too.",
    );
    expect(out).toContain("Waiting for Marketing: mia, ole or rev; for Finance: farid.");
    expect(code).toBe(1);
  });

  test("are those of the last version that can be read, where nobody can read who agreed before", async () => {
    const { write, commit, git, push, check, explain } = story();
    write(`${folder}/approvals.json`, "{");
    commit("a slip");
    git("branch", "--force", "main");
    write(`${folder}/approvals.json`, JSON.stringify(ofEve));
    push("target");
    const { out, code } = await check("--author eve");
    expect(steady(out)).toContain(
      "Both teams must agree to the whole plan. The list of people is the one of commit …, the last before the change that can be read, and its rules hold too.",
    );
    expect(out).toContain(
      "Waiting for Marketing: mia, ole or rev; for Sales: lena, sven or rev; for Finance: farid.",
    );
    expect(code).toBe(1);
    expect((await explain("--author eve")).out).toContain(
      "- eve does not count: no team of approvals.json, as it was before the change, names eve.",
    );
    expect(JSON.parse((await check("--author eve --format json")).out)).toMatchObject({
      plans: [{ basis: { kind: "no-base", policyFrom: "earlier" } }],
    });
  });

  test("are those from before also where nobody can read which plan that was", async () => {
    const { read, write, commit, git, check } = story();
    const plan = read(`${folder}/plan.json`);
    const other = "plans/growth";
    git("mv", folder, other);
    write(`${other}/plan.json`, "{");
    commit("a slip, in a folder that bears another name");
    git("branch", "--force", "main");
    write(`${other}/plan.json`, plan);
    write(`${other}/approvals.json`, JSON.stringify(ofEve));
    commit("mended");
    const { out, code } = await check("--author eve");
    expect(out).toContain("The list of people is the one from before the change");
    expect(out).toContain(
      "Waiting for Marketing: mia, ole or rev; for Sales: lena, sven or rev; for Finance: farid.",
    );
    expect(out.match(/Next: /g)).toHaveLength(1);
    expect(code).toBe(1);
  });

  test("are found under the name that the folder had when they could be read", async () => {
    const { write, commit, git, check } = story();
    const other = "plans/growth";
    git("mv", folder, other);
    write(`${other}/approvals.json`, "{");
    commit("a slip, in a folder that bears another name");
    git("branch", "--force", "main");
    write(`${other}/approvals.json`, JSON.stringify(ofEve));
    commit("mended");
    expect((await check("--author eve")).out).toContain(
      "Waiting for Marketing: mia, ole or rev; for Sales: lena, sven or rev; for Finance: farid.",
    );
  });

  test("ask those from before to let a plan go that nobody can read", async () => {
    const { write, commit, git, says, check } = story();
    write(`${folder}/approvals.json`, "{");
    commit("a slip");
    git("branch", "--force", "main");
    git("rm", "--quiet", "-r", folder);
    commit("away with it");
    expect(told(await check())).toContain(
      "Waiting for Marketing: mia, ole or rev; for Finance: farid. Agreed so far: Sales (lena, who proposes it).",
    );
    says("mia", "approve");
    says("farid", "approve");
    expect(await check()).toMatchObject({ code: 0 });
  });

  test("let nobody agree to documents that make no plan", async () => {
    const { push, write, commit, says, check } = story();
    push("target");
    write(`${folder}/sla.json`, "{");
    commit("a slip");
    says("mia", "approve");
    const { out, code } = await check("--author lena --override sven --reason hurry");
    expect(out).toContain(
      "✖ The changed documents make no plan, so nobody can agree to them yet. Mend what is found first.",
    );
    expect(out).toContain("sla.json:1:2");
    expect(code).toBe(1);
    const json = await check("--format json");
    expect(JSON.parse(json.out)).toMatchObject({ plans: [{ state: "pending" }] });
  });

  test("ask both teams before a plan is taken away", async () => {
    const { git, commit, says, check } = story();
    git("rm", "--quiet", "-r", folder);
    commit("away with it");
    const before = await check();
    expect(told(before)).toBe(
      "The plan is taken away. Both teams must agree to that, and whoever its rules name; what is live of it stays until then.\nWaiting for Marketing: mia, ole or rev; for Finance: farid. Agreed so far: Sales (lena, who proposes it).",
    );
    expect(before.code).toBe(1);
    says("mia", "approve");
    expect(await check()).toMatchObject({ code: 1 });
    says("farid", "approve");
    expect(await check()).toMatchObject({ code: 0 });
  });
});

describe("what a reviewer saw", () => {
  test("is nothing at a commit that is not known here, and that is said", async () => {
    const { push, says, check } = story();
    push("target");
    says("mia", "approve", { commit: "abcdef0123456789" });
    const { out, code } = await check();
    expect(out).toContain(
      "mia approved at commit abcdef0123, which is not known here, so mia counts as having seen nothing. Fetch the whole history and ask again.",
    );
    expect(code).toBe(1);
  });

  test("is told against what main was then: what main gained since was not seen to be taken back", async () => {
    const { push, says, check, git, edit, commit } = story();
    push("target");
    says("mia", "approve");
    // Main goes on to another conversion; the proposal comes up to date and takes it back.
    git("checkout", "--quiet", "main");
    edit(`${folder}/journey.json`, '"value": 0.4', '"value": 0.5');
    commit("main goes on");
    git("checkout", "--quiet", "proposal");
    git("merge", "--quiet", "main");
    expect(await check()).toMatchObject({ code: 0 });
    edit(`${folder}/journey.json`, '"value": 0.5', '"value": 0.4');
    commit("back to what it was");
    const { out, code } = await check();
    expect(out).toContain("which mia has not seen: Small firms, Noticing → Comparing, conversion.");
    expect(code).toBe(1);
  });
});

describe("what if", () => {
  test("somebody approved: it is said, and ends with the code of what is", async () => {
    const { push, check } = story();
    push("target");
    const { out, code } = await check("--author lena --with marketing:Mia");
    expect(out).toContain("With mia for Marketing: agreed.");
    expect(code).toBe(1);
    expect((await check("--with marketing:mia")).out).toContain(
      "With mia for Marketing: not agreed yet. Waiting for Sales: lena, sven or rev. Agreed so far: Marketing (mia). Next: lena, sven or rev approves the change for Sales.",
    );
    expect((await check("--with marketing:mia --with sales:sven")).out).toContain(
      "With mia for Marketing and sven for Sales: agreed.",
    );
  });

  test("somebody decides against the rules: name and reason are part of the answer", async () => {
    const { push, check } = story();
    push("target");
    const asked = "--author lena --override sven --reason hurry";
    const { out, code } = await check(asked);
    expect(out).toContain(
      'Decided without the agreement that the rules ask for, by sven: "hurry". Waiting for Marketing: mia, ole or rev.',
    );
    expect(code).toBe(0);
    expect(JSON.parse((await check(`${asked} --format json`)).out)).toMatchObject({
      plans: [
        {
          state: "overridden",
          override: { by: "sven", reason: "hurry", at: "2026-12-01T12:00:00.000Z" },
        },
      ],
    });
  });
});

describe("for tools", () => {
  test("check and explain give one JSON, the same each time", async () => {
    const { push, says, check, explain } = story();
    push("target");
    says("mia", "approve");
    push("conversion");
    const { out } = await check("--author lena --format json");
    expect((await explain("--author lena --format json")).out).toBe(out);
    const body = JSON.parse(out) as {
      plans: { changes: { path: string; fingerprint: string }[]; voices: object[] }[];
    };
    const [plan] = body.plans;
    const unseen = plan?.changes.find(({ path }) => path.endsWith("conversion/value"));
    expect(plan).toMatchObject({
      plan: "growth-2027",
      state: "pending",
      basis: { kind: "change", policyFrom: "base" },
      teams: [
        { team: "marketing", count: 1, missing: 1, agreed: [], waitingFor: ["mia", "ole", "rev"] },
        { team: "sales", count: 1, missing: 0, agreed: [{ by: "lena", as: "author" }] },
      ],
      blockedBy: [],
      reasons: [
        { team: "marketing", rule: "marketing-agrees" },
        { team: "sales", rule: "sales-agrees" },
      ],
      voices: [
        { by: "lena", team: "sales", why: "author" },
        { by: "mia", team: "marketing", why: "unseen", unseen: [unseen?.fingerprint] },
      ],
      unknownCommits: [],
    });
  });
});

describe("what is live", () => {
  test("is the base where something is published, the files as they stand are the head", async () => {
    const { run, git, edit } = story();
    git("checkout", "--quiet", "main");
    expect(await run("publish")).toMatchObject({ code: 0 });
    edit(`${folder}/plan.json`, '"title": "Growth 2027"', '"title": "Growth"');
    const { out, code } = await run("approvals check --author lena");
    expect(out).toContain("From what is live to the files as they stand");
    expect(out).toContain("Waiting for Marketing: mia, ole or rev.");
    expect(code).toBe(1);
  });
});

describe("what is live, when it went on after the change left it", () => {
  test.each(["live", "@2"])("what %s gained is no part of the change", async (base) => {
    const { run, git, edit } = story();
    git("checkout", "--quiet", "main");
    await run("publish");
    git("checkout", "--quiet", "-b", "behind");
    edit(`${folder}/plan.json`, '"title": "Growth 2027"', '"title": "Growth"');
    git("commit", "--quiet", "--all", "--message", "a title");
    git("checkout", "--quiet", "main");
    edit(`${folder}/sla.json`, '"value": 4', '"value": 5');
    git("commit", "--quiet", "--all", "--message", "main goes on");
    expect((await run("publish")).out).toContain("version 2 is live now");
    const asked = `impact --base ${base} --as-of 2026-12-01`;
    const { out } = await run(`${asked} --head behind`);
    expect(out).toContain("as it was where the change left it");
    expect(out).toContain(`${base} went on since`);
    expect(out).not.toContain("business hour");
    git("checkout", "--quiet", "behind");
    expect((await run(asked)).out).toBe(out);
  });
});

describe("wrong words", () => {
  const { push, check, run, write } = story();
  push("target");
  test.each([
    [
      "",
      'approvals begins with check or explain. Write "jointplan approvals check --author NAME".',
    ],
    [
      "chek",
      'approvals begins with check or explain, not with "chek". Did you mean check? Write "jointplan approvals check --author NAME".',
    ],
    ["check grwth --base main", 'There is no plan "grwth" at either point. There is: growth-2027.'],
    [
      "check --base mian",
      'There is no "mian" here. Name a branch, a tag or a commit; "live" or "@7" for what was published; "." for the files as they stand.',
    ],
    ["check --reviews none.json", '"none.json" cannot be read. Name a file with reviews.'],
    [
      "check --override sven",
      'Deciding against the rules takes a name and a reason: --override NAME --reason "TEXT".',
    ],
    [
      "check --author lena --override svn --reason hurry",
      '"svn" is in no team that agrees to the plan growth-2027. Did you mean sven? Those who may override are mia, ole, rev, lena, sven and farid.',
    ],
  ])("approvals %s", async (words, says) => {
    expect(await run(`approvals ${words}`)).toEqual({
      code: 2,
      out: "",
      err: `jointplan: ${says}\n`,
    });
  });

  test.each([
    ["mia", '--with is "mia"; write a team and one of its people, such as marketing:mia.'],
    [
      "marketng:mia",
      'The plan growth-2027 has no team "marketng" that agrees. Did you mean marketing? It has marketing, sales and finance.',
    ],
    [
      "sales:mia",
      '"mia" is not in the team Sales of the plan growth-2027. mia is in Marketing: write --with marketing:mia. In it are lena, sven and rev.',
    ],
    [
      "sales:lens",
      '"lens" is not in the team Sales of the plan growth-2027. Did you mean lena? In it are lena, sven and rev.',
    ],
  ])("--with %s", async (word, says) => {
    expect(await check(`--with ${word}`)).toEqual({
      code: 2,
      out: "",
      err: `jointplan: ${says}\n`,
    });
  });

  test("a list of reviews that is none is refused with its place", async () => {
    write("odd.json", '[\n  { "id": "1", "by": "mia", "says": "approved" }\n]');
    expect((await run("approvals check --reviews odd.json")).err).toBe(
      'jointplan: odd.json:2:3 is no list of reviews: /0 has no "at". Write a list such as [{"id": "1", "by": "mia", "says": "approve", "at": "2027-01-31T09:00:00Z", "commit": "3f786850e387550fdab836ed7e6dc881de23001b"}].\n',
    );
  });
});
