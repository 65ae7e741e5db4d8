import { beforeEach, describe, expect, test } from "vitest";
import { freeze, release } from "../../../functions/publish/hold.ts";
import { publish } from "../../../functions/publish/publish.ts";
import { resume, rollback } from "../../../functions/publish/rollback.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import type { Table } from "../../../functions/store/table.ts";
import { commitOf, publishFiles, sampleFiles, titled, withText } from "../app/plan-files.ts";
import { appOver, json, plan, type Served } from "../app/served.ts";

const now = "2026-11-23T09:00:00.000Z";

let table: Table;
let served: Served;
beforeEach(async () => {
  table = memoryTable();
  served = appOver(table);
  await publishFiles(table, plan, 1, sampleFiles());
  await publishFiles(table, plan, 2, titled(sampleFiles(), "The second version"));
});

const dependencies = () => ({ table, now: () => now });
const asked = { plan, reason: "wrong win rate", actor: "dana" };
const restoring = { ...asked, evidence: { kind: "none" }, checkedAs: "2026-11-23" };
const goBack = () => rollback(dependencies(), { ...restoring, to: 1, from: 2 });

const status = async () => json(await served.ask(`/v1/plans/${plan}/status`));
const held = async (path: string) => (await served.ask(path)).headers.get("Plan-Held");

/** The condition of that type. */
const condition = async (type: string) =>
  ((await status())["conditions"] as readonly { readonly type: string }[]).find(
    (each) => each.type === type,
  );

describe("a plan whose newest commit is live", () => {
  test("is Synced and Healthy, and nothing proves who agreed", async () => {
    const { live, desired, ...rest } = await status();
    expect(live).toMatchObject({ version: 2, commit: "c2" });
    expect(desired).toEqual({ commit: "c2", digest: (live as { digest: string }).digest });
    expect(rest).toMatchInlineSnapshot(`
      {
        "asOf": "2026-11-23",
        "conditions": [
          {
            "message": "The rules of 23 November 2026 find no error.",
            "observedCommit": "c2",
            "reason": "Succeeded",
            "status": "True",
            "type": "Validated",
          },
          {
            "message": "Nothing kept with this version proves who agreed to it.",
            "observedCommit": "c2",
            "reason": "NoEvidence",
            "status": "Unknown",
            "type": "Approved",
          },
          {
            "lastTransitionTime": "2026-10-02T00:00:02.000Z",
            "message": "Version 2 is live and has the content of commit c2.",
            "observedCommit": "c2",
            "reason": "Succeeded",
            "status": "True",
            "type": "Published",
          },
        ],
        "health": "Healthy",
        "observedCommit": "c2",
        "plan": "olist-2018",
        "sync": "Synced",
        "totals": {
          "errors": 0,
          "infos": 2,
          "warnings": 1,
        },
      }
    `);
  });

  test("stays so when a commit changes nothing of it", async () => {
    const same = commitOf(plan, 3, titled(sampleFiles(), "The second version"));
    const isAncestor = async (older: string, newer: string) => older < newer;
    expect(await publish({ ...dependencies(), isAncestor }, same)).toMatchObject({
      outcome: "unchanged",
    });
    expect(await status()).toMatchObject({
      sync: "Synced",
      live: { version: 2, commit: "c2" },
      desired: { commit: "c3" },
    });
  });

  test("says from which day on something else holds, counted from today in its time zone", async () => {
    const day = async (instant: string) =>
      (await json(await appOver(table, { now: () => instant }).ask(`/v1/plans/${plan}/status`)))[
        "nextEffectiveChange"
      ];
    // São Paulo is three hours behind UTC.
    expect(await day("2018-07-01T02:59:59.000Z")).toBe("2018-07-01");
    expect(await day("2018-07-01T03:00:00.000Z")).toBe("2018-08-01");
    expect(await day("2030-01-01T00:00:00.000Z")).toBeUndefined();
  });
});

