import {
  closeSync,
  mkdirSync,
  openSync,
  symlinkSync,
  truncateSync,
  unlinkSync as unlink,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { folder, newTerminal, type Terminal } from "./terminal.ts";

/** Input that is wrong, broken or meant to do harm: one clear message with a place and a way out, and the right code. */

const opened: Terminal[] = [];
afterAll(() => {
  for (const terminal of opened) terminal.remove();
});

/** What `jointplan check` says after a change to the base plan. */
async function checked(
  change: (terminal: Terminal) => void,
  line = `check ${folder}`,
): Promise<string> {
  const terminal = newTerminal();
  opened.push(terminal);
  change(terminal);
  return await terminal.shows(line);
}

describe("an author's slip is found at its place, with the way out", () => {
  test("the base plan itself has none", async () => {
    expect(await checked(() => undefined)).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      Growth 2027 (plans/growth-2027)
      -------------------------------

      As of 2026-12-01 the plan holds together: nothing found.

      Not run, because they compare with another version: approval/weakened, effective/retroactive, id/reused.

      What the plan asks of each team: "jointplan funnel plans/growth-2027". What a change of it asks of them: "jointplan compare plans/growth-2027 CHANGED-COPY".
      exit 0"
    `);
  });

  test("a mistyped key", async () => {
    expect(
      await checked(({ edit }) => edit(`${folder}/journey.json`, '"conversion":', '"convertion":')),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/journey.json:46:11  ✖ error  document/unknown-property
        "convertion" is not known here. Did you mean "conversion"?
          46 | "convertion": {
               ^^^^^^^^^^^^
        → Write "conversion", or take it out.
      exit 1"
    `);
  });

  test("a key that stands twice", async () => {
    expect(
      await checked(({ edit }) =>
        edit(`${folder}/plan.json`, '"months": 6', '"months": 6,\n  "months": 12'),
      ),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/plan.json:7:3  ✖ error  document/duplicate-key
        The key "months" stands twice in this object: here and at line 6, column 3.
          7 | "months": 12,
              ^^^^^^^^
        → Keep one of the two; the other would be ignored silently.
        see plans/growth-2027/plan.json:6:3 (The first "months".)
      exit 1"
    `);
  });

  test("a key that stands twice, once with an escape", async () => {
    expect(
      await checked(({ edit }) =>
        edit(`${folder}/plan.json`, '"months": 6', '"months": 6,\n  "m\\u006fnths": 12'),
      ),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/plan.json:7:3  ✖ error  document/duplicate-key
        The key "months" stands twice in this object: here (written "m\\u006fnths") and at line 6, column 3.
          7 | "m\\u006fnths": 12,
              ^^^^^^^^^^^^^
        → Keep one of the two; the other would be ignored silently.
        see plans/growth-2027/plan.json:6:3 (The first "months".)
      exit 1"
    `);
  });

  test("25 for 25 %", async () => {
    expect(
      await checked(({ edit }) => edit(`${folder}/journey.json`, '"value": 0.25', '"value": 25')),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/journey.json:63:22  ✖ error  document/out-of-range
        "value" is 25; a share lies between 0 and 1.
          63 | "value": 25,
                        ^^
        → For 25 % write 0.25.
      exit 1"
    `);
  });

  test("the 31st of June", async () => {
    expect(
      await checked(({ edit }) =>
        edit(`${folder}/journey.json`, '"until": "2026-10-01"', '"until": "2026-06-31"'),
      ),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/journey.json:52:24  ✖ error  document/malformed
        "until" is "2026-06-31", but June 2026 has 30 days.
          52 | "until": "2026-06-31",
                        ^^^^^^^^^^^^
        → Write a day from 01 to 30.
      exit 1"
    `);
  });

  test("a month with a slash", async () => {
    expect(
      await checked(({ edit }) =>
        edit(`${folder}/targets.json`, '"2027-Q2": 180000', '"2027/04": 180000'),
      ),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/targets.json:7:43  ✖ error  document/malformed
        "2027/04" cannot be a key here.
          7 | "revenue": { "new": { "2027-Q1": 0, "2027/04": 180000 }, "expansion": 0, "renewal": 0 }
                                                  ^^^^^^^^^
        → Write a month such as 2027-01 or a quarter such as 2027-Q1.
      exit 1"
    `);
  });

  test("a segment that the plan does not have", async () => {
    expect(
      await checked(({ edit }) => edit(`${folder}/targets.json`, '"id": "smb"', '"id": "smd"')),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 2 errors.

      plans/growth-2027/plan.json:26:13  ✖ error  document/segment-missing
        Segment "smb" has no numbers in targets.json.
          26 | { "id": "smb", "title": "Small firms", "dimensions": { "size": "under 50 employees" } }
                       ^^^^^
        → Add it to "segments" in targets.json, or take it out of plan.json.

      plans/growth-2027/targets.json:5:13  ✖ error  document/unknown-reference
        There is no segment "smd". Did you mean "smb"?
          5 | "id": "smd",
                    ^^^^^
        → The plan has: smb.
      exit 1"
    `);
  });

  test("a target that no prospect can reach in time", async () => {
    expect(
      await checked(({ edit }) => {
        edit(
          `${folder}/targets.json`,
          '"2027-Q1": 0,',
          '"2027-01": 180000, "2027-02": 0, "2027-03": 0,',
        );
        edit(`${folder}/plan.json`, '"target": 180000', '"target": 360000');
      }),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      Growth 2027 (plans/growth-2027)
      -------------------------------

      As of 2026-12-01 the plan holds together, with 1 warning to look at.

      plans/growth-2027/targets.json:7:27  ▲ warning  funnel/unreachable
        Segment "Small firms" cannot reach its target in January to June 2027: at worst 17.44 deals (about EUR 174,000) are missing from the running total at the end of January 2027. What is missing in January 2027 stays so whatever new prospects you find: they would buy too late. It is not made good within the plan.
          7 | "revenue": { "new": { "2027-01": 180000, "2027-02": 0, "2027-03": 0, "2027-Q2": 180000 }, "expansio…
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        → Agree less for January to June 2027: take 17.44 deals out of the target, or agree to push harder, which helps in February to June 2027 only: "recovery" in targets.json is 1.5 times the natural inflow (about 46 new prospects a month).

      Not run, because they compare with another version: approval/weakened, effective/retroactive, id/reused.

      What the plan asks of each team: "jointplan funnel plans/growth-2027". What a change of it asks of them: "jointplan compare plans/growth-2027 CHANGED-COPY".
      exit 0"
    `);
  });

  test("cents of a yen", async () => {
    expect(
      await checked(({ edit }) => {
        edit(`${folder}/plan.json`, '"EUR"', '"JPY"');
        edit(`${folder}/targets.json`, '"2027-Q2": 180000', '"2027-Q2": 180000.50');
      }),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/targets.json:7:54  ✖ error  document/money-precision
        180000.50 has 2 decimals; JPY has none.
          7 | "revenue": { "new": { "2027-Q1": 0, "2027-Q2": 180000.50 }, "expansion": 0, "renewal": 0 }
                                                             ^^^^^^^^^
        → A point marks decimals, never thousands. Write it without, or round it to whole JPY.
      exit 1"
    `);
  });

  test("one broken file hides nothing in another", async () => {
    expect(
      await checked(({ edit }) => {
        edit(`${folder}/plan.json`, '"months": 6', '"months": six');
        edit(`${folder}/sla.json`, '"unit": "businessHours"', '"unit": "busynessHours"');
        edit(`${folder}/targets.json`, '"smb"', '"SMB"');
      }),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 3 errors.

      plans/growth-2027/plan.json:6:13  ✖ error  document/unknown-word
        The word "six" stands without quotes; only true, false and null do.
          6 | "months": six,
                        ^^^
        → Put it into double quotes.

      plans/growth-2027/sla.json:23:45  ✖ error  document/not-allowed
        "unit" is "busynessHours". Did you mean "businessHours"?
          23 | "firstAttempt": { "value": 4, "unit": "busynessHours" }
                                                     ^^^^^^^^^^^^^^^
        → It may be: minutes, hours, days, businessHours, businessDays.

      plans/growth-2027/targets.json:5:13  ✖ error  document/malformed
        "id" is "SMB", which is not of the form asked for.
          5 | "id": "SMB",
                    ^^^^^
        → A short name in lower case with hyphens. It never changes its meaning and is never reused. For example "evaluating".
      exit 1"
    `);
  });

  test("a document with a wrong name", async () => {
    expect(
      await checked(({ write }) => write(`${folder}/tactic.json`, "{}")),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/tactic.json  ✖ error  document/unknown
        "tactic.json" is no document of a plan. Did you mean tactics.json?
        → A plan folder holds plan.json, customers.json, journey.json, targets.json, lead-definition.json, sla.json, tactics.json, content.json, resources.json, compensation.json, calendar.json, approvals.json, sources.json. Rename the file, or move it out of the folder.
      exit 1"
    `);
  });

  test("a document that says it is another", async () => {
    expect(
      await checked(({ edit }) =>
        edit(`${folder}/sla.json`, "../../schemas/v1/sla.json", "../../schemas/v1/journey.json"),
      ),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/sla.json:2:14  ✖ error  document/wrong-schema
        "$schema" is "../../schemas/v1/journey.json", but this file is sla.json.
          2 | "$schema": "../../schemas/v1/journey.json",
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        → Write "$schema": "../../schemas/v1/sla.json".
      exit 1"
    `);
  });

  test("a document for a newer jointplan ends with 2", async () => {
    expect(
      await checked(({ edit }) => edit(`${folder}/plan.json`, "schemas/v1/", "schemas/v2/")),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/plan.json:2:14  ✖ error  document/newer-schema
        This file is written for version 2 of the schema; this jointplan reads version 1.
          2 | "$schema": "../../schemas/v2/plan.json",
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        → Use a newer jointplan for this plan.
      exit 2"
    `);
  });

  test("a document without a word about its schema", async () => {
    expect(
      await checked(({ write }) => write(`${folder}/sla.json`, '{ "duties": [] }\n')),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 2 errors.

      plans/growth-2027/sla.json:1:1  ✖ error  document/missing-property
        The document has no "$schema".
          1 | { "duties": [] }
              ^^^^^^^^^^^^^^^^
        → Add "$schema". Which kind of document this is, so that editors can help.

      plans/growth-2027/sla.json:1:13  ✖ error  document/malformed
        "duties" holds too little: at least 1 must stand there.
          1 | { "duties": [] }
                          ^^
        → The duties, of both sides.
      exit 1"
    `);
  });
});

const secret = "the-password-of-the-boss";

describe("what is no document is refused and never shown", () => {
  test("a link to a file elsewhere is not followed", async () => {
    const said = await checked(({ root, write }) => {
      write("secret.txt", secret);
      symlinkSync(join(root, "secret.txt"), join(root, folder, "prospects.json"));
      write("sla.txt", secret);
      symlinkSync("../../sla.txt", join(root, `${folder}/tactics2.json`));
    });
    expect(said).not.toContain(secret);
    expect(said).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 2 errors.

      plans/growth-2027/prospects.json  ✖ error  document/unknown
        "prospects.json" is no document of a plan.
        → A plan folder holds plan.json, customers.json, journey.json, targets.json, lead-definition.json, sla.json, tactics.json, content.json, resources.json, compensation.json, calendar.json, approvals.json, sources.json. Rename the file, or move it out of the folder.

      plans/growth-2027/tactics2.json  ✖ error  document/unknown
        "tactics2.json" is no document of a plan. Did you mean tactics.json?
        → A plan folder holds plan.json, customers.json, journey.json, targets.json, lead-definition.json, sla.json, tactics.json, content.json, resources.json, compensation.json, calendar.json, approvals.json, sources.json. Rename the file, or move it out of the folder.
      exit 1"
    `);
  });

  test("a link in place of a document is not followed", async () => {
    const said = await checked(({ root, write }) => {
      write("secret.txt", secret);
      const path = join(root, folder, "sla.json");
      write(`${folder}/keep`, "");
      unlink(path);
      symlinkSync(join(root, "secret.txt"), path);
    });
    expect(said).not.toContain(secret);
    expect(said).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/sla.json  ✖ error  document/symlink
        plans/growth-2027/sla.json is a symbolic link. Links are not followed, so that a plan holds only what stands in its folder.
        → Replace the link by the file itself.
      exit 1"
    `);
  });

  test("a link to a plan folder is not followed", async () => {
    expect(
      await checked(
        ({ root }) => symlinkSync(join(root, folder), join(root, "plans/other")),
        "check plans/other/",
      ),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/other/
      stderr: jointplan: "plans/other" is not a folder (links are not followed). Name the folder that holds plan.json.
      exit 2"
    `);
  });

  test("a folder with the name of a document", async () => {
    expect(
      await checked(({ root }) => {
        unlink(join(root, folder, "tactics.json"));
        mkdirSync(join(root, folder, "tactics.json"));
      }),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/tactics.json  ✖ error  document/not-a-file
        plans/growth-2027/tactics.json is not a plain file.
        → Replace it by a file that holds the document.
      exit 1"
    `);
  });

  test("a file of 30 MB is not even read", async () => {
    expect(
      await checked(({ root }) => truncateSync(join(root, folder, "tactics.json"), 30_000_000)),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/tactics.json  ✖ error  document/too-big
        plans/growth-2027/tactics.json has 30,000,000 bytes; at most 8,388,608 are read.
        → Split the plan, or take out what does not belong into it.
      exit 1"
    `);
  });

  test("binary garbage", async () => {
    expect(
      await checked(({ write }) =>
        write(
          `${folder}/sla.json`,
          Uint8Array.from({ length: 512 }, (_, index) => (index * 197 + 137) % 256),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/sla.json:1:1  ✖ error  document/not-utf8
        The file is not UTF-8 text: the byte 89 at offset 0 (line 1, column 1) belongs to no character.
          1 | �N\\u0013؝b'�v;\\u0000ŊO\\u0014ٞc(��w<\\u0001ƋP\\u0015ڟd)�x=\\u0002ǌQ\\u0016۠e*�y>\\u0003ȍR\\u0017ܡf+�z?\\u0004ɎS\\u0018ݢg,�{@\\u0005ʏT\\u0019ޣh-�|A\\u0006ːU\\u001aߤi.�}B\\u0007̑V\\u001b�j/��~C\\u0008͒W\\u001c�k0�…
              ^
        → Save the file as UTF-8 without a byte order mark.
      exit 1"
    `);
  });

  test("an empty file", async () => {
    expect(
      await checked(({ root }) => closeSync(openSync(join(root, folder, "sla.json"), "w"))),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/sla.json:1:1  ✖ error  document/empty
        The file is empty; a JSON document was expected.
        → Write the document, or delete the file if the plan does without it.
      exit 1"
    `);
  });

  test("a hundred thousand lists within each other", async () => {
    expect(
      await checked(({ write }) => write(`${folder}/sla.json`, "[".repeat(100_000))),
    ).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/sla.json:1:65  ✖ error  document/too-deep
        Here objects and lists are more than 64 deep in each other.
          1 | …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
                                                                          ^
        → Split the document.
      exit 1"
    `);
  });

  test("text that would command the terminal or turn the writing around is shown, not obeyed", async () => {
    const said = await checked(({ edit }) =>
      edit(`${folder}/plan.json`, '"Growth 2027"', '"\u202Eevil\u009B2J", "\\u001b[31m": 1'),
    );
    // oxlint-disable-next-line no-control-regex -- none of these may reach a terminal.
    expect(said).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    expect(said).toMatchInlineSnapshot(`
      "$ jointplan check plans/growth-2027
      plans/growth-2027
      -----------------

      As of 2026-12-01 the plan does not hold together: 1 error.

      plans/growth-2027/plan.json:4:25  ✖ error  document/control-character
        The string holds the control character \\u001b.
          4 | "title": "\\u202eevil\\u009b2J", "\\u001b[31m": 1,
                                              ^^^^^^
        → Remove it; a line break is written \\n, a tab \\t.
      exit 1"
    `);
  });
});

describe("a call that cannot be answered ends with 2 and says what to do", () => {
  const calls: readonly (readonly [
    what: string,
    line: string,
    says: string,
    change?: (terminal: Terminal) => void,
  ])[] = [
    [
      "a path that is missing",
      "check plans/grwoth",
      'There is no folder "plans/grwoth". Plans here: plans/growth-2027.',
    ],
    [
      "a path that is a file",
      "check plans/growth-2027/plan.json",
      '"plans/growth-2027/plan.json" is not a folder (links are not followed). Name the folder that holds plan.json.',
    ],
    [
      "an empty folder",
      "check plans/empty",
      '"plans/empty" is not a plan folder: it has no plan.json. A plan folder holds plan.json, journey.json, targets.json, lead-definition.json, sla.json, compensation.json and approvals.json; "jointplan init" writes a new one.',
      ({ root }: Terminal) => mkdirSync(join(root, "plans/empty")),
    ],
    [
      "a folder without plan.json",
      "check plans/half",
      '"plans/half" is not a plan folder: it has no plan.json. A plan folder holds plan.json, journey.json, targets.json, lead-definition.json, sla.json, compensation.json and approvals.json; "jointplan init" writes a new one.',
      ({ write }: Terminal) => write("plans/half/journey.json", "{}"),
    ],
    [
      "no command of that name",
      "chekc",
      'There is no command "chekc". Did you mean "check"? Run "jointplan --help".',
    ],
    [
      "no such command, and nothing near",
      "destroy",
      'There is no command "destroy". Run "jointplan --help".',
    ],
    [
      "an option that the command does not have",
      "check --formt json",
      'jointplan check has no option --formt. Did you mean --format? Run "jointplan check --help".',
    ],
    [
      "a short option that the command does not have",
      "check -f json",
      'jointplan check has no option -f. Run "jointplan check --help".',
    ],
    ["an option without its value", "check --format", "--format needs a value: --format FORMAT."],
    [
      "an option whose value looks like an option",
      "check --output --format json",
      "--output needs a value: --output FILE.",
    ],
    ["a switch with a value", "check --no-color=yes", "--no-color takes no value."],
    [
      "a format that is none",
      "check --format yaml",
      '--format is "yaml". It may be: text, json, markdown, html.',
    ],
    [
      "a format that is nearly one",
      "check --format jsn",
      '--format is "jsn". Did you mean json? It may be: text, json, markdown, html.',
    ],
    [
      "a day that is none",
      "check --as-of 2027-02-29",
      '--as-of is "2027-02-29"; write a day such as 2027-01-31.',
    ],
    [
      "a day in another order",
      "check --as-of 31.01.2027",
      '--as-of is "31.01.2027"; write a day such as 2027-01-31.',
    ],
    [
      "a severity that is none",
      "check --fail-on errors",
      '--fail-on is "errors". Did you mean error? It may be: error, warning, info, never.',
    ],
    [
      "an option before the command",
      "--format json check",
      '"--format" stands before the command; options follow it, as in "jointplan check --format json".',
    ],
    [
      "a port that is none",
      "serve --port http",
      'The port is "http"; it must be a number from 0 to 65535.',
    ],
    [
      "a folder for serve",
      "serve plans/growth-2027",
      "serve takes no folder: it serves every plan in plans/. Go to the folder that holds plans/.",
    ],
    [
      "an inflow for a segment that the plan does not have",
      "forecast plans/growth-2027 --inflow enterprise=5",
      '--inflow is "enterprise=5"; write required, none, or SEGMENT=NUMBER with one of: smb.',
    ],
    [
      "an inflow that is no number",
      "forecast plans/growth-2027 --inflow smb=many",
      '--inflow is "smb=many"; write required, none, or SEGMENT=NUMBER with one of: smb.',
    ],
    [
      "an inflow beyond all numbers",
      "forecast plans/growth-2027 --inflow smb=99999999999999999999",
      '--inflow gives "smb" more than 10000000000 new prospects a month; write fewer.',
    ],
    [
      "an inflow that is said twice",
      "forecast plans/growth-2027 --inflow smb=5 --inflow smb=6",
      '--inflow names "smb" twice; keep one.',
    ],
    [
      "status of a plan that was never published",
      "status growth-2027",
      'Nothing is published here yet. Run "jointplan publish".',
    ],
    [
      "publishing without git",
      "publish",
      "There is no git commit here to publish. Run: git init && git add plans && git commit",
    ],
    [
      "fmt of a path that is missing",
      "fmt plans/grwoth",
      'There is no folder "plans/grwoth". Plans here: plans/growth-2027.',
    ],
  ];

  const named = calls.map(([what, line, says, change]) => ({ what, line, says, change }));
  test.each(named)("$what", async ({ line, says, change = () => undefined }) => {
    expect(await checked(change, line)).toBe(
      [`$ jointplan ${line}`, `stderr: jointplan: ${says}`, "exit 2"].join("\n"),
    );
  });

  test("a folder without a name is not the whole disk", async () => {
    const terminal = newTerminal();
    opened.push(terminal);
    expect(await terminal.run(["check", ""])).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "jointplan: A folder is named by nothing. Name a plan folder.
      ",
        "out": "",
      }
    `);
  });

  test("no plans here", async () => {
    const terminal = newTerminal("nothing");
    opened.push(terminal);
    expect(
      await Promise.all(
        ["check", "funnel", "fmt", "serve", "status"].map((line) => terminal.shows(line)),
      ),
    ).toMatchInlineSnapshot(`
      [
        "$ jointplan check
      stderr: jointplan: There is no folder "plans" with a plan here. Name a plan folder, or go to where plans/ is.
      exit 2",
        "$ jointplan funnel
      stderr: jointplan: There is no folder "plans" with a plan here. Name a plan folder, or go to where plans/ is.
      exit 2",
        "$ jointplan fmt
      stderr: jointplan: There is no folder "plans" with a plan here. Name a plan folder, or go to where plans/ is.
      exit 2",
        "$ jointplan serve
      stderr: jointplan: There is no folder "plans" with a plan here. Name a plan folder, or go to where plans/ is.
      exit 2",
        "$ jointplan status
      Nothing is published here yet. Run "jointplan publish".
      exit 0",
      ]
    `);
  });
});

describe("--fail-on decides from which severity on a call ends with 1", () => {
  test.each([
    [
      "an error",
      '"brings": ["noticing"]',
      '"brings": ["noticng"]',
      { error: 1, warning: 1, info: 1, never: 0 },
    ],
    [
      "a warning",
      '"state": "proven"',
      '"state": "testing"',
      { error: 0, warning: 1, info: 1, never: 0 },
    ],
    ["nothing", "", "", { error: 0, warning: 0, info: 0, never: 0 }],
  ] as const)("with %s", async (_, from, to, codes) => {
    const terminal = newTerminal();
    opened.push(terminal);
    terminal.edit(`${folder}/tactics.json`, from, to);
    for (const [level, code] of Object.entries(codes)) {
      expect([level, (await terminal.run(`check --fail-on ${level}`)).code]).toEqual([level, code]);
    }
  });

  test("a newer schema is not hidden by it", async () => {
    const terminal = newTerminal();
    opened.push(terminal);
    terminal.edit(`${folder}/plan.json`, "schemas/v1/", "schemas/v2/");
    expect((await terminal.run("check --fail-on never")).code).toBe(2);
  });
});
