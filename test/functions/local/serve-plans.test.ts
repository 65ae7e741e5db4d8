import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { Agent, get as httpGet } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { type Serving, servePlans } from "../../../functions/local/serve-plans.ts";
import { openStore, storePath } from "../../../functions/local/store.ts";
import { expectContract } from "../app/contract.ts";
import { sampleFiles, titled, withText } from "../app/plan-files.ts";
import { json } from "../app/served.ts";
import { newFolder, newRepository, type TestRepository, writePlan } from "../source/repository.ts";
import { readRaw, sendRaw } from "./raw-request.ts";

const plan = "olist-2018";
const files = sampleFiles();
const now = (): string => "2026-11-23T09:00:00.000Z";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) {
    // oxlint-disable-next-line no-await-in-loop
    await end();
  }
});

function newPlans(): TestRepository {
  const repository = newRepository();
  ends.push(() => repository.remove());
  writePlan(repository, plan, files);
  return repository;
}

async function serving(root: string): Promise<Serving> {
  const served = await servePlans({ root, port: 0, now });
  if (!served.ok) throw new Error(served.error.message);
  ends.push(() => served.value.close());
  return served.value;
}

async function ask({ address }: Serving, path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(`${address}${path}`, init);
  await expectContract(response, path, init?.method ?? "GET");
  return response;
}

const live = `/v1/plans/${plan}/live`;
const titleOf = async (served: Serving): Promise<unknown> =>
  ((await json(await ask(served, live)))["documents"] as { plan: { title: string } }).plan.title;

describe("a folder that is as it was committed", () => {
  test("is published and served from the store", async () => {
    const repository = newPlans();
    const commit = repository.commit();
    const served = await serving(repository.root);
    expect(served).toMatchObject({
      from: "published",
      plans: [plan],
      publications: [{ outcome: "published", version: 1 }],
    });
    expect(served.notices.join("\n")).toContain("no authentication");
    const response = await ask(served, live);
    expect(response.headers.get("Plan-Commit")).toBe(commit);
    expect(existsSync(join(repository.root, ".jointplan/store.db"))).toBe(true);
  });

  test("is served again without a new version", async () => {
    const repository = newPlans();
    repository.commit();
    await (await serving(repository.root)).close();
    const served = await serving(repository.root);
    expect(served.publications).toMatchObject([{ outcome: "replayed", version: 1 }]);
    expect((await ask(served, live)).headers.get("Plan-Version")).toBe("1");
  });

  test("tells at its start what took effect since the last time", async () => {
    const repository = newRepository();
    ends.push(() => repository.remove());
    writePlan(repository, "acme-2027", sampleFiles("acme-2027"));
    repository.commit();
    for (const instant of [now(), "2026-12-31T23:00:00.000Z"]) {
      // oxlint-disable-next-line no-await-in-loop
      const served = await servePlans({ root: repository.root, port: 0, now: () => instant });
      // oxlint-disable-next-line no-await-in-loop
      if (served.ok) await served.value.close();
    }
    const store = openStore(join(repository.root, storePath));
    const { entries } = await store.plans.events("acme-2027", 1);
    store.close();
    expect(entries.at(-1)).toMatchObject({ type: "plan.effective", version: 1, on: "2027-01-01" });
  });

  test("shows what another process publishes while it runs", async () => {
    const repository = newPlans();
    repository.commit();
    const served = await serving(repository.root);
    const before = (await ask(served, live)).headers.get("ETag") ?? "";
    writePlan(repository, plan, titled(files, "From elsewhere"));
    repository.commit();
    const script = fileURLToPath(new URL("publish-process.ts", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--import",
      "tsx",
      script,
      repository.root,
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      value: { plans: [{ outcome: "published", version: 2 }] },
    });
    expect(await titleOf(served)).toBe("From elsewhere");
    const answer = await ask(served, live, { headers: { "If-None-Match": before } });
    expect([answer.status, answer.headers.get("Plan-Version")]).toEqual([200, "2"]);
    await answer.arrayBuffer();
  });

  test("keeps serving what was live of a plan that has errors now, and says so", async () => {
    const repository = newPlans();
    repository.commit();
    await (await serving(repository.root)).close();
    writePlan(
      repository,
      plan,
      withText(files, "plan.json", (text) => text.replace("{", '{ "jurney": 1,')),
    );
    repository.commit();
    const served = await serving(repository.root);
    expect(served.from).toBe("published");
    expect(served.notices.join("\n")).toContain(
      `plans/${plan} was not published: plans/${plan} has 1 error.`,
    );
    expect((await ask(served, live)).headers.get("Plan-Version")).toBe("1");
  });

  test("keeps serving a plan whose folder was removed, and says so", async () => {
    const repository = newPlans();
    repository.commit();
    await (await serving(repository.root)).close();
    repository.git("rm", "-r", "--quiet", "plans");
    repository.commit();
    const served = await serving(repository.root);
    expect(served).toMatchObject({ from: "published", plans: [plan], publications: [] });
    expect(served.notices).toContain(
      `Version 1 of plan "${plan}" is served still; the commit does not hold this plan.`,
    );
    expect((await ask(served, live)).headers.get("Plan-Version")).toBe("1");
  });
});

