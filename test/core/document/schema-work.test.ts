import { expect, test } from "vitest";
import { load } from "../../../core/document/index.ts";

/** A document may be hostile in size; what is said of it stays readable, and saying it stays bounded. */

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const journeyFindings = (value: unknown): number => {
  const loaded = load({ folder: "p", files: [{ name: "journey.json", bytes: bytes(value) }] });
  return loaded.ok ? 0 : loaded.error.filter((each) => each.file === "p/journey.json").length;
};

test("60,000 wrong stages give at most 100 findings", () => {
  const stages = Array.from({ length: 60_000 }, () => ({ a: 1, b: 2 }));
  const found = journeyFindings({ $schema: "../../schemas/v1/journey.json", stages, segments: [] });
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThanOrEqual(100);
});

test("190,000 unknown keys give at most 100 findings", () => {
  const keys = Object.fromEntries(
    Array.from({ length: 190_000 }, (_, index) => [`key-${index}`, 1]),
  );
  const found = journeyFindings({ $schema: "../../schemas/v1/journey.json", ...keys });
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThanOrEqual(100);
});