describe("a plan that was rolled back", () => {
  test("is OutOfSync until the rollback is taken back", async () => {
    await goBack();
    expect(await status()).toMatchObject({
      sync: "OutOfSync",
      live: { version: 3, commit: "c1", restores: 1 },
      observedCommit: "c2",
      desired: { commit: "c2" },
      hold: { kind: "rollback", reason: "wrong win rate", rejectedVersion: 2 },
    });
    expect(await condition("Published")).toEqual({
      type: "Published",
      status: "False",
      reason: "Held",
      message: "Version 2 was rolled back by dana: wrong win rate.",
      observedCommit: "c2",
      lastTransitionTime: now,
    });
    await resume(dependencies(), { ...restoring, from: 3 });
    expect(await status()).toMatchObject({ sync: "Synced", live: { version: 4, restores: 2 } });
  });

  test("stays so when a freeze over it is released", async () => {
    await goBack();
    await freeze(dependencies(), asked);
    expect(await condition("Published")).toMatchObject({ status: "False", reason: "Held" });
    await release(dependencies(), { plan, actor: "dana" });
    expect(await status()).toMatchObject({
      sync: "OutOfSync",
      desired: { rejected: { version: 2, reason: "wrong win rate", actor: "dana", since: now } },
      hold: { kind: "rollback", rejectedVersion: 2 },
    });
  });

  test("and whose newest commit gave way to one that was resumed says so", async () => {
    await goBack();
    await publishFiles(table, plan, 3, titled(sampleFiles(), "The third version"));
    await resume(dependencies(), { ...restoring, to: 2, from: 4 });
    expect(await status()).toMatchObject({ sync: "OutOfSync", live: { version: 5, restores: 2 } });
    expect(await condition("Published")).toMatchObject({
      status: "False",
      reason: "RolledBack",
      message: "The content of commit c3 gave way to version 5, which is live.",
    });
  });
});

describe("health", () => {
  test("is Degraded with errors under today's rules", async () => {
    const broken = withText(sampleFiles(), "plan.json", (text) =>
      text.replace(/"months": \d+/, '"months": 0'),
    );
    await publishFiles(table, plan, 3, broken);
    expect(await status()).toMatchObject({ health: "Degraded", totals: { errors: 1 } });
    expect(await condition("Validated")).toMatchObject({
      status: "False",
      reason: "ErrorsFound",
      message: "The rules of 23 November 2026 find 1 error.",
    });
  });
});

describe("evidence", () => {
  test("that is kept with the version makes it Approved", async () => {
    const { evidence: _none, ...commit } = commitOf(plan, 3, sampleFiles());
    const isAncestor = async (older: string, newer: string) => older < newer;
    await publish(
      { ...dependencies(), isAncestor },
      { ...commit, evidence: { kind: "pull-request", number: 12 } },
    );
    expect(await condition("Approved")).toEqual({
      type: "Approved",
      status: "True",
      reason: "EvidenceKept",
      message: "Agreed by pull request.",
      observedCommit: "c3",
      lastTransitionTime: now,
    });
  });
});

describe("the header Plan-Held", () => {
  const ofLive = ["live", "live/plan", "live/effective", "status", "requirements", "versions"];

  test("is told with the live version while publishing is held, also to who has it already", async () => {
    const live = `/v1/plans/${plan}/live`;
    const tag = (await served.ask(live)).headers.get("ETag") ?? "";
    expect(await Promise.all(ofLive.map((each) => held(`/v1/plans/${plan}/${each}`)))).toEqual(
      ofLive.map(() => null),
    );
    await freeze(dependencies(), asked);
    expect(await Promise.all(ofLive.map((each) => held(`/v1/plans/${plan}/${each}`)))).toEqual(
      ofLive.map(() => "true"),
    );
    const again = await served.ask(live, { headers: { "If-None-Match": tag } });
    expect([again.status, again.headers.get("Plan-Held")]).toEqual([304, "true"]);
    await release(dependencies(), { plan, actor: "dana" });
    expect(await held(live)).toBeNull();
  });

  test("is said on the page, at once", async () => {
    const page = async () => (await served.ask(`/?plan=${plan}`)).text();
    expect(await page()).not.toContain("Held:");
    await freeze(dependencies(), asked);
    expect(await page()).toContain("dana stopped publishing on 23 November 2026.");
    await release(dependencies(), { plan, actor: "dana" });
    expect(await page()).not.toContain("Held:");
  });

  test("is not told of a version by its number, which is kept for good", async () => {
    await goBack();
    expect(await held(`/v1/plans/${plan}/versions/2`)).toBeNull();
    expect(await held(`/v1/plans/${plan}/live`)).toBe("true");
  });
});
