import { describe, expect, test } from "vitest";
import { memoryTable } from "../../../functions/store/memory.ts";
import { publishFiles, sampleFiles, titled, withText } from "../app/plan-files.ts";
import { appOver, json, plan, post, servedPlan } from "../app/served.ts";

const textOf = (name: string): string => new TextDecoder().decode(sampleFiles().get(name));

describe("the live version", () => {
  test("carries every document exactly as it was authored, and where it comes from", async () => {
    const { ask } = await servedPlan();
    const response = await ask(`/v1/plans/${plan}/live`);
    const text = await response.clone().text();
    for (const name of ["journey", "targets", "sla"])
      expect(text).toContain(`"${name}":${textOf(`${name}.json`).trim()}`);
    const body = await json(response);
    expect(body["documents"]).toMatchObject({ journey: JSON.parse(textOf("journey.json")) });
    expect(body).toMatchObject({
      plan,
      version: 2,
      provenance: { worktree: false, version: 2, commit: "c2", actor: "dana", cause: "publish" },
    });
    expect(response.headers.get("Plan-Commit")).toBe("c2");
  });

  test.each(["plan", "journey", "targets", "sla"])("gives %s alone byte for byte", async (kind) => {
    const { table } = await servedPlan();
    await publishFiles(table, plan, 3, sampleFiles());
    const { ask } = appOver(table);
    const bytes = await (await ask(`/v1/plans/${plan}/live/${kind}.json`)).arrayBuffer();
    expect(Buffer.from(bytes).equals(sampleFiles().get(`${kind}.json`) ?? new Uint8Array())).toBe(
      true,
    );
  });

  test("keeps a number that a double cannot hold", async () => {
    const table = memoryTable();
    const long = withText(sampleFiles(), "journey.json", (text) =>
      text.replace(/"value": [\d.]+/, '"value": 0.10000000000000000001'),
    );
    await publishFiles(table, plan, 1, long);
    const { ask } = appOver(table);
    expect(await (await ask(`/v1/plans/${plan}/live`)).text()).toContain("0.10000000000000000001");
  });
});

describe("the list of plans", () => {
  test("names every plan with its live version", async () => {
    const { table, ask } = await servedPlan();
    await publishFiles(table, "acme-2027", 1, sampleFiles("acme-2027"));
    expect(await json(await ask("/v1/plans"))).toEqual({
      plans: [
        {
          plan: "acme-2027",
          version: 1,
          publishedAt: "2026-10-02T00:00:01.000Z",
          live: "/v1/plans/acme-2027/live",
        },
        {
          plan,
          version: 2,
          publishedAt: "2026-10-02T00:00:02.000Z",
          live: `/v1/plans/${plan}/live`,
        },
      ],
    });
  });

  test("may be empty, and the page then says what to do", async () => {
    const { ask } = appOver(memoryTable());
    expect(await json(await ask("/v1/plans"))).toEqual({ plans: [] });
    expect(await (await ask("/")).text()).toContain("jointplan publish");
  });
});

