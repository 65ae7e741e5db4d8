import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { here, median, root, runNode } from "./child.ts";
import type { Figure, Section } from "./table.ts";

const plan = "plans/acme-2027";
const kinds = readdirSync(join(root, plan)).map((name) => name.slice(0, -".json".length));
const bin = (name: string): string => join(here, "node_modules/.bin", name);

async function whole(
  what: string,
  runs: number,
  calls: readonly (readonly string[])[],
): Promise<Figure> {
  const times: number[] = [];
  let peakMegabytes = 0;
  for (let run = 0; run < runs; run++) {
    let sum = 0;
    for (const words of calls) {
      const ended = await runNode(words);
      if (ended.code !== 0) throw new Error(`${words.join(" ")}\n${ended.out}`);
      sum += ended.milliseconds;
      peakMegabytes = Math.max(peakMegabytes, ended.peakMegabytes);
    }
    times.push(sum);
  }
  return { what, value: median(times), peakMegabytes };
}

/** A document's schema with the shared definitions in it, for tools that do not follow a reference to another file. */
function wholeSchema(kind: string): object {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(join(root, `schemas/v1/${name}.json`), "utf8").replaceAll(
        '"common.json#/$defs/',
        '"#/$defs/',
      ),
    ) as { readonly $defs?: object };
  const own = read(kind);
  return { ...own, $defs: { ...read("common").$defs, ...own.$defs } };
}

/** A ruleset that holds each document in the folder beside it against its schema, and does nothing else. */
function spectralRuleset(folder: string): string {
  const overrides = kinds.map((kind) => ({
    files: [`plan/${kind}.json`],
    rules: {
      [kind]: {
        given: "$",
        severity: "error",
        then: {
          function: "schema",
          functionOptions: {
            allErrors: true,
            dialect: "draft2020-12",
            schema: wholeSchema(kind),
          },
        },
      },
    },
  }));
  const path = join(folder, "ruleset.json");
  writeFileSync(path, JSON.stringify({ rules: {}, overrides }));
  return path;
}

/** The whole check of a plan, beside tools that only hold the documents against the schemas. */
export async function checkSection(): Promise<readonly Section[]> {
  const folder = mkdtempSync(join(tmpdir(), "jointplan-bench-"));
  try {
    const ajv = (kind: string): readonly string[] => [
      bin("ajv"),
      "validate",
      "--spec=draft2020",
      "--strict=false",
      "-c",
      "ajv-formats",
      "-s",
      join(folder, `${kind}.schema.json`),
      "-d",
      `${plan}/${kind}.json`,
    ];
    cpSync(join(root, plan), join(folder, "plan"), { recursive: true });
    for (const kind of kinds)
      writeFileSync(join(folder, `${kind}.schema.json`), JSON.stringify(wholeSchema(kind)));
    const ours = `jointplan check, ${kinds.length} documents: syntax, schema, references, funnel, rules`;
    return [
      {
        title: "Checking plans/acme-2027, whole processes",
        unit: "ms",
        against: ours,
        figures: [
          await whole(ours, 9, [["bin/jointplan.js", "check", plan]]),
          await whole("ajv-cli, one document, schema only", 5, [ajv("journey")]),
          await whole(
            `ajv-cli, ${kinds.length} documents, a call each, schema only`,
            1,
            kinds.map(ajv),
          ),
          await whole(`Spectral, ${kinds.length} documents in one call, schema only`, 3, [
            [
              bin("spectral"),
              "lint",
              "--quiet",
              "-r",
              spectralRuleset(folder),
              ...kinds.map((kind) => join(folder, `plan/${kind}.json`)),
            ],
          ]),
        ],
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
