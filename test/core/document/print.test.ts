import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { print } from "../../../core/document/print.ts";
import { documentValue } from "./arbitrary.ts";
import { documentOf } from "./read.ts";
import { patience, runs } from "./runs.ts";

/** A key, a scalar, or a key with a scalar, an opening bracket or an empty container. */
const unbreakable = /^ *(?:"(?:[^"\\]|\\.)*": )?(?:"(?:[^"\\]|\\.)*"|[-+.\w]+|\[\]?|\{\}?)?,?$/;

describe("print(value)", () => {
  test("puts what is read at a glance on one line, and items below each other", () => {
    const journey = {
      $schema: "../../schemas/v1/journey.json",
      stages: [
        { id: "aware", title: "Sees the problem", owner: "marketing-lead" },
        { id: "exploring", title: "Compares ways", owner: "marketing-lead", roles: ["a", "b"] },
      ],
      transitions: [
        {
          id: "aware-exploring",
          conversion: {
            value: 0.41,
            basis: { successes: 410, trials: 1000, from: "2025-01-01", until: "2026-01-01" },
          },
          duration: { median: 12, p90: 40.5 },
          season: [0.9, 0.95, 1, 1, 1.05, 1.1, 1, 0.8, 1, 1.1, 1.1, 1],
        },
      ],
      windows: {
        monday: [
          ["09:00", "12:00"],
          ["13:00", "17:00"],
        ],
        sunday: [],
      },
      inflow: Array.from({ length: 30 }, (_, index) => 1000 + index / 4),
      note: "One line\nand another",
    };
    expect(print(journey)).toMatchInlineSnapshot(`
      "{
        "$schema": "../../schemas/v1/journey.json",
        "stages": [
          { "id": "aware", "title": "Sees the problem", "owner": "marketing-lead" },
          { "id": "exploring", "title": "Compares ways", "owner": "marketing-lead", "roles": ["a", "b"] }
        ],
        "transitions": [
          {
            "id": "aware-exploring",
            "conversion": {
              "value": 0.41,
              "basis": { "successes": 410, "trials": 1000, "from": "2025-01-01", "until": "2026-01-01" }
            },
            "duration": { "median": 12, "p90": 40.5 },
            "season": [0.9, 0.95, 1, 1, 1.05, 1.1, 1, 0.8, 1, 1.1, 1.1, 1]
          }
        ],
        "windows": {
          "monday": [["09:00", "12:00"], ["13:00", "17:00"]],
          "sunday": []
        },
        "inflow": [
          1000, 1000.25, 1000.5, 1000.75, 1001, 1001.25, 1001.5, 1001.75, 1002, 1002.25, 1002.5, 1002.75,
          1003, 1003.25, 1003.5, 1003.75, 1004, 1004.25, 1004.5, 1004.75, 1005, 1005.25, 1005.5, 1005.75,
          1006, 1006.25, 1006.5, 1006.75, 1007, 1007.25
        ],
        "note": "One line\\nand another"
      }
      "
    `);
    expect(documentOf(print(journey)).value).toEqual(journey);
  });

  test("spreads an object of more than six properties, and a line of more than 100 columns", () => {
    const seven = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 };
    const { g: _, ...six } = seven;
    expect(print({ six, seven }).split("\n")).toHaveLength(13);
    const fits = { k: ["x".repeat(88)] };
    expect(print(fits)).toBe(`{\n  "k": ["${"x".repeat(88)}"]\n}\n`);
    const withComma = `{\n  "k": [\n    "${"x".repeat(89)}"\n  ]\n}\n`;
    expect(print({ k: ["x".repeat(89)] })).toBe(withComma);
  });

  test.each([
    ["{}", {}],
    ["[]", []],
    ['{\n  "a": {},\n  "b": []\n}', { a: {}, b: [] }],
    ["null", null],
    ['"ü😀\\n"', "ü😀\n"],
    ["24000", 24000.0],
    ["1e+21", 1e21],
    ["[\n  1, 2\n]", [1, 2]],
    ['{\n  "a": 1\n}', { a: 1, b: undefined }],
  ])("prints %j", (text, value) => {
    expect(print(value)).toBe(`${text}\n`);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [undefined], [Symbol("x")]])(
    "throws for %s, which is not JSON",
    (value) => {
      expect(() => print([value])).toThrow("not a JSON value");
    },
  );

  test("parse(print(v)).value = v, and printing it again changes nothing", patience, () => {
    fc.assert(
      fc.property(documentValue, (value) => {
        const text = print(value);
        const read = documentOf(text).value;
        expect(read).toEqual(value);
        expect(print(read)).toBe(text);
        expect(JSON.parse(text)).toEqual(value);
      }),
      { numRuns: runs(400) },
    );
  });

  test("only what cannot be broken is longer than 100 columns", patience, () => {
    fc.assert(
      fc.property(documentValue, (value) => {
        const long = print(value)
          .split("\n")
          .filter((line) => line.length > 100 && !unbreakable.test(line));
        expect(long).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});
