import { describe, expect, test } from "vitest";
import { syntaxRules } from "../../../core/document/syntax-finding.ts";
import { findingsOf, line, mark } from "./read.ts";

/** Flaws of structure: the first one ends the scan. */
const structure: readonly (readonly [text: string, found: string])[] = [
  ["", "1:1-1:1 empty"],
  [" \r\n\t", "1:1-1:1 empty"],
  ['{"a": 1,}', "1:8-1:9 trailing-comma"],
  ["[1,\n2,\n]", "2:2-2:3 trailing-comma"],
  ['{"a": 1\n "b": 2}', "1:8-1:8 comma-missing"],
  ["[1 2]", "1:3-1:3 comma-missing"],
  ['[{} "a"]', "1:4-1:4 comma-missing"],
  ['{"a" 1}', "1:6-1:7 colon-missing"],
  ['{"a" = 1}', "1:6-1:7 colon-missing"],
  ['{"a"}', "1:5-1:6 colon-missing"],
  ['{"a":}', "1:6-1:7 value-missing"],
  ['{"a":,"b":1}', "1:6-1:7 value-missing"],
  ["[1,,2]", "1:4-1:5 value-missing"],
  ["[,1]", "1:2-1:3 value-missing"],
  ["{a: 1}", "1:2-1:3 key-not-quoted"],
  ['{"a": 12,000}', "1:10-1:13 key-not-quoted"],
  ['{"a": 0,45}', "1:9-1:11 key-not-quoted"],
  ['{"a": 1, 5: 2}', "1:10-1:11 key-not-quoted"],
  ["{größe: 1}", "1:2-1:3 key-not-quoted"],
  ['{"a": [1, 2}', "1:12-1:13 bracket-mismatch"],
  ['[{"a": 1]', "1:9-1:10 bracket-mismatch"],
  ['{"a": 1} {"b": 2}\n', "1:10-1:18 trailing-text"],
  ["[1]]", "1:4-1:5 trailing-text"],
  ["[1]\u00a0", "1:4-1:5 trailing-text"],
  ["[1,", "1:4-1:4 unexpected-end"],
  ['{"a": {"b": 1}\n', "2:1-2:1 unexpected-end"],
  ['{"a"', "1:5-1:5 unexpected-end"],
  ["[", "1:2-1:2 unexpected-end"],
  ['// plan\n{"a": 1}', "1:1-1:3 comment"],
  ['{"a": 1 /* why */}', "1:9-1:11 comment"],
  ['{\n# why\n"a": 1}', "2:1-2:2 comment"],
  ["{} // done", "1:4-1:6 comment"],
  ["{'a': 1}", "1:2-1:3 wrong-quote"],
  ["['a']", "1:2-1:3 wrong-quote"],
  ["[“a”]", "1:2-1:3 wrong-quote"],
  ['{\n<<<<<<< HEAD\n"a": 1', "2:1-2:8 merge-conflict"],
  ['{"a": 1,\n=======\n"a": 2', "2:1-2:8 merge-conflict"],
  ['{"a": "x\n"}', "1:7-1:9 string-not-closed"],
  ['{"a', "1:2-1:4 string-not-closed"],
  ['["\\', "1:2-1:4 string-not-closed;1:3-1:4 escape-unknown"],
  ["}", "1:1-1:2 unexpected-character"],
  ['{"a": @}', "1:7-1:8 unexpected-character"],
  ["[1; 2]", "1:3-1:4 unexpected-character"],
  ["{,}", "1:2-1:3 unexpected-character"],
  ["[\u00a01]", "1:2-1:3 unexpected-character"],
  ["[😀]", "1:2-1:4 unexpected-character"],
  ["{\u0000", "1:2-1:3 unexpected-character"],
  ['{"a": €5}', "1:7-1:8 unexpected-character"],
  ["{]", "1:2-1:3 bracket-mismatch"],
  ["null null", "1:6-1:10 trailing-text"],
];

