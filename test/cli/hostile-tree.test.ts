import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { print } from "../../core/document/index.ts";
import { basePlan } from "../core/check/base-plan.ts";
import {
  attributes,
  newTrappedRepository,
  type TrappedRepository,
} from "../functions/source/trapped-repository.ts";
import { folder, newTerminal } from "./terminal.ts";

/** Commits that mean harm, or that some system reads otherwise, as `jointplan publish` meets them in a repository full of traps. */

const terminal = newTerminal("nothing");
let repository: TrappedRepository;
beforeAll(() => {
  repository = newTrappedRepository();
});
afterAll(() => {
  repository.remove();
  terminal.remove();
});

type Entry = readonly [path: string, mode: string, content: string];
const file = (path: string, content = "{}"): Entry => [path, "100644", content];
const link = (path: string, to: string): Entry => [path, "120000", to];
const otherRepository = (path: string): Entry => [path, "160000", "1".repeat(40)];
const base = Object.entries(basePlan).map(([kind, document]) =>
  file(`${folder}/${kind}.json`, print(document)),
);
const sla = `${folder}/sla.json`;

const published = "- growth-2027: version 1 is live now.";
const broken = `- growth-2027: not published. ${folder} has 1 error. Mend what "jointplan check ${folder}" says, then commit.`;
const refused = (plan: string, why: string): string => `- ${plan}: not published. ${why}`;
const rename = "Rename it in a new commit: plain letters, digits, hyphens and dots.";
const renameOne = "Rename all but one in a new commit: plain letters, digits, hyphens and dots.";
const odd = (holder: string, name: string): string =>
  `${holder} holds ${name}, a name that not every system can tell from another. ${rename}`;
const twins = (holder: string, names: string): string =>
  `${holder} holds ${names}, names that not every system can tell apart. ${renameOne}`;

interface Row {
  readonly what: string;
  /** What the commit holds beside the plan, or in place of a document of it. */
  readonly holds: readonly Entry[];
  readonly code: 0 | 1;
  readonly says: readonly string[];
}

const rows: readonly Row[] = [
  {
    what: "a link in the place of a document",
    holds: [link(sla, "../../secret.json")],
    code: 1,
    says: [
      broken,
      `${sla}  ✖ error  document/symlink`,
      `${sla} is a symbolic link. Links are not followed, so that a plan holds only what stands in its folder.`,
      "→ Replace the link by the file itself.",
    ],
  },
  {
    what: "a link in the place of a plan folder",
    holds: [link("plans/evil", "/etc")],
    code: 1,
    says: [
      refused(
        "evil",
        "plans/evil is a link; links are not followed. Put the folder itself in its place in a new commit.",
      ),
      published,
    ],
  },
  {
    what: "another repository in the place of a document",
    holds: [otherRepository(sla)],
    code: 1,
    says: [
      broken,
      `${sla}  ✖ error  document/not-a-file`,
      `${sla} is not a plain file.`,
      "→ Replace it by a file that holds the document.",
    ],
  },
  {
    what: "another repository in the place of a plan folder, to be fetched by a command",
    holds: [
      otherRepository("plans/evil"),
      file(
        ".gitmodules",
        '[submodule "evil"]\n\tpath = plans/evil\n\turl = ext::sh -c touch% trap\n',
      ),
    ],
    code: 1,
    says: [
      refused(
        "evil",
        "plans/evil is another repository (a submodule); only what is committed in this one is read. Put the folder itself in its place in a new commit.",
      ),
      published,
    ],
  },
  {
    what: "attributes that ask for filters and conversions",
    holds: [file(".gitattributes", attributes), file(`${folder}/.gitattributes`, attributes)],
    code: 0,
    says: [published],
  },
  {
    what: "a line break in the name of a document",
    holds: [file(`${folder}/a\nb.json`)],
    code: 1,
    says: [refused("growth-2027", odd(folder, String.raw`"a\nb.json"`))],
  },
  {
    what: "a backslash in the name of a document",
    holds: [file(`${folder}/..\\x.json`)],
    code: 1,
    says: [refused("growth-2027", odd(folder, String.raw`"..\\x.json"`))],
  },
  {
    what: "a control character in the name of a document",
    holds: [file(`${folder}/x\u001b[2J.json`)],
    code: 1,
    says: [refused("growth-2027", odd(folder, String.raw`"x\u001b[2J.json"`))],
  },
  {
    what: "documents whose names differ by case alone",
    holds: [file(`${folder}/Plan.json`)],
    code: 1,
    says: [refused("growth-2027", twins(folder, '"Plan.json" and "plan.json"'))],
  },
  {
    what: "documents whose names differ by composition alone",
    holds: [file(`${folder}/\u00fc.json`), file(`${folder}/u\u0308.json`)],
    code: 1,
    says: [refused("growth-2027", twins(folder, String.raw`"u\u0308.json" and "\u00fc.json"`))],
  },
  {
    what: "a line break in the name of a plan folder",
    holds: [file("plans/a\nb/plan.json")],
    code: 1,
    says: [refused("a b", odd("plans/", String.raw`"a\nb"`)), published],
  },
  {
    what: "a backslash in the name of a plan folder",
    holds: [file("plans/..\\x/plan.json")],
    code: 1,
    says: [refused("..\\x", odd("plans/", String.raw`"..\\x"`)), published],
  },
  {
    what: "a control character in the name of a plan folder",
    holds: [file("plans/x\u001b[2J/plan.json")],
    code: 1,
    says: [published, refused(String.raw`x\u001b[2J`, odd("plans/", String.raw`"x\u001b[2J"`))],
  },
  {
    what: "plan folders whose names differ by case alone",
    holds: [file("plans/Growth-2027/plan.json")],
    code: 1,
    says: ["Growth-2027", "growth-2027"].map((plan) =>
      refused(plan, twins("plans/", '"Growth-2027" and "growth-2027"')),
    ),
  },
  {
    what: "plan folders whose names differ by composition alone",
    holds: [file("plans/\u00fc/plan.json"), file("plans/u\u0308/plan.json")],
    code: 1,
    says: [
      published,
      ...["u\u0308", "\u00fc"].map((plan) =>
        refused(plan, twins("plans/", String.raw`"u\u0308" and "\u00fc"`)),
      ),
    ],
  },
  {
    what: "a document of 60 MB that takes a few KB in git",
    holds: [file(sla, " ".repeat(60_000_000))],
    code: 1,
    says: [
      broken,
      `${sla}  ✖ error  document/too-big`,
      `${sla} has 60,000,000 bytes; at most 8,388,608 are read.`,
      "→ Split the plan, or take out what does not belong into it.",
    ],
  },
];

