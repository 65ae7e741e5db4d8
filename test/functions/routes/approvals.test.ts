import { describe, expect, test } from "vitest";
import { worktreeReader } from "../../../functions/local/worktree-reader.ts";
import { publish } from "../../../functions/publish/publish.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import type { Evidence } from "../../../functions/store/plan-record.ts";
import {
  commitOf,
  publishFiles,
  repository,
  sampleFiles,
  titled,
  withText,
} from "../app/plan-files.ts";
import { appOver, json, type Served } from "../app/served.ts";

const acme = "acme-2027";

/** An app over a store in which acme was published with this evidence. */
async function servedWith(evidence: Evidence): Promise<Served> {
  const table = memoryTable();
  await publish(
    { table, isAncestor: async () => false, now: () => "2026-10-02T00:00:01.000Z" },
    { ...commitOf(acme, 1, sampleFiles(acme)), evidence },
  );
  return appOver(table);
}

const answer = async ({ ask }: Served): Promise<Record<string, unknown>> =>
  json(await ask(`/v1/plans/${acme}/approvals`));

describe("the approvals of the live version", () => {
  test("say plainly that nothing was recorded, and who must agree next", async () => {
    const body = await answer(await servedWith({ kind: "none" }));
    expect(body).toMatchObject({
      plan: acme,
      version: 1,
      evidence: { kind: "none" },
      message:
        "Nothing is recorded of who agreed to version 1: it was published without a record of approvals.",
    });
    const { teams, rules } = body["policy"] as { teams: unknown[]; rules: unknown[] };
    expect(teams[0]).toEqual({ id: "marketing", title: "Marketing", members: ["mia", "omar"] });
    expect(rules).toContainEqual({
      id: "finance-pay",
      when: { documents: ["compensation"] },
      team: "finance",
      count: 1,
    });
    expect(rules).toContainEqual(
      expect.objectContaining({ id: "sales-approvals", team: "sales", count: 2 }),
    );
  });

  test("give what was recorded as it was recorded", async () => {
    const evidence = {
      kind: "reviews",
      approvals: [{ team: "marketing", by: "mia", reviewId: "17", at: "2026-09-30T08:00:00Z" }],
    };
    const body = await answer(await servedWith(evidence));
    expect(body["evidence"]).toEqual(evidence);
    expect(body).not.toHaveProperty("message");
  });

  test("of a working copy say that nobody has published it", async () => {
    const served = appOver(memoryTable(), { plans: worktreeReader(repository) });
    expect(await answer(served)).toMatchObject({
      version: 0,
      evidence: { kind: "none" },
      message:
        "These are files that nobody has published, so nothing is recorded of who agreed to them.",
    });
  });

  test("are those of the version that is live now", async () => {
    const served = await servedWith({ kind: "none" });
    expect(await answer(served)).toMatchObject({ version: 1 });
    const next = withText(titled(sampleFiles(acme), "Next"), "approvals.json", (text) =>
      text.replace('["mia", "omar"]', '["@Mia", "eve"]'),
    );
    await publishFiles(served.table, acme, 2, next);
    const body = await answer(served);
    expect(body).toMatchObject({ version: 2 });
    expect(body["policy"]).toMatchObject({ teams: [{ members: ["mia", "eve"] }, {}, {}, {}] });
  });
});

describe("what there is none of", () => {
  test("a plan that nobody knows is 404, documents that are none are 422", async () => {
    const served = await servedWith({ kind: "none" });
    expect((await served.ask("/v1/plans/nobody/approvals")).status).toBe(404);
    await publishFiles(
      served.table,
      acme,
      2,
      withText(sampleFiles(acme), "sla.json", () => "{"),
    );
    expect((await served.ask(`/v1/plans/${acme}/approvals`)).status).toBe(422);
  });
});
