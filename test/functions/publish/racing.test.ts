import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Published } from "../../../functions/publish/publish.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { type DynamoLocal, startDynamoLocal, whyNoDynamo } from "../store/dynamo-local.ts";
import { hashes, plan, whole } from "./bundles.ts";
import { buildElsewhere, type Elsewhere, endElsewhere, startElsewhere } from "./elsewhere.ts";
import { openShared, type Seen, type SharedStore, sharedCommit } from "./shared-store.ts";

const rounds = process.env["JOINTPLAN_TIER"] === "verify" ? 40 : 3;
const publishers = 8;

const folder = mkdtempSync(join(tmpdir(), "jointplan-processes-"));
beforeAll(() => buildElsewhere(folder, ["racing-process", "reading-process"]));
afterEach(endElsewhere);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = async (
  script: string,
  count: number,
  words: (index: number) => readonly string[],
): Promise<readonly Elsewhere[]> => {
  const started = Array.from({ length: count }, (_, index) =>
    startElsewhere(folder, script, words(index)),
  );
  for (const each of started) expect(await each.line()).toBe("ready");
  return started;
};

/** All publish at once: half of them this round's commit, half the next one. @returns What they say became of it. */
async function publishAtOnce(
  all: readonly Elsewhere[],
  round: number,
): Promise<readonly Published[]> {
  for (const [index, each] of all.entries()) each.say(String(round + (index % 2)));
  const lines = await Promise.all(all.map((each) => each.line()));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the process wrote what it got
  return lines.map((line) => JSON.parse(line) as Published);
}

interface Raced {
  /** What every publisher said, round after round. */
  readonly outcomes: readonly Published[];
  /** How the processes ended. */
  readonly ends: readonly (NodeJS.Signals | number | null)[];
  readonly deaths: readonly (NodeJS.Signals | number | null)[];
  readonly seen: readonly Seen[];
}

/** Eight publishers and two readers at once on one store, and two publishers that are killed half-way. */
async function race(shared: SharedStore): Promise<Raced> {
  const words = [JSON.stringify(shared)];
  const readers = await start("reading-process", 2, () => words);
  const racing = await start("racing-process", publishers, () => words);
  // Killed with one chunk of two written, and with both, on the way to a commit that is newer than all.
  const doomed = await start("racing-process", 2, (index) => [...words, String(3 + index)]);

  const outcomes: Published[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    if (round === 2) for (const each of doomed) each.say("1000003");
    outcomes.push(...(await publishAtOnce(racing, round)));
  }
  for (const each of racing) each.hangUp();
  const ends = await Promise.all(racing.map((each) => each.ended));
  const deaths = await Promise.all(doomed.map((each) => each.ended));
  for (const each of readers) each.hangUp();
  const lines = await Promise.all(readers.map((each) => each.line()));
  return { outcomes, ends, deaths, seen: lines.map((line): Seen => JSON.parse(line)) };
}

describe("eight publisher processes, two readers and two that are killed, on one store", () => {
  const without = whyNoDynamo();
  let local: DynamoLocal | undefined;
  afterAll(() => local?.stop());

  const inDynamo = async (): Promise<SharedStore> => {
    local = await startDynamoLocal();
    await local.createTable("plans");
    const at = await local.client.config.endpoint?.();
    return { endpoint: `http://127.0.0.1:${at?.port}`, tableName: "plans" };
  };
  const inSqlite = async (): Promise<SharedStore> => ({ path: join(folder, "store.db") });
  const stores = [
    ["SQLite", inSqlite],
    ...(without === undefined ? [["DynamoDB Local", inDynamo] as const] : []),
  ] as const;

  test.each(stores)(
    "in %s: one commit makes one version at most, the newest is live, readers see whole versions that never go back",
    async (_name, prepare) => {
      const shared = await prepare();
      const { outcomes, ends, deaths, seen } = await race(shared);
      expect(ends).toEqual(ends.map(() => 0));
      expect(deaths).toEqual(["SIGKILL", "SIGKILL"]);
      for (const { reads, versions, wrong } of seen) {
        expect(wrong).toEqual([]);
        expect(versions).toEqual(versions.toSorted((a, b) => a - b));
        expect(reads).toBeGreaterThan(rounds);
      }

      expect(outcomes.filter((each) => each.outcome === "refused")).toEqual([]);
      const store = planStore(openShared(shared), 0);
      const { entries } = await store.versions(plan);
      const commits = entries.map((each) => each.commit);
      const published = outcomes.filter((each) => each.outcome === "published");
      expect(published).toHaveLength(commits.length);
      expect(new Set(commits).size).toBe(commits.length);
      expect(entries.map((each) => each.version)).toEqual(
        commits.map((_commit, index) => commits.length - index),
      );
      const newest = rounds + 1;
      expect(await store.head(plan)).toMatchObject({ observedCommit: `c${newest}` });
      const live = whole(await store.readLive(plan));
      expect(hashes(live.documents)).toEqual(hashes(sharedCommit(newest).bundle.files));
    },
    600_000,
  );
});