/** The lines that say what became of each plan, and the findings. */
const sayings = (out: string): readonly string[] =>
  out
    .split("\n")
    .filter((line) => /^- |✖|^ {2}/.test(line))
    .map((line) => line.trim());

test.each(rows)("$what", async ({ holds, code, says }) => {
  const replaced = new Set(holds.map(([path]) => path));
  const commit = repository.commitTree([...base.filter(([path]) => !replaced.has(path)), ...holds]);
  const before = repository.files();
  const { root } = repository;
  repository.calls();
  const ran = await terminal.run(["publish", "--revision", commit], { root });
  rmSync(join(root, ".jointplan"), { recursive: true });
  expect([ran.code, sayings(ran.out), ran.err]).toEqual([code, says, ""]);
  expect(repository.caught()).toEqual([]);
  expect(repository.files()).toEqual(before);
  // What is refused was never asked for.
  const calls = repository.calls().join("\n");
  for (const [path, , content] of holds) {
    if (content.length < 1e6 && !path.startsWith(`${folder}/sla`)) continue;
    expect(calls).not.toContain(repository.git("rev-parse", `${commit}:${path}`));
  }
  expect(calls).toContain("ls-tree");
});

test.each([
  "--output=x",
  "-Otouch",
  "--upload-pack=touch x",
  "main:../../x",
  "main:plans/growth-2027",
  "@{-1}",
  "HEAD^",
  "HEAD~1",
  "a..b",
  "x\ny",
])("a revision such as %j is no commit, and git is never asked for it", async (revision) => {
  const { root } = repository;
  const before = repository.files();
  repository.calls();
  const ran = await terminal.run(["publish", `--revision=${revision}`], { root });
  const shown = JSON.stringify(revision);
  expect(ran).toMatchObject({
    code: 2,
    out: "",
    err: expect.stringContaining(`There is no commit ${shown} here. Name a branch, a tag or an`),
  });
  expect(ran.err.trim().split("\n")).toHaveLength(1);
  const asked = repository.calls().map((call) => call.replace(/^-c .* rev-parse /, ""));
  expect(asked).toEqual([
    "--version",
    "--show-prefix",
    "--verify --quiet --end-of-options HEAD^{commit}",
  ]);
  expect(repository.caught()).toEqual([]);
  expect(repository.files()).toEqual(before);
});