/** Flaws of values and keys: all are found. */
const values: readonly (readonly [text: string, found: string])[] = [
  ['{"a": 1, "a": 2}', "1:10-1:13 duplicate-key"],
  ['{"a": 1,\r\n"\\u0061": 2}', "2:1-2:9 duplicate-key"],
  ['{"ü": 1, "\\u00FC": 2}', "1:10-1:18 duplicate-key"],
  ['{"": 1, "": 2}', "1:9-1:11 duplicate-key"],
  ['{"/": 1, "\\/": 2}', "1:10-1:14 duplicate-key"],
  ['{"a": 1, "a": 2, "a": 3}', "1:10-1:13 duplicate-key;1:18-1:21 duplicate-key"],
  ['{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}', ""],
  ['{"__proto__": {}}', "1:2-1:13 forbidden-key"],
  ['{"__pr\\u006fto__": {}}', "1:2-1:18 forbidden-key"],
  ['[{"constructor": 1, "prototype": 2}]', "1:3-1:16 forbidden-key;1:21-1:32 forbidden-key"],
  ['{"toString": 1, "hasOwnProperty": 2, "a": "__proto__"}', ""],
  ['["a\tb"]', "1:4-1:5 control-character"],
  ['["a\u0000b"]', "1:4-1:5 control-character"],
  ['["\\u0000"]', "1:3-1:9 control-character"],
  ['["\\u001F"]', "1:3-1:9 control-character"],
  [
    '["\\r", "\\b", "\\f"]',
    "1:3-1:5 control-character;1:9-1:11 control-character;1:15-1:17 control-character",
  ],
  ['{"a\u001bb": 1}', "1:4-1:5 control-character"],
  ['["\\n\\t\\u000a\\u0009\\" \\\\ \\/ \\u0020"]', ""],
  ['["\\ud800"]', "1:3-1:9 lone-surrogate"],
  ['["\\ude00"]', "1:3-1:9 lone-surrogate"],
  ['["\\ud83d\\u0061"]', "1:3-1:9 lone-surrogate"],
  ['["\\ude00\\ud83d"]', "1:3-1:9 lone-surrogate"],
  ['["\\ud83d\\ude00", "😀"]', ""],
  ['["\\x"]', "1:3-1:5 escape-unknown"],
  ['["\\u12g4"]', "1:3-1:5 escape-unknown"],
  ['["C:\\plans"]', "1:5-1:7 escape-unknown"],
  ['["\\😀"]', "1:3-1:6 escape-unknown"],
  ["[True]", "1:2-1:6 unknown-word"],
  ["[nul]", "1:2-1:5 unknown-word"],
  ["[undefined, yes]", "1:2-1:11 unknown-word;1:13-1:16 unknown-word"],
  [
    "[NaN, Infinity, -Infinity]",
    "1:2-1:5 not-a-number;1:7-1:15 not-a-number;1:17-1:26 not-a-number",
  ],
  [
    "[+1, .5, 1., 1e, -, 0x10, 1_000, 50%, 1.2.3, 2026-01-31, $5]",
    [
      "1:2-1:4 number-malformed;1:6-1:8 number-malformed;1:10-1:12 number-malformed;1:14-1:16 number-malformed",
      "1:18-1:19 number-malformed;1:21-1:25 number-malformed;1:27-1:32 number-malformed;1:34-1:37 number-malformed",
      "1:39-1:44 number-malformed;1:46-1:56 number-malformed;1:58-1:60 number-malformed",
    ].join(";"),
  ],
  [
    "[01, -007, 00, 01.5]",
    "1:2-1:4 leading-zero;1:6-1:10 leading-zero;1:12-1:14 leading-zero;1:16-1:20 leading-zero",
  ],
  ["[-0, -0.0, -0e5]", "1:2-1:4 negative-zero;1:6-1:10 negative-zero;1:12-1:16 negative-zero"],
  ["[1e400, -1e999999999999]", "1:2-1:7 number-too-large;1:9-1:24 number-too-large"],
  ["[9007199254740993]", "1:2-1:18 number-inexact"],
  [
    "[0.1000000000000000055, 1e-400, 123456789012345678]",
    "1:2-1:23 number-inexact;1:25-1:31 number-inexact;1:33-1:51 number-inexact",
  ],
  [
    "[0, 0.0, 0e9, 24000.00, 1E3, 1e+3, 0.07, 5e-324, 9007199254740991, 1e21, 1.7976931348623157e308]",
    "",
  ],
];

const fingerprintsOf = (text: string): readonly string[] =>
  findingsOf(text).map((each) => each.fingerprint);

