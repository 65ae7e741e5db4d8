import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { publish } from "../../../functions/publish/publish.ts";
import { type PlanStore, planStore } from "../../../functions/store/plan-store.ts";
import { sqliteTable } from "../../../functions/store/sqlite.ts";
import { dependenciesOn, hashes, largeCommit, plan, whole } from "./bundles.ts";

const folder = mkdtempSync(join(tmpdir(), "jointplan-process-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = fileURLToPath(new URL("publish-process.ts", import.meta.url));

interface Ended {
  readonly signal: NodeJS.Signals | null;
  /** What the process printed: its outcome, or nothing when it was killed. */
  readonly output: string;
  readonly errors: string;
}

function publishElsewhere(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args]);
  let output = "";
  let errors = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  return new Promise((resolve) => {
    child.once("close", (_code, signal) => resolve({ signal, output, errors }));
  });
}

const authored = new Map(
  [1, 2, 3, 4].map((number) => [`c${number}`, hashes(largeCommit(number).bundle.files)]),
);

/** Reads the live version again and again until the work is done; returns the versions seen. Every one must be whole. */
async function readWhile(store: PlanStore, work: Promise<unknown>): Promise<readonly number[]> {
  const seen: number[] = [];
  const ended = work.then(() => "ended");
  while ((await Promise.race([ended, sleep(1)])) !== "ended") {
    const live = whole(await store.readLive(plan));
    expect(hashes(live.documents)).toEqual(authored.get(live.commit));
    seen.push(live.version);
  }
  return seen;
}

describe("a publisher that is killed", () => {
  test.each([
    ["content-1", 1, "published"],
    ["content-2", 1, "published"],
    ["content-3", 1, "published"],
    ["flipped", 2, "replayed"],
  ] as const)(
    "at %s leaves version %i whole, readers see nothing else, and repeating is %s",
    async (point, left, repeated) => {
      const path = join(folder, `${point}.db`);
      const table = sqliteTable(path);
      await publish(dependenciesOn(table), largeCommit(1));
      // No cache: every read unpacks and hashes what is stored.
      const store = planStore(table, 0);

      const killed = publishElsewhere(path, "2", point);
      const seen = await readWhile(store, killed);
      expect(await killed).toMatchObject({ signal: "SIGKILL", output: "" });
      expect(seen.length).toBeGreaterThan(1);
      expect(seen.every((version) => version === 1 || version === left)).toBe(true);
      expect(whole(await store.readLive(plan)).version).toBe(left);

      const again = await publish(dependenciesOn(table), largeCommit(2));
      expect(again).toEqual({ outcome: repeated, version: 2 });
      const live = whole(await store.readLive(plan));
      expect(hashes(live.documents)).toEqual(hashes(largeCommit(2).bundle.files));
      table.close();
    },
  );
});
