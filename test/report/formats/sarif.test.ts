import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../../report/formats/catalogue.ts";
import type { FolderFindings } from "../../../report/formats/checked-rules.ts";
import { toSarif } from "../../../report/formats/sarif.ts";
import { accepted, anyFolders, folder, mixed, nothing, one } from "./samples.ts";
import { sarifSchema } from "./sarif-schema.ts";

/** What these tests look at in a log. */
interface SarifLog {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly shortDescription: { readonly text: string };
          readonly properties: { readonly tags: readonly string[] };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly suppressions?: unknown;
      readonly relatedLocations?: readonly unknown[];
    }[];
    readonly invocations?: readonly {
      readonly toolExecutionNotifications: readonly {
        readonly message: { readonly text: string };
      }[];
    }[];
  }[];
}

describe("sarif", () => {
  const ajv = new Ajv2020({ allErrors: true });
  (addFormats as unknown as (target: Ajv2020) => void)(ajv);
  const isSarif = ajv.compile(sarifSchema);
  const errorsOf = (text: string): unknown => (isSarif(JSON.parse(text)) ? null : isSarif.errors);

  test("is what it was", async () => {
    await expect(toSarif(mixed, "0.0.0")).toMatchFileSnapshot("mixed.sarif");
  });

  test("has the form of the standard, whatever is found", () => {
    expect(errorsOf(toSarif(mixed, "0.0.0"))).toBeNull();
    expect(errorsOf(toSarif(nothing, "0.0.0"))).toBeNull();
    expect(errorsOf(toSarif([], "0.0.0"))).toBeNull();
    fc.assert(fc.property(anyFolders, (folders) => errorsOf(toSarif(folders, "0.0.0")) === null));
  });

  test("keeps to what code scanning takes: 5,000 results with 100 places, the heaviest first", () => {
    const many = (severity: "error" | "warning", times: number): FolderFindings["findings"] =>
      Array.from({ length: times }, () => one({ severity }));
    const logOf = (findings: FolderFindings["findings"]): SarifLog =>
      JSON.parse(
        toSarif([{ folder, documents: [], rulesRun: [], findings, silenced: [accepted] }], "0.0.0"),
      ) as SarifLog;
    const [full] = logOf([...many("warning", 4_000), ...many("error", 999)]).runs;
    expect(full?.results).toHaveLength(5_000);
    expect(full).not.toHaveProperty("invocations");

    const over = logOf([...many("warning", 4_001), ...many("error", 1_000)]);
    expect(errorsOf(JSON.stringify(over))).toBeNull();
    const [cut] = over.runs;
    expect(cut?.results).toHaveLength(5_000);
    expect(cut?.results.filter(({ level }) => level === "error")).toHaveLength(1_000);
    expect(cut?.results.some(({ suppressions }) => suppressions !== undefined)).toBe(false);
    expect(cut?.invocations?.[0]?.toolExecutionNotifications[0]?.message.text).toBe(
      'Not shown here: 2 results. Code scanning takes 5,000; "jointplan check" counts all.',
    );

    const place = { file: `${folder}/plan.json`, pointer: "/x", message: "the goal" };
    const [related] = logOf([one({ related: Array.from({ length: 101 }, () => place) })]).runs;
    expect(related?.results[0]?.relatedLocations).toHaveLength(100);
  });

  test("no rule is longer or has more tags than code scanning shows", () => {
    const rulesRun = catalogue.map((rule) => rule.id);
    const log = toSarif([{ folder, documents: [], rulesRun, findings: [], silenced: [] }], "0.0.0");
    const [run] = (JSON.parse(log) as SarifLog).runs;
    expect(run?.tool.driver.rules).toHaveLength(catalogue.length);
    for (const { id, shortDescription, properties } of run?.tool.driver.rules ?? []) {
      expect(id.length).toBeLessThanOrEqual(255);
      expect(shortDescription.text.length).toBeLessThanOrEqual(1_024);
      expect(properties.tags.length).toBeLessThanOrEqual(10);
    }
  });

  test("every result points at its rule", () => {
    const [run] = (JSON.parse(toSarif(mixed, "0.0.0")) as SarifLog).runs;
    expect(run?.results).toHaveLength(6);
    for (const { ruleId, ruleIndex } of run?.results ?? [])
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });
});