describe("a working copy", () => {
  test("that was changed is served as it stands, read again at each request, and nothing is written", async () => {
    const repository = newPlans();
    repository.commit();
    writePlan(repository, plan, titled(files, "Draft one"));
    const served = await serving(repository.root);
    expect(served).toMatchObject({ from: "worktree", plans: [plan], publications: [] });
    expect(served.notices[0]).toContain("not those of the last commit");
    expect(await titleOf(served)).toBe("Draft one");
    const tag = (await ask(served, live)).headers.get("ETag");
    expect(tag).toMatch(/^"0-/);
    writePlan(repository, plan, titled(files, "Draft two"));
    expect(await titleOf(served)).toBe("Draft two");
    expect((await ask(served, live)).headers.get("ETag")).not.toBe(tag);
    expect(existsSync(join(repository.root, ".jointplan"))).toBe(false);
  });

  test("without git is served too", async () => {
    const repository = newPlans();
    rmSync(join(repository.root, ".git"), { recursive: true });
    const served = await serving(repository.root);
    expect(served.notices[0]).toContain("no git commit");
    const body = await json(await ask(served, live));
    expect(body).toMatchObject({ version: 0, provenance: { worktree: true, version: 0 } });
    for (const path of ["requirements", "forecast", "status", "versions"]) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await ask(served, `/v1/plans/${plan}/${path}`)).status).toBe(200);
    }
    expect((await ask(served, `/v1/plans/${plan}/versions/1`)).status).toBe(404);
    expect(await (await ask(served, "/")).text()).toContain("working copy");
  });

  test("with errors says what is wrong, and the page shows it", async () => {
    const repository = newPlans();
    repository.write(`plans/${plan}/journey.json`, "{");
    const served = await serving(repository.root);
    const response = await ask(served, live);
    expect(response.status).toBe(422);
    expect((await json(response))["findings"]).toMatchObject([
      { file: `plans/${plan}/journey.json` },
    ]);
    expect(await (await ask(served, "/")).text()).toContain("does not hold together");
  });

  test("without plans is an empty list", async () => {
    const folder = newFolder();
    ends.push(() => rmSync(folder, { recursive: true }));
    const served = await serving(folder);
    expect(served.plans).toEqual([]);
    expect((await ask(served, "/")).status).toBe(200);
  });
});

