import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { commit, git, jointplan, type Server, serve } from "./program.ts";
import { folder, newTerminal, type Terminal } from "./terminal.ts";

/** publish, status and serve as people call them, in a repository of a test's own. */

const opened: Terminal[] = [];
const servers: Server[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.end("SIGKILL")));
  for (const terminal of opened) terminal.remove();
});

function newRepository(): Terminal & { readonly first: string } {
  const terminal = newTerminal();
  opened.push(terminal);
  terminal.write(".gitignore", ".jointplan/\n");
  return { ...terminal, first: commit(terminal.root, "the plan") };
}

async function serving(root: string, more: Record<string, string> = {}): Promise<Server> {
  const server = await serve(root, more);
  servers.push(server);
  return server;
}

/** What a report says, with commits and instants in place of what differs from run to run. */
const plain = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{40}\b/g, "COMMIT")
    .replaceAll(/\b[0-9a-f]{10}\b/g, "COMMIT")
    // Said as long as the plan runs.
    .replaceAll(/ From \d+ \w+ \d{4} on something else holds: [^.]*\./g, "")
    .replaceAll(/\d{4}-\d\d-\d\d( \d\d:\d\d)?/g, "DAY");

const json = async (address: string, path: string): Promise<unknown> =>
  (await fetch(new URL(path, address))).json();

interface Live {
  readonly version: number;
  readonly documents: { readonly plan: { readonly title: string } };
}

const live = async (server: Server): Promise<Live> =>
  (await json(server.address, "/v1/plans/growth-2027/live")) as Live;

describe("publish and status", () => {
  test("tell the story of a plan: published, published again, changed, out of sync, published", async () => {
    const { root, edit } = newRepository();
    const story: string[] = [];
    const call = async (...words: readonly string[]): Promise<void> => {
      const { code, out, err } = await jointplan(root, words);
      story.push(
        `$ jointplan ${words.join(" ")}`,
        plain(`${out}${err}`).trim(),
        `exit ${code}`,
        "",
      );
    };
    await call("status");
    await call("publish");
    await call("publish");
    await call("status", "--exit-code");
    edit(`${folder}/plan.json`, "Growth 2027", "Growth 2027, agreed again");
    git(root, "commit", "--quiet", "--all", "--message", "another title");
    await call("status", "growth-2027");
    await call("status", "--exit-code");
    await call("publish", "growth-2027");
    await call("status");
    git(root, "commit", "--quiet", "--allow-empty", "--message", "nothing of the plan");
    await call("publish");
    edit(`${folder}/plan.json`, '"months": 6', '"months": 600');
    git(root, "commit", "--quiet", "--all", "--message", "fifty years");
    await call("publish");
    await call("publish", "--revision", "nowhere");
    await call("publish", "groth-2027");
    await call("status", "groth-2027");
    expect(story.join("\n")).toMatchInlineSnapshot(`
      "$ jointplan status
      Nothing is published here yet. Run "jointplan publish".
      exit 0

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: version 1 is live now.
      exit 0

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: this commit was published before, as version 1.
      exit 0

      $ jointplan status --exit-code
      - growth-2027: version 1 is live since DAY UTC, from commit COMMIT; in sync with the last commit.
      exit 0

      $ jointplan status growth-2027
      - growth-2027: version 1 is live since DAY UTC, from commit COMMIT; the last commit is COMMIT. Run "jointplan publish"; it says what stands in the way, if anything does.
      exit 0

      $ jointplan status --exit-code
      - growth-2027: version 1 is live since DAY UTC, from commit COMMIT; the last commit is COMMIT. Run "jointplan publish"; it says what stands in the way, if anything does.
      exit 1

      $ jointplan publish growth-2027
      Commit COMMIT of DAY:

      - growth-2027: version 2 is live now.
      exit 0

      $ jointplan status
      - growth-2027: version 2 is live since DAY UTC, from commit COMMIT; in sync with the last commit.
      exit 0

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: nothing changed; version 2 stays live.
      exit 0

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: not published. plans/growth-2027 has 1 error. Mend what "jointplan check plans/growth-2027" says, then commit.

      plans/growth-2027
      -----------------

      As of DAY the plan does not hold together: 1 error.

      plans/growth-2027/plan.json:6:13  ✖ error  document/out-of-range
        "months" is 600; it must be at most 120.
        → How many months the plan covers.
      exit 1

      $ jointplan publish --revision nowhere
      jointplan: There is no commit "nowhere" here. Name a branch, a tag or an object id; if it is on the remote only, run: git fetch origin nowhere
      exit 2

      $ jointplan publish groth-2027
      jointplan: Commit COMMIT holds no plan "groth-2027". It holds growth-2027.
      exit 2

      $ jointplan status groth-2027
      jointplan: No plan "groth-2027" is published here. Did you mean growth-2027? There is: growth-2027.
      exit 2
      "
    `);
  });

  test("say the same as JSON", async () => {
    const { root, first } = newRepository();
    expect(JSON.parse((await jointplan(root, ["publish", "--format", "json"])).out)).toEqual({
      commit: first,
      commitTime: expect.any(String),
      plans: [{ folder, plan: "growth-2027", outcome: "published", version: 1 }],
      absent: [],
    });
    expect(JSON.parse((await jointplan(root, ["status", "--format", "json"])).out)).toMatchObject({
      commit: first,
      plans: [{ plan: "growth-2027", sync: "Synced", live: { version: 1, commit: first } }],
    });
  });

  test("publish what was committed, not what stands on disk", async () => {
    const { root, edit } = newRepository();
    edit(`${folder}/plan.json`, "Growth 2027", "Not agreed yet");
    expect((await jointplan(root, ["publish"])).code).toBe(0);
    edit(`${folder}/plan.json`, "Not agreed yet", "Growth 2027");
    const server = await serving(root);
    expect((await live(server)).documents.plan.title).toBe("Growth 2027");
  });
});

