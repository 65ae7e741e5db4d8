/**
 * A reader beside publishers: `reading-process.ts <store as JSON>`. Prints `ready` after its first look, then reads the live
 * version again and again, without a cache, until its input ends; then prints what it saw as JSON.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Files } from "../../../functions/store/bundle.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { plan } from "./bundles.ts";
import { openShared, type Seen, type SharedStore, sharedCommit } from "./shared-store.ts";

const [shared = ""] = process.argv.slice(2);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own test wrote it
const store = planStore(openShared(JSON.parse(shared) as SharedStore), 0);

const noBytes = new Uint8Array();
process.stdin.resume();

const authored = new Map<string, Files>();
const authoredAs = (commit: string): Files => {
  const known = authored.get(commit) ?? sharedCommit(Number(commit.slice(1))).bundle.files;
  authored.set(commit, known);
  return known;
};

const isSame = (one: Files, other: Files): boolean =>
  one.size === other.size &&
  [...one].every(([name, bytes]) => Buffer.compare(bytes, other.get(name) ?? noBytes) === 0);

const digests = new Map<number, string>();
const wrong: string[] = [];
let reads = 0;
let last = 0;
let observed = 0;

async function look(): Promise<void> {
  const read = await store.readLive(plan);
  if (read === undefined) {
    if (last > 0) wrong.push(`nothing was live after version ${last}`);
    return;
  }
  reads += 1;
  if (!read.ok) {
    wrong.push(read.error.message);
    return;
  }
  const { version, commit, digest, documents } = read.value;
  if (version < last) wrong.push(`version ${version} after version ${last}`);
  last = version;
  if (!isSame(documents, authoredAs(commit)))
    wrong.push(`version ${version} is not what ${commit} says`);
  if ((digests.get(version) ?? digest) !== digest) wrong.push(`version ${version} changed`);
  digests.set(version, digest);
  const head = await store.head(plan);
  const newest = Number(head?.observedCommit.slice(1));
  if (!(newest >= observed)) wrong.push(`observed c${newest} after c${observed}`);
  observed = newest;
}

await look();
process.stdout.write("ready\n");
while (!process.stdin.readableEnded) {
  await look();
  await nextTurn();
}
await look();
const seen: Seen = { reads, versions: [...digests.keys()], wrong };
process.stdout.write(`${JSON.stringify(seen)}\n`);
process.exit();