describe("the versions of a plan", () => {
  test("can be walked page by page, newest first, each once", async () => {
    const { table, ask } = await servedPlan();
    for (const number of [3, 4, 5, 6, 7]) {
      // oxlint-disable-next-line no-await-in-loop
      await publishFiles(table, plan, number, titled(sampleFiles(), `Number ${number}`));
    }
    const seen: number[] = [];
    let next: string | undefined = "";
    while (next !== undefined) {
      const cursor = next === "" ? "" : `&cursor=${next}`;
      // oxlint-disable-next-line no-await-in-loop
      const body = await json(await ask(`/v1/plans/${plan}/versions?limit=2${cursor}`));
      seen.push(...(body["versions"] as { version: number }[]).map((each) => each.version));
      next = body["next"] as string | undefined;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test("refuse a cursor that was changed or belongs to another plan", async () => {
    const { table, ask } = await servedPlan();
    await publishFiles(table, "acme-2027", 1, sampleFiles("acme-2027"));
    const { next } = await json(await ask(`/v1/plans/${plan}/versions?limit=1`));
    const cursor = String(next);
    const status = async (id: string, word: string) =>
      (await ask(`/v1/plans/${id}/versions?cursor=${word}`)).status;
    expect(await status(plan, cursor)).toBe(200);
    expect(await status("acme-2027", cursor)).toBe(400);
    expect(await status(plan, `A${cursor.slice(1)}`)).toBe(400);
    expect(await status(plan, cursor.slice(0, -1))).toBe(400);
    expect(await status(plan, `${cursor}.x`)).toBe(400);
  });

  test("stay what they were when another one is live", async () => {
    const { table, ask } = await servedPlan();
    const before = await (await ask(`/v1/plans/${plan}/versions/1`)).text();
    await publishFiles(table, plan, 3, titled(sampleFiles(), "Third"));
    expect(await (await ask(`/v1/plans/${plan}/versions/1`)).text()).toBe(before);
  });
});

describe("computed answers", () => {
  test("give one number for each month, and the forecast of what is required reaches what is expected", async () => {
    const { ask } = await servedPlan();
    const needed = await json(await ask(`/v1/plans/${plan}/requirements`));
    const brought = await json(await ask(`/v1/plans/${plan}/forecast`));
    const nobody = await json(await ask(`/v1/plans/${plan}/forecast?inflow=none`));
    type Segments = readonly {
      readonly newProspects: number[];
      readonly wins: { readonly expected: number[] };
    }[];
    const wins = (body: Record<string, unknown>) =>
      (body["segments"] as Segments).map((each) => each.wins.expected);
    expect(wins(brought)).toEqual(wins(needed));
    const all = (nobody["segments"] as Segments).flatMap((each) => each.newProspects);
    expect(all.length).toBeGreaterThan(0);
    expect(all.every((each) => each === 0)).toBe(true);
    expect(needed["asOf"]).toBe("2026-11-23");
  });
});

describe("the page", () => {
  test("runs no script, names its one style by hash and leads to the other plans", async () => {
    const { table, ask } = await servedPlan();
    await publishFiles(table, "acme-2027", 1, sampleFiles("acme-2027"));
    const response = await ask(`/?plan=${plan}`);
    const policy = response.headers.get("Content-Security-Policy");
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; img-src data:/,
    );
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    const text = await response.text();
    expect(text).toContain("The second version");
    expect(text).toContain('href="/?plan=acme-2027"');
    expect(text).not.toContain("<script");
    expect(await (await ask("/")).text()).toContain(`href="/?plan=${plan}"`);
  });

  test("changes when another plan's title does", async () => {
    const { table, ask } = await servedPlan();
    await publishFiles(table, "acme-2027", 1, sampleFiles("acme-2027"));
    const before = await (await ask(`/?plan=${plan}`)).text();
    await publishFiles(table, "acme-2027", 2, titled(sampleFiles("acme-2027"), "Acme, renamed"));
    expect(before).not.toContain("Acme, renamed");
    expect(await (await ask(`/?plan=${plan}`)).text()).toContain("Acme, renamed");
  });
});

describe("validate", () => {
  const files = (change: (text: string) => string = (text) => text) =>
    Object.fromEntries(
      [...sampleFiles()].map(([name, bytes]) => [
        name,
        name === "plan.json"
          ? change(new TextDecoder().decode(bytes))
          : new TextDecoder().decode(bytes),
      ]),
    );

  test("says ok of a plan that holds together", async () => {
    const { ask } = await servedPlan();
    const response = await ask("/v1/validate", post({ files: files() }));
    expect(await json(response)).toMatchObject({
      ok: true,
      plan,
      folder: "",
      asOf: "2026-11-23",
      totals: { errors: 0 },
    });
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test("says what is wrong, with the place in the text", async () => {
    const { ask } = await servedPlan();
    const body = await json(
      await ask(
        "/v1/validate",
        post({ files: files((text) => text.replace("{", '{ "jurney": 1,')) }),
      ),
    );
    expect(body).toMatchObject({ ok: false });
    expect(body["findings"]).toMatchObject([
      { file: "plan.json", severity: "error", range: { start: { line: 1 } } },
    ]);
  });

  test("tells what is missing and what is unknown, file by file", async () => {
    const { ask } = await servedPlan();
    const body = await json(await ask("/v1/validate", post({ files: { "jurney.json": "{}" } })));
    const rules = (body["findings"] as { rule: string }[]).map((each) => each.rule);
    expect(rules).toContain("document/missing");
    expect(rules).toContain("document/unknown");
    expect(body["notRun"]).not.toHaveLength(0);
  });

  test("refuses a plan whose numbers are too much work, and says how much that is", async () => {
    const { ask } = await servedPlan();
    const many = Object.fromEntries(
      Object.entries(files()).map(([name, text]) => {
        const document = JSON.parse(text) as { segments?: { id: string; title?: string }[] };
        if (document.segments === undefined || name === "sla.json") return [name, text];
        const copies = Array.from({ length: 3000 }, (_, index) =>
          (document.segments ?? []).map((each) => ({ ...each, id: `${each.id}-${index}` })),
        );
        const segments = [...document.segments, ...copies.flat()].map((each, index) =>
          each.title === undefined ? each : { ...each, title: `Segment ${index}` },
        );
        return [name, JSON.stringify({ ...document, segments })];
      }),
    );
    const response = await ask("/v1/validate", post({ files: many }));
    expect(await json(response)).toMatchObject({
      status: 422,
      type: "urn:jointplan:problem:too-much-work",
      help: expect.stringContaining("jointplan check") as string,
    });
  });

  test("keeps nothing", async () => {
    const { ask } = await servedPlan();
    const before = await (await ask("/v1/plans")).text();
    await ask("/v1/validate", post({ files: files((text) => text.replace(plan, "other")) }));
    expect(await (await ask("/v1/plans")).text()).toBe(before);
  });
});
