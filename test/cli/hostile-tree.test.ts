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
import { newTerminal } from "./terminal.ts";

/** A commit that means harm, or that some system reads otherwise, as `jointplan publish` meets it in a repository full of traps. */

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
const documents = Object.entries(basePlan).map(
  ([kind, document]) => [`${kind}.json`, print(document)] as const,
);

/** The base plan under an id of its own, with more files, or others in the place of its own. */
function planWith(id: string, more: readonly Entry[]): readonly Entry[] {
  const own = more.map(([name, mode, content]): Entry => [`plans/${id}/${name}`, mode, content]);
  const replaced = new Set(more.map(([name]) => name));
  const rest = documents
    .filter(([name]) => !replaced.has(name))
    .map(([name, text]) => file(`plans/${id}/${name}`, text.replace("growth-2027", id)));
  return [...own, ...rest];
}

const live = (plan: string): string => `- ${plan}: version 1 is live now.`;
const broken = (plan: string): string =>
  `- ${plan}: not published. plans/${plan} has 1 error. Mend what "jointplan check plans/${plan}" says, then commit.`;
const refused = (plan: string, why: string): string => `- ${plan}: not published. ${why}`;
const odd = (holder: string, name: string): string =>
  `${holder} holds ${name}, a name that not every system can tell from another. Rename it in a new commit: plain letters, digits, hyphens and dots.`;
const twins = (holder: string, names: string): string =>
  `${holder} holds ${names}, names that not every system can tell apart. Rename all but one in a new commit: plain letters, digits, hyphens and dots.`;
const inPlace = "Put the folder itself in its place in a new commit.";
const big = " ".repeat(60_000_000);

/** A folder in `plans/`, what the commit holds of it, and what is said of it: once what becomes of it, and the finding if there is one. */
type Row = readonly [folder: string, holds: readonly Entry[], says: string, ...finding: string[]];

/** A document that cannot be read, and its one finding. */
const unread = (id: string, more: Entry, rule: string, message: string, help: string): Row => [
  id,
  planWith(id, [more]),
  broken(id),
  `plans/${id}/sla.json  ✖ error  document/${rule}`,
  `plans/${id}/sla.json ${message}`,
  `→ ${help}`,
];

/** A document, or two, whose names are read otherwise elsewhere. */
const oddly = (id: string, names: readonly string[], why: string): Row => [
  id,
  planWith(
    id,
    names.map((name) => file(name)),
  ),
  refused(id, why),
];

/** A plan folder whose name is read otherwise elsewhere; `shown` is how a line of text shows it. */
const oddFolder = (name: string, shown: string, why: string): Row => [
  name,
  [file(`plans/${name}/plan.json`)],
  refused(shown, why),
];

const caseTwins = twins("plans/", '"CASE-folder" and "case-folder"');
const composed = twins("plans/", String.raw`"u\u0308" and "\u00fc"`);

const rows: readonly Row[] = [
  ["innocent", planWith("innocent", []), live("innocent")],
  ["attributes", planWith("attributes", [file(".gitattributes", attributes)]), live("attributes")],
  unread(
    "linked-document",
    link("sla.json", "../../secret.json"),
    "symlink",
    "is a symbolic link. Links are not followed, so that a plan holds only what stands in its folder.",
    "Replace the link by the file itself.",
  ),
  unread(
    "submodule-document",
    otherRepository("sla.json"),
    "not-a-file",
    "is not a plain file.",
    "Replace it by a file that holds the document.",
  ),
  unread(
    "big-document",
    file("sla.json", big),
    "too-big",
    "has 60,000,000 bytes; at most 8,388,608 are read.",
    "Split the plan, or take out what does not belong into it.",
  ),
  [
    "linked-folder",
    [link("plans/linked-folder", "/etc")],
    refused("linked-folder", `plans/linked-folder is a link; links are not followed. ${inPlace}`),
  ],
  [
    "submodule-folder",
    [otherRepository("plans/submodule-folder")],
    refused(
      "submodule-folder",
      `plans/submodule-folder is another repository (a submodule); only what is committed in this one is read. ${inPlace}`,
    ),
  ],
  oddly("line-break", ["a\nb.json"], odd("plans/line-break", String.raw`"a\nb.json"`)),
  oddly("backslash", ["..\\x.json"], odd("plans/backslash", String.raw`"..\\x.json"`)),
  oddly("control", ["x\u001b[2J.json"], odd("plans/control", String.raw`"x\u001b[2J.json"`)),
  oddly("case", ["Plan.json"], twins("plans/case", '"Plan.json" and "plan.json"')),
  oddly(
    "composition",
    ["\u00fc.json", "u\u0308.json"],
    twins("plans/composition", String.raw`"u\u0308.json" and "\u00fc.json"`),
  ),
  oddFolder("a\nb", "a b", odd("plans/", String.raw`"a\nb"`)),
  oddFolder("..\\x", "..\\x", odd("plans/", String.raw`"..\\x"`)),
  oddFolder("x\u001b[2J", String.raw`x\u001b[2J`, odd("plans/", String.raw`"x\u001b[2J"`)),
  oddFolder("CASE-folder", "CASE-folder", caseTwins),
  oddFolder("case-folder", "case-folder", caseTwins),
  oddFolder("\u00fc", "\u00fc", composed),
  oddFolder("u\u0308", "u\u0308", composed),
];

const elsewhere: readonly Entry[] = [
  file(".gitattributes", attributes),
  file(
    ".gitmodules",
    '[submodule "x"]\n\tpath = plans/submodule-folder\n\turl = ext::sh -c touch% trap\n',
  ),
];

test("each plan that cannot be read is refused once, with its place and a way out; nothing runs, is followed or written", async () => {
  const { root } = repository;
  const commit = repository.commitTree([...rows.flatMap(([, holds]) => holds), ...elsewhere]);
  const before = repository.files();
  repository.calls();
  const { code, out } = await terminal.run(["publish", "--revision", commit], { root });
  rmSync(join(root, ".jointplan"), { recursive: true });

  const inOrder = rows.toSorted(([one], [other]) => (one < other ? -1 : 1));
  const said = out.split("\n").map((line) => line.trim());
  expect(said.filter((line) => line.startsWith("- "))).toEqual(inOrder.map(([, , says]) => says));
  expect(said.filter((line) => /✖|^plans\/\S+ (?:is|has) |^→/.test(line))).toEqual(
    inOrder.flatMap(([, , , ...finding]) => finding),
  );
  expect(code).toBe(1);
  expect(repository.caught()).toEqual([]);
  expect(repository.files()).toEqual(before);
  // What is refused by what a folder says of it was never asked for.
  const calls = repository.calls().join("\n");
  const idOf = (plan: string): string =>
    repository.git("rev-parse", `${commit}:plans/${plan}/sla.json`);
  expect(calls).toContain(idOf("innocent"));
  expect(calls).not.toContain(idOf("linked-document"));
  expect(calls).not.toContain(idOf("big-document"));
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
