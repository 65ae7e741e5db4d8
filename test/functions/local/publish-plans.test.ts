import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type PublishRequest, publishPlans } from "../../../functions/local/publish-plans.ts";
import type { StopPoint } from "../../../functions/publish/publish.ts";
import { gitSource } from "../../../functions/source/git.ts";
import type { Files } from "../../../functions/store/bundle.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { sampleFiles, titled, withText } from "../app/plan-files.ts";
import { newFolder, newRepository, type TestRepository, writePlan } from "../source/repository.ts";

const olist = sampleFiles();
const acme = sampleFiles("acme-2027");
const broken: Files = withText(olist, "plan.json", (text) => text.replace("{", '{ "jurney": 1,'));

const repositories: TestRepository[] = [];
afterAll(() => {
  for (const each of repositories) each.remove();
});

let repository: TestRepository;
let table: Table;
beforeEach(() => {
  repository = newRepository();
  repositories.push(repository);
  table = memoryTable();
});

const publishing = (options: Partial<PublishRequest> = {}) =>
  publishPlans({
    store: { table },
    source: gitSource(repository.root),
    now: () => "2026-11-23T09:00:00.000Z",
    actor: "dana",
    ...options,
  });

/** What became of each plan: its id, the outcome, and the version or the reasons. */
async function outcomes(options: Partial<PublishRequest> = {}): Promise<readonly string[]> {
  const published = await publishing(options);
  if (!published.ok) return [published.error.reason];
  return published.value.plans.map((each) =>
    [
      each.plan,
      each.outcome,
      ...("version" in each ? [each.version] : []),
      ...("reasons" in each ? each.reasons.map(({ reason }) => reason) : []),
    ].join(" "),
  );
}

