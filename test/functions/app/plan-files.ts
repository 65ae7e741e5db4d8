import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contentOf } from "../../../functions/local/told-content.ts";
import { checkedBundle } from "../../../functions/publish/checked-bundle.ts";
import { type Publication, publish } from "../../../functions/publish/publish.ts";
import type { Files } from "../../../functions/store/bundle.ts";
import type { Table } from "../../../functions/store/table.ts";

/** The root of the repository. */
export const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** A committed sample plan, file by file. */
export function sampleFiles(plan = "olist-2018"): Files {
  const folder = `${repository}plans/${plan}/`;
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(folder + name))]));
}

/** The same files, one of them with other text. */
export function withText(files: Files, name: string, change: (text: string) => string): Files {
  const text = new TextDecoder().decode(files.get(name));
  return new Map(files).set(name, new TextEncoder().encode(change(text)));
}

/** The same plan under another title. */
export const titled = (files: Files, title: string): Files =>
  withText(files, "plan.json", (text) => text.replace(/"title": "[^"]*"/, `"title": "${title}"`));

/** A commit of the line c1, c2, c3 … with its own time. */
export function commitOf(plan: string, number: number, files: Files): Publication {
  const list = [...files].map(([name, bytes]) => ({ name, bytes }));
  const { digest, meaning = digest } = contentOf({ folder: `plans/${plan}`, files: list });
  return {
    bundle: checkedBundle({ plan, files, meaning, checkedAs: "2026-10-01" }),
    commit: `c${number}`,
    commitTime: `2026-10-01T00:00:0${number}.000Z`,
    evidence: { kind: "none" },
    actor: "dana",
  };
}

/** Publishes files as the next version of a plan, without asking the rules. */
export async function publishFiles(
  table: Table,
  plan: string,
  number: number,
  files: Files,
): Promise<void> {
  const published = await publish(
    {
      table,
      isAncestor: async (older, newer) => Number(older.slice(1)) < Number(newer.slice(1)),
      now: () => `2026-10-02T00:00:0${number}.000Z`,
    },
    commitOf(plan, number, files),
  );
  if (published.outcome !== "published") throw new Error(`unexpected: ${published.outcome}`);
}