describe("serve", () => {
  test("publishes the commit, prints the address, answers, and ends on SIGTERM with 0", async () => {
    const { root } = newRepository();
    const server = await serving(root);
    expect(server.address).toMatch(/^http:\/\/(127\.0\.0\.1|localhost):\d+\/?$/);
    expect(server.heard().err).toBe("");
    expect(
      plain(server.heard().out)
        .replace(/:\d+\/?/, ":PORT")
        .split("\n")
        .slice(-5),
    ).toEqual([
      "",
      "Serving what is published, with commit COMMIT.",
      "There is no authentication: whoever reaches this address reads every plan.",
      expect.stringMatching(/^Open http:.*:PORT {2}\(Ctrl\+C ends it\)$/),
      "",
    ]);
    expect(await json(server.address, "/v1/plans")).toMatchObject({
      plans: [{ plan: "growth-2027" }],
    });
    const page = await fetch(server.address);
    expect([page.status, page.headers.get("content-type")]).toEqual([
      200,
      expect.stringContaining("text/html"),
    ]);
    expect(await page.text()).toContain("Growth 2027");
    expect(await server.end()).toEqual({ code: 0, signal: null });
  });

  test("ends on SIGTERM although a reader keeps its connection open", async () => {
    const { root } = newRepository();
    const server = await serving(root);
    const reply = await fetch(server.address, { headers: { connection: "keep-alive" } });
    expect(reply.status).toBe(200);
    expect(await server.end()).toEqual({ code: 0, signal: null });
  });

  test("serves the files as they stand when they are not what was committed, and says so", async () => {
    const { root, edit } = newRepository();
    edit(`${folder}/plan.json`, "Growth 2027", "Growth 2027, a draft");
    const server = await serving(root);
    expect(server.heard().out).toContain(
      "Serving the working copy, read again at each request; nothing is published: the files in plans/ are not those of the last commit.",
    );
    expect(await (await fetch(server.address)).text()).toContain("Growth 2027, a draft");
    edit(`${folder}/plan.json`, "a draft", "the next draft");
    expect(await (await fetch(server.address)).text()).toContain("the next draft");
    expect(readdirSync(root)).not.toContain(".jointplan");
  });

  test("serves a folder without git", async () => {
    const { root } = newRepository();
    rmSync(join(root, ".git"), { recursive: true });
    const server = await serving(root);
    expect(server.heard().out).toContain("nothing is published: there is no git commit here.");
    expect((await fetch(server.address)).status).toBe(200);
  });

  test("says that its port is taken", async () => {
    const { root } = newRepository();
    const server = await serving(root);
    const port = new URL(server.address).port;
    const second = await jointplan(root, ["serve", "--port", port]);
    expect({ code: second.code, err: second.err.replaceAll(port, "PORT") }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "jointplan: Port PORT on 127.0.0.1 is in use. Choose another one with --port, or let the system choose with --port 0.
      ",
      }
    `);
  });

  test("shows a plan that does not hold together with what is wrong, and does not publish it", async () => {
    const { root, edit } = newRepository();
    edit(`${folder}/tactics.json`, '"brings": ["noticing"]', '"brings": ["noticng"]');
    git(root, "commit", "--quiet", "--all", "--message", "a slip");
    const server = await serving(root);
    expect(plain(server.heard().out)).toContain(`${folder}/tactics.json:8:18  ✖ error`);
    expect(server.heard().out).toContain(`${folder} was not published: ${folder} has 1 error.`);
    expect(await json(server.address, "/v1/plans")).toMatchObject({ plans: [] });
  });
});

describe("a publisher that is killed", () => {
  test.each([
    ["content-1", 1, "growth-2027: version 2 is live now."],
    ["flipped", 2, "growth-2027: this commit was published before, as version 2."],
  ])(
    "at %s leaves version %i whole for a server in another process, and the next publish completes",
    async (point, left, says) => {
      const { root, edit } = newRepository();
      const server = await serving(root);
      expect(await live(server)).toMatchObject({ version: 1 });

      edit(`${folder}/plan.json`, "Growth 2027", "Growth 2027, agreed again");
      git(root, "commit", "--quiet", "--all", "--message", "another title");
      const killed = await jointplan(root, ["publish"], { JOINTPLAN_STOP_AT: point });
      expect(killed).toMatchObject({ code: null, signal: "SIGKILL", out: "" });
      const titles = ["", "Growth 2027", "Growth 2027, agreed again"];
      expect(await live(server)).toMatchObject({
        version: left,
        documents: { plan: { title: titles[left] } },
      });

      const again = await jointplan(root, ["publish"]);
      expect(again).toMatchObject({ code: 0, out: expect.stringContaining(says) });
      expect(await live(server)).toMatchObject({
        version: 2,
        documents: { plan: { title: titles[2] } },
      });
    },
  );
});