describe("the local server", () => {
  const raw = async (served: Serving, head: string): Promise<ReturnType<typeof readRaw>> =>
    readRaw(await sendRaw(served.address, `${head}\r\nConnection: close\r\n\r\n`));

  async function anyServer(): Promise<Serving> {
    const folder = newFolder();
    ends.push(() => rmSync(folder, { recursive: true }));
    return serving(folder);
  }

  test.each<[string, string, number]>([
    ["Host: 127.0.0.1:8787", "", 200],
    ["Host: localhost", "", 200],
    ["Host: LOCALHOST:1", "", 200],
    ["Host: [::1]:80", "", 200],
    ["Host: evil.example", "", 421],
    ["Host: 127.0.0.1.evil.example", "", 421],
    ["Host: localhost.evil.example:8787", "", 421],
    ["Host: 169.254.169.254", "", 421],
    ["Host: evil.example:127.0.0.1", "", 400],
    ["Host: localhost:8787", "Origin: http://localhost:8787", 200],
    ["Host: localhost:8787", "Origin: http://localhost:3000", 403],
    ["Host: localhost:8787", "Origin: https://localhost:8787", 403],
    ["Host: localhost:8787", "Origin: http://evil.example", 403],
    ["Host: localhost:8787", "Origin: null", 403],
    ["Host: a b", "", 400],
    ["X: no host", "", 400],
  ])("%s %s → %i", async (host, origin, status) => {
    const served = await anyServer();
    const lines = ["GET /healthz HTTP/1.1", host, origin].filter((line) => line !== "");
    const response = await raw(served, lines.join("\r\n"));
    expect(response.status).toBe(status);
    expect(response.head.includes("application/problem+json")).toBe(status !== 200);
  });

  test.each([
    ["nonsense", 400],
    ["GET /healthz HTTP/9.9\r\nHost: localhost", 400],
    [`GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(100_000)}`, 400],
    ["GET /%ff HTTP/1.1\r\nHost: localhost", 400],
    ["GET //evil.example/x HTTP/1.1\r\nHost: localhost", 404],
    ["GET http://evil.example/healthz HTTP/1.1\r\nHost: localhost", 200],
    ["OPTIONS * HTTP/1.1\r\nHost: localhost", 400],
  ])("answers %j with %i", async (head, status) => {
    const response = await raw(await anyServer(), head);
    expect(response.status).toBe(status);
    expect(response.head.includes("application/problem+json")).toBe(status !== 200);
  });

  test("refuses a body that is too long, announced or not", async () => {
    const served = await anyServer();
    const head =
      "POST /v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n";
    const announced = readRaw(
      await sendRaw(served.address, `${head}Content-Length: 99999999\r\n\r\n{`),
    );
    expect(announced.status).toBe(413);
    const chunk = `${(1024 * 1024).toString(16)}\r\n${" ".repeat(1024 * 1024)}\r\n`;
    const chunked = await sendRaw(
      served.address,
      `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(9)}0\r\n\r\n`,
    ).catch(() => "HTTP/1.1 413");
    expect(readRaw(chunked).status).toBe(413);
  });

  test("says which port is in use, and what to do", async () => {
    const served = await anyServer();
    const port = Number(new URL(served.address).port);
    const again = await servePlans({ root: newFolder(), port, now });
    expect(again).toEqual({
      ok: false,
      error: {
        reason: "port-in-use",
        message: `Port ${port} on 127.0.0.1 is in use.`,
        help: "Choose another one with --port, or let the system choose with --port 0.",
      },
    });
  });

  test("says which host is none of this machine", async () => {
    const served = await servePlans({ root: newFolder(), port: 0, host: "192.0.2.1", now });
    expect(served).toMatchObject({ ok: false, error: { reason: "no-such-host" } });
  });

  test("ends although connections are kept alive and a request never ends", async () => {
    const served = await anyServer();
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) => {
      httpGet(`${served.address}/healthz`, { agent }, (response) =>
        response.resume().on("end", resolve),
      );
    });
    const { hostname, port } = new URL(served.address);
    const stuck = connect(Number(port), hostname);
    const cut = new Promise((resolve) => {
      stuck.once("close", resolve);
    });
    stuck.on("error", () => undefined);
    stuck.write(
      "POST /v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{",
    );
    await (await ask(served, "/healthz")).text();
    await served.close();
    await served.close();
    await cut;
    agent.destroy();
    await expect(fetch(`${served.address}/healthz`)).rejects.toThrow("fetch failed");
  });
});