describe("publishing a commit", () => {
  test("makes every plan that holds together live, byte for byte", async () => {
    writePlan(repository, "olist-2018", olist);
    writePlan(repository, "acme-2027", acme);
    const commit = repository.commit();
    const published = await publishing();
    expect(published).toMatchObject({ ok: true, value: { commit } });
    expect(await outcomes()).toEqual(["acme-2027 replayed 1", "olist-2018 replayed 1"]);
    const live = await planStore(table).readLive("olist-2018");
    expect(live?.ok === true ? live.value.documents : undefined).toEqual(olist);
    const record = await planStore(table).version("olist-2018", 1);
    const day = published.ok ? published.value.commitTime.slice(0, 10) : "";
    expect(record).toMatchObject({
      commit,
      actor: "dana",
      evidence: { kind: "none" },
      checkedAs: day,
    });
  });

  test("makes no version of a commit that changes no document", async () => {
    writePlan(repository, "olist-2018", olist);
    repository.commit();
    expect(await outcomes()).toEqual(["olist-2018 published 1"]);
    repository.write("README.md", "new");
    repository.commit();
    expect(await outcomes()).toEqual(["olist-2018 unchanged 1"]);
    writePlan(repository, "olist-2018", titled(olist, "Other"));
    repository.commit();
    expect(await outcomes()).toEqual(["olist-2018 published 2"]);
  });

  test("never goes back to an older one", async () => {
    writePlan(repository, "olist-2018", olist);
    const older = repository.commit();
    writePlan(repository, "olist-2018", titled(olist, "Newer"));
    repository.commit();
    expect(await outcomes()).toEqual(["olist-2018 published 1"]);
    expect(await outcomes({ revision: older })).toEqual(["olist-2018 superseded"]);
    expect(await outcomes({ revision: older.slice(0, 9) })).toEqual(["olist-2018 superseded"]);
  });

  test("refuses one that does not continue what is live", async () => {
    writePlan(repository, "olist-2018", olist);
    repository.commit();
    await outcomes();
    writePlan(repository, "olist-2018", titled(olist, "Rewritten"));
    repository.git("commit", "--quiet", "--all", "--amend", "--message", "rewritten");
    expect(await outcomes()).toEqual(["olist-2018 refused not-a-descendant"]);
  });

  test("leaves out a plan with errors, keeps what is live of it, and publishes the others", async () => {
    writePlan(repository, "olist-2018", olist);
    writePlan(repository, "acme-2027", acme);
    repository.commit();
    await outcomes();
    writePlan(repository, "olist-2018", broken);
    writePlan(repository, "acme-2027", titled(acme, "Other"));
    repository.commit();
    expect(await outcomes()).toEqual(["acme-2027 published 2", "olist-2018 refused findings"]);
    expect(await planStore(table).head("olist-2018")).toMatchObject({ live: { version: 1 } });
    const again = await publishing();
    const findings = again.ok ? (again.value.plans[1]?.findings ?? []) : [];
    expect(findings).toMatchObject([{ severity: "error", file: "plans/olist-2018/plan.json" }]);
  });

  test("says what the rules said, warnings included", async () => {
    writePlan(repository, "acme-2027", acme);
    repository.commit();
    const published = await publishing();
    const findings = published.ok ? (published.value.plans[0]?.findings ?? []) : [];
    expect(findings.some((each) => each.severity === "warning")).toBe(true);
  });

  test("refuses two folders that state one id", async () => {
    writePlan(repository, "olist-2018", olist);
    writePlan(repository, "copy", olist);
    repository.commit();
    expect(await outcomes()).toEqual(["olist-2018 refused same-id", "olist-2018 refused same-id"]);
    expect(await planStore(table).plans()).toEqual([]);
  });

  test("refuses a link in a plan folder", async () => {
    const files = [...olist].map(
      ([name, bytes]) =>
        [`plans/olist-2018/${name}`, "100644", new TextDecoder().decode(bytes)] as const,
    );
    const linked = files.map(([path, mode, content]) =>
      path.endsWith("sla.json")
        ? ([path, "120000", "/etc/passwd"] as const)
        : ([path, mode, content] as const),
    );
    const commit = repository.commitTree(linked);
    expect(await outcomes({ revision: commit })).toEqual(["olist-2018 refused findings"]);
  });

  test("says which live plans it does not hold; they stay live", async () => {
    writePlan(repository, "olist-2018", olist);
    writePlan(repository, "acme-2027", acme);
    repository.commit();
    await outcomes();
    repository.git("rm", "-r", "--quiet", "plans/acme-2027");
    repository.commit();
    const absent = [{ plan: "acme-2027", version: 1 }];
    expect(await publishing()).toMatchObject({ ok: true, value: { absent } });
    expect(await planStore(table).head("acme-2027")).toMatchObject({ live: { version: 1 } });
    // Whoever asks for one plan is told of that one.
    expect(await publishing({ only: ["olist-2018"] })).toMatchObject({ value: { absent: [] } });
    // A folder that does not say which plan it is may be any of them.
    writePlan(
      repository,
      "other",
      withText(acme, "plan.json", () => "{"),
    );
    repository.commit();
    expect(await publishing()).toMatchObject({ value: { absent: [] } });
  });

  test("takes some plans only, by id or folder", async () => {
    writePlan(repository, "olist-2018", olist);
    writePlan(repository, "acme-2027", acme);
    repository.commit();
    expect(await outcomes({ only: ["plans/acme-2027"] })).toEqual(["acme-2027 published 1"]);
    expect(await outcomes({ only: ["olist-2018"] })).toEqual(["olist-2018 published 1"]);
    expect(await outcomes({ only: ["olist-2018", "nope"] })).toEqual(["unknown-plan"]);
  });

  test("that stopped anywhere is finished by repeating it", async () => {
    writePlan(repository, "olist-2018", olist);
    repository.commit();
    const points: StopPoint[] = [];
    await publishing({
      store: { table: memoryTable() },
      reached: (point) => void points.push(point),
    });
    expect(points).toEqual(["content-1", "flipped"]);
    for (const stop of points) {
      table = memoryTable();
      const reached = (point: StopPoint): void => {
        if (point === stop) throw new Error("stopped");
      };
      // oxlint-disable-next-line no-await-in-loop
      await expect(publishing({ reached })).rejects.toThrow("stopped");
      // oxlint-disable-next-line no-await-in-loop
      expect(await outcomes()).toEqual([
        stop === "flipped" ? "olist-2018 replayed 1" : "olist-2018 published 1",
      ]);
    }
  });
});

describe("nothing to publish", () => {
  test("is told for what it is", async () => {
    expect(await outcomes()).toEqual(["no-commit"]);
    repository.write("README.md", "x");
    repository.commit();
    expect(await outcomes()).toEqual(["no-plans"]);
    expect(await outcomes({ revision: "nope" })).toEqual(["unknown-revision"]);
    expect(await outcomes({ revision: "--output=x" })).toEqual(["unknown-revision"]);
    expect(await outcomes({ only: ["x"] })).toEqual(["unknown-plan"]);
    expect(await outcomes({ source: gitSource(newFolder()) })).toEqual(["no-commit"]);
  });

  test("names no hostile word in the command that it proposes", async () => {
    repository.commit();
    const published = await publishing({ revision: "x; rm -rf ~" });
    expect(published.ok ? "" : published.error.help).toContain("git fetch origin <branch>");
  });
});
