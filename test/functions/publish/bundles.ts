import { sha256Hex } from "../../../core/digest.ts";
import { type CheckedBundle, checkedBundle } from "../../../functions/publish/checked-bundle.ts";
import type { Publication, PublishDependencies } from "../../../functions/publish/publish.ts";
import type { Files } from "../../../functions/store/bundle.ts";
import type { PublishedPlan, ReadPlan } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { seeded } from "../store/empty-pages.ts";

/** The plan of these tests. */
export const plan = "acme";

/** Bytes that gzip cannot shrink, the same for the same seed. */
export function noise(seed: number, bytes: number): Uint8Array {
  const random = seeded(seed);
  return Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256));
}

/** A checked bundle of text files. Blanks mean nothing in them, as in a plan. */
export function bundleOf(files: Readonly<Record<string, string | Uint8Array>>): CheckedBundle {
  const entries = Object.entries(files).map(([name, content]) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    return [name, bytes] as const;
  });
  const said = entries.map(([name, bytes]) => [name, sha256Hex(bytes.filter((each) => each > 32))]);
  const meaning = sha256Hex(JSON.stringify(said));
  return checkedBundle({ plan, files: new Map(entries), meaning, checkedAs: "2026-10-01" });
}

/** The content of the commit `c<n>`, laid out in another way: other bytes that say the same. */
export const laidOutAnew = (number: number): CheckedBundle =>
  bundleOf({ "plan.json": `{\n  "goal": ${number}\n}\n` });

/** The commit `c<n>` with its own content, or with the content given. */
export function commit(number: number, bundle?: CheckedBundle): Publication {
  return {
    bundle: bundle ?? bundleOf({ "plan.json": `{"goal": ${number}}\n` }),
    commit: `c${number}`,
    commitTime: `2026-10-01T00:00:0${number}.000Z`,
    evidence: { kind: "none" },
    actor: "dana",
  };
}

/** History is one line: c1, c2, c3 …; anything else is on no line. */
export async function isAncestor(older: string, newer: string): Promise<boolean> {
  return Number(older.slice(1)) < Number(newer.slice(1));
}

/** What a publish needs, on a table; the clock goes on by one second with every look. */
export function dependenciesOn(table: Table): PublishDependencies {
  let seconds = 0;
  return {
    table,
    isAncestor,
    now: () => new Date(Date.UTC(2026, 9, 2, 0, 0, (seconds += 1))).toISOString(),
  };
}

/** The plan that was read. Fails the test when there is none or when it is damaged. */
export function whole(read: ReadPlan): PublishedPlan {
  if (read === undefined) throw new Error("there is no such version");
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** Each file with the hash of its bytes: what tests compare, because comparing large arrays one by one is slow. */
export function hashes(files: Files | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries([...(files ?? [])].map(([name, bytes]) => [name, sha256Hex(bytes)]));
}

/** The commit `c<n>` with 900 KB that cannot be compressed: three chunks. */
export function largeCommit(number: number): Publication {
  const journey = noise(number, 900_000);
  return commit(number, bundleOf({ "journey.json": journey, "plan.json": `${number}` }));
}