describe("scan(file, text)", () => {
  test.each(structure)("refuses the structure of %j", (text, found) => {
    expect(findingsOf(text).map(mark).join(";")).toBe(found);
  });

  test.each(values)("judges the values of %j", (text, found) => {
    expect(findingsOf(text).map(mark).join(";")).toBe(found);
  });

  test("every rule has an example here or among the bytes and limits", () => {
    const elsewhere = [
      "too-big",
      "byte-order-mark",
      "not-utf8",
      "too-deep",
      "too-many-values",
      "string-too-long",
    ];
    const shown = [...structure, ...values]
      .flatMap(([text]) => findingsOf(text))
      .map((each) => each.rule);
    const all = new Set([...shown, ...elsewhere.map((each) => `document/${each}`)]);
    expect([...all].toSorted()).toEqual(Object.keys(syntaxRules).toSorted());
  });

  test("flaws of values stand before the flaw of structure that ends the scan, in the order of the text", () => {
    const text = '{"a": 01,\n"a": NaN,\n"b": [1e400],\n"c": 2,}\n"d": -0';
    expect(findingsOf(text).map(mark)).toEqual([
      "1:7-1:9 leading-zero",
      "2:1-2:4 duplicate-key",
      "2:6-2:9 not-a-number",
      "3:7-3:12 number-too-large",
      "4:7-4:8 trailing-comma",
    ]);
  });

  test("says what is wrong and what to do, in words for people who do not write JSON", () => {
    const texts = [...structure, ...values].map(([text]) => text);
    const told = texts
      .flatMap((text) => findingsOf(text).slice(0, 1))
      .map((each) => `${line(each)} → ${each.help}`);
    expect(told.join("\n")).toMatchInlineSnapshot(`
      "1:1 document/empty The file is empty; a JSON document was expected. → Write the document, or delete the file if the plan does without it.
      1:1 document/empty The file is empty; a JSON document was expected. → Write the document, or delete the file if the plan does without it.
      1:8 document/trailing-comma A comma stands after the last entry of this object. → Remove the comma before "}".
      2:2 document/trailing-comma A comma stands after the last entry of this list. → Remove the comma before "]".
      1:8 document/comma-missing A comma is missing between two entries of this object. → Add "," here.
      1:3 document/comma-missing A comma is missing between two entries of this list. → Add "," here.
      1:4 document/comma-missing A comma is missing between two entries of this list. → Add "," here.
      1:6 document/colon-missing A key is followed by ":" and its value; here follows "1". → Write "key": value.
      1:6 document/colon-missing A key is followed by ":" and its value; here follows "=". → Write "key": value.
      1:5 document/colon-missing A key is followed by ":" and its value; here follows "}". → Write "key": value.
      1:6 document/value-missing A value is missing before "}". → Write the value, or remove the key.
      1:6 document/value-missing A value is missing before ",". → Write the value, or remove the key.
      1:4 document/value-missing A value is missing before ",". → Write the value, or remove the comma.
      1:2 document/value-missing A value is missing before ",". → Write the value, or remove the comma.
      1:2 document/key-not-quoted A key stands in double quotes; here stands "a". → Write "key": value.
      1:10 document/key-not-quoted A key stands in double quotes; here stands "000". → Write 12000 without a comma; decimals would have a point: 12.000.
      1:9 document/key-not-quoted A key stands in double quotes; here stands "45". → Write decimals with a point: 0.45.
      1:10 document/key-not-quoted A key stands in double quotes; here stands "5". → Put the key into double quotes: "5".
      1:2 document/key-not-quoted A key stands in double quotes; here stands "g". → Write "key": value.
      1:12 document/bracket-mismatch The list that begins at line 1, column 7 is closed by "}". → Close it with "]".
      1:9 document/bracket-mismatch The object that begins at line 1, column 2 is closed by "]". → Close it with "}".
      1:10 document/trailing-text The document is complete, but more text follows: {"b": 2} → Remove what follows; a file holds one document.
      1:4 document/trailing-text The document is complete, but more text follows: ] → Remove what follows; a file holds one document.
      1:4 document/trailing-text The document is complete, but more text follows: \\u00a0 → Remove what follows; a file holds one document.
      1:4 document/unexpected-end The file ends where a value was expected. The list that begins at line 1, column 1 is not closed. → Add what is missing and "]", or restore the rest of the file.
      2:1 document/unexpected-end The file ends where "," or "}" was expected. The object that begins at line 1, column 1 is not closed. → Add what is missing and "}", or restore the rest of the file.
      1:5 document/unexpected-end The file ends where ":" was expected. The object that begins at line 1, column 1 is not closed. → Add what is missing and "}", or restore the rest of the file.
      1:2 document/unexpected-end The file ends where a value or "]" was expected. The list that begins at line 1, column 1 is not closed. → Add what is missing and "]", or restore the rest of the file.
      1:1 document/comment JSON has no comments; one begins here with //. → Remove it, or make it the "note" of the object.
      1:9 document/comment JSON has no comments; one begins here with /*. → Remove it, or make it the "note" of the object.
      2:1 document/comment JSON has no comments; one begins here with #. → Remove it, or make it the "note" of the object.
      1:4 document/comment JSON has no comments; one begins here with //. → Remove it, or make it the "note" of the object.
      1:2 document/wrong-quote Strings stand in straight double quotes; here stands '. → Write " on both sides.
      1:2 document/wrong-quote Strings stand in straight double quotes; here stands '. → Write " on both sides.
      1:2 document/wrong-quote Strings stand in straight double quotes; here stands “. → Write " on both sides.
      2:1 document/merge-conflict A conflict of git stands here unsolved: <<<<<<<. → Keep one of the two sides and remove the three marker lines.
      2:1 document/merge-conflict A conflict of git stands here unsolved: =======. → Keep one of the two sides and remove the three marker lines.
      1:7 document/string-not-closed The string "x is not closed on its line. → Add the closing "; a line break inside a string is written \\n.
      1:2 document/string-not-closed The string "a is not closed on its line. → Add the closing "; a line break inside a string is written \\n.
      1:2 document/string-not-closed The string "\\ is not closed on its line. → Add the closing "; a line break inside a string is written \\n.
      1:1 document/unexpected-character Here stands "}" where a value was expected. → Remove it, or write what was expected.
      1:7 document/unexpected-character Here stands "@" where a value was expected. → Remove it, or write what was expected.
      1:3 document/unexpected-character Here stands ";" where "," or "]" was expected. → Remove it, or write what was expected.
      1:2 document/unexpected-character Here stands "," where a key in double quotes or "}" was expected. → Remove it, or write what was expected.
      1:2 document/unexpected-character Here stands "\\u00a0" where a value or "]" was expected. → Remove it, or write what was expected.
      1:2 document/unexpected-character Here stands "😀" where a value or "]" was expected. → Remove it, or write what was expected.
      1:2 document/unexpected-character Here stands "\\u0000" where a key in double quotes or "}" was expected. → Remove it, or write what was expected.
      1:7 document/unexpected-character Here stands "€" where a value was expected. → Remove it, or write what was expected.
      1:2 document/bracket-mismatch The object that begins at line 1, column 1 is closed by "]". → Close it with "}".
      1:6 document/trailing-text The document is complete, but more text follows: null → Remove what follows; a file holds one document.
      1:10 document/duplicate-key The key "a" stands twice in this object: here and at line 1, column 2. → Keep one of the two; the other would be ignored silently.
      2:1 document/duplicate-key The key "a" stands twice in this object: here (written "\\u0061") and at line 1, column 2. → Keep one of the two; the other would be ignored silently.
      1:10 document/duplicate-key The key "ü" stands twice in this object: here (written "\\u00FC") and at line 1, column 2. → Keep one of the two; the other would be ignored silently.
      1:9 document/duplicate-key The key "" stands twice in this object: here and at line 1, column 2. → Keep one of the two; the other would be ignored silently.
      1:10 document/duplicate-key The key "/" stands twice in this object: here (written "\\/") and at line 1, column 2. → Keep one of the two; the other would be ignored silently.
      1:10 document/duplicate-key The key "a" stands twice in this object: here and at line 1, column 2. → Keep one of the two; the other would be ignored silently.
      1:2 document/forbidden-key The key "__proto__" names a property that every JavaScript object has. → Choose another key.
      1:2 document/forbidden-key The key "__proto__" (written "__pr\\u006fto__") names a property that every JavaScript object has. → Choose another key.
      1:3 document/forbidden-key The key "constructor" names a property that every JavaScript object has. → Choose another key.
      1:4 document/control-character The string holds the control character \\u0009. → Remove it; a line break is written \\n, a tab \\t.
      1:4 document/control-character The string holds the control character \\u0000. → Remove it; a line break is written \\n, a tab \\t.
      1:3 document/control-character The string holds the control character \\u0000. → Remove it; a line break is written \\n, a tab \\t.
      1:3 document/control-character The string holds the control character \\u001F. → Remove it; a line break is written \\n, a tab \\t.
      1:3 document/control-character The string holds the control character \\r. → Remove it; a line break is written \\n, a tab \\t.
      1:4 document/control-character The string holds the control character \\u001b. → Remove it; a line break is written \\n, a tab \\t.
      1:3 document/lone-surrogate The string holds \\ud800, half of a character. → Write the character itself, or both halves of it.
      1:3 document/lone-surrogate The string holds \\ude00, half of a character. → Write the character itself, or both halves of it.
      1:3 document/lone-surrogate The string holds \\ud83d, half of a character. → Write the character itself, or both halves of it.
      1:3 document/lone-surrogate The string holds \\ude00, half of a character. → Write the character itself, or both halves of it.
      1:3 document/escape-unknown JSON knows no escape \\x. → Write \\\\ for a backslash; the escapes are \\" \\\\ \\/ \\n \\t and \\u with four hex digits.
      1:3 document/escape-unknown JSON knows no escape \\u. → Write \\\\ for a backslash; the escapes are \\" \\\\ \\/ \\n \\t and \\u with four hex digits.
      1:5 document/escape-unknown JSON knows no escape \\p. → Write \\\\ for a backslash; the escapes are \\" \\\\ \\/ \\n \\t and \\u with four hex digits.
      1:3 document/escape-unknown JSON knows no escape \\😀. → Write \\\\ for a backslash; the escapes are \\" \\\\ \\/ \\n \\t and \\u with four hex digits.
      1:2 document/unknown-word The word "True" stands without quotes; only true, false and null do. → Write true.
      1:2 document/unknown-word The word "nul" stands without quotes; only true, false and null do. → Put it into double quotes.
      1:2 document/unknown-word The word "undefined" stands without quotes; only true, false and null do. → Write null.
      1:2 document/not-a-number NaN is not a number that JSON can hold. → Write the number that was agreed, or leave the property out.
      1:2 document/number-malformed +1 is not a number as JSON writes it. → Write digits with a point for decimals, such as 0.25 or 12000; put a date or an id into double quotes.
      1:2 document/leading-zero The number 01 begins with a zero too many. → Write 1; an id that begins with 0 goes into quotes.
      1:2 document/negative-zero The number -0 is zero with a sign. → Write 0.
      1:2 document/number-too-large The number 1e400 is too large; it would be read as infinity. → Write the number that was agreed; at most 15 significant digits are kept.
      1:2 document/number-inexact The number 9007199254740993 would be read as 9007199254740992. → Write it with at most 15 significant digits, or as a string if it is an id.
      1:2 document/number-inexact The number 0.1000000000000000055 would be read as 0.1. → Write it with at most 15 significant digits, or as a string if it is an id."
    `);
  });

  test("a key that stands twice is shown at both places, and both spellings are named", () => {
    const [found] = findingsOf('{\n  "smb": {\n    "quota": 1,\n    "qu\\u006fta": 2\n  }\n}');
    expect(found).toMatchInlineSnapshot(`
      {
        "data": {},
        "file": "plans/growth/targets.json",
        "fingerprint": "90c34b5051b8",
        "help": "Keep one of the two; the other would be ignored silently.",
        "message": "The key "quota" stands twice in this object: here (written "qu\\u006fta") and at line 3, column 5.",
        "pointer": "/smb/quota",
        "range": {
          "end": {
            "column": 17,
            "line": 4,
          },
          "start": {
            "column": 5,
            "line": 4,
          },
        },
        "related": [
          {
            "file": "plans/growth/targets.json",
            "message": "The first "quota".",
            "pointer": "/smb/quota",
            "range": {
              "end": {
                "column": 12,
                "line": 3,
              },
              "start": {
                "column": 5,
                "line": 3,
              },
            },
          },
        ],
        "rule": "document/duplicate-key",
        "severity": "error",
        "teams": [],
      }
    `);
  });

  test("findings at one place keep their own fingerprints; reformatting keeps them all", () => {
    const short = fingerprintsOf('{"a":1,"a":2,"a":3}');
    expect(new Set(short).size).toBe(2);
    expect(fingerprintsOf('{\n  "a": 7,\n  "a": 8,\n\n  "a": 9\n}')).toEqual(short);
  });

  test("a finding points at the entry it speaks of", () => {
    const pointers = findingsOf('{"a/b": [0, {"c": [-0, 01]}, 1e400], "a/b": 1, "d": [1, 2').map(
      (each) => each.pointer,
    );
    expect(pointers).toEqual(["/a~1b/1/c/0", "/a~1b/1/c/1", "/a~1b/2", "/a~1b", "/d/1"]);
  });

  test("a message shows at most 40 characters of the file, and nothing that a terminal would obey", () => {
    const attack = `\u001b[31m\u202e\u0007${"x".repeat(100)}`;
    for (const text of [
      `["${attack}`,
      `{"${attack}": 1, "${attack}": 2}`,
      `[1]${attack}`,
      `[${"y".repeat(90)}]`,
    ]) {
      for (const found of findingsOf(text)) {
        const said = found.message + found.help;
        expect(said + found.pointer).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(said).not.toMatch(/x{41}|y{41}/);
      }
    }
  });
});
