import { describe, expect, test } from "vitest";
import { requireFunnel, sensitivity } from "../../../core/funnel/index.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { sensitivityBody } from "../../../report/sensitivity-body.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { publishFiles, repository, sampleFiles } from "../app/plan-files.ts";
import { appOver, json } from "../app/served.ts";

const acme = "acme-2027";

/** What moves the live plan's result, over HTTP. */
describe("sensitivity", () => {
  test("is that of the live plan on this day, shortfalls and their levers included", async () => {
    const table = memoryTable();
    await publishFiles(table, acme, 1, sampleFiles(acme));
    const { ask } = appOver(table);
    const response = await ask(`/v1/plans/${acme}/sensitivity`);
    expect(response.status).toBe(200);
    const plan = openPlan(`${repository}plans/${acme}`);
    const answer = sensitivity(plan, requireFunnel(plan, "2026-11-23"));
    const expected = JSON.parse(JSON.stringify(sensitivityBody(answer))) as object;
    expect(await json(response)).toEqual({ version: 1, ...expected });
    expect(answer.segments.flatMap(({ shortfalls }) => shortfalls)).not.toHaveLength(0);
  });

  test("is refused for a plan that would take too long, with what has no such limit", async () => {
    const files = new Map(
      [...sampleFiles(acme)].map(([name, bytes]) => {
        const text = new TextDecoder().decode(bytes);
        const longer = name === "plan.json" ? text.replace(/"months": 12/, '"months": 60') : text;
        return [name, new TextEncoder().encode(longer)] as const;
      }),
    );
    const table = memoryTable();
    await publishFiles(table, acme, 1, files);
    const { ask } = appOver(table);
    const body = await json(await ask(`/v1/plans/${acme}/sensitivity`));
    expect(body).toMatchObject({
      status: 422,
      type: "urn:jointplan:problem:too-much-work",
      help: expect.stringContaining("jointplan sensitivity") as string,
    });
  });

  test("of no plan is none", async () => {
    const { ask } = appOver(memoryTable());
    expect((await ask(`/v1/plans/${acme}/sensitivity`)).status).toBe(404);
  });
});
