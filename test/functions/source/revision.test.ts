import { describe, expect, test } from "vitest";
import { isObjectId, revisionNames } from "../../../functions/source/revision.ts";

const id = "0123456789abcdef0123456789abcdef01234567";

describe("a revision that a person may name", () => {
  test.each<[string, readonly string[]]>([
    ["HEAD", ["HEAD"]],
    [id, [id]],
    [`${id}${"0".repeat(24)}`, [`${id}${"0".repeat(24)}`]],
    ["main", ["refs/heads/main", "refs/tags/main", "refs/remotes/main"]],
    ["v1.2.3", ["refs/heads/v1.2.3", "refs/tags/v1.2.3", "refs/remotes/v1.2.3"]],
    [
      "feature/x_y",
      ["refs/heads/feature/x_y", "refs/tags/feature/x_y", "refs/remotes/feature/x_y"],
    ],
    ["refs/heads/main", ["refs/heads/main"]],
    ["abcdef1", ["refs/heads/abcdef1", "refs/tags/abcdef1", "refs/remotes/abcdef1", "abcdef1"]],
  ])("%s is asked for as %j", (revision, names) => {
    expect(revisionNames(revision)).toEqual(names);
  });
});

const parts = ["main", "x", id, "HEAD"];
const hostile = [
  "--output=/tmp/x",
  "-Otouch x",
  "--upload-pack=touch x",
  "--upload-p=touch x",
  "--exec=x",
  "-",
  "--",
  "-h",

  "--end-of-options",
  "--all",
  "--git-dir=/tmp",
  "-c",
  "-ccore.fsmonitor=touch x",
  "--no-index",
  "--textconv",
  "ext::sh -c touch% x",
  "file:///etc",
  "https://example.com/x.git",
  "a::b",
  "C:\\x",

  "",
  " ",
  ".",
  "..",
  "/",
  "//",
  "/main",
  "main/",
  "a//b",
  "a/./b",
  "a/../b",
  "a.lock",
  "a.lock/b",
  "main.",
  ".main",

  "@",
  "@{-1}",
  "@{u}",
  "-1",
  "HEAD~1",
  "HEAD^",
  "HEAD^2",
  "HEAD^{tree}",
  "HEAD@{1}",
  "HEAD:plans",
  "^HEAD",

  "refs/heads/../../x",
  "refs//heads",
  "refs/heads/",
  "refs/heads/-x",
  "refs/heads/x.lock",
  "refs/heads/x y",
  ...parts.flatMap((part) => [
    `${part}..${part}`,
    `${part}...${part}`,
    `${part}~`,
    `${part}^`,
    `${part}:plans/a`,
    `${part}:../../x`,
    `${part}@{0}`,
    `${part}@{upstream}`,
    `${part}\n--output=x`,
    `${part}\0`,
    `${part} `,
    ` ${part}`,
    `${part}\t`,
    `${part}*`,
    `${part}?`,
    `${part}[a]`,
    `${part}\\x`,
    `${part};touch x`,
    `${part}|x`,
    `$(${part})`,
    `\`${part}\``,
    `${part}&&x`,
    `${part}>x`,
    `${part}'`,
    `${part}"`,
    `-${part}`,
    `--${part}`,
    `${part}\u0007`,
    `${part}\u202e`,
    `${part}\u200b`,
    `${part}é`,
    `${part}//x`,
    `${part}/.x`,
    `${part}/-x`,
    `:/${part}`,
    `:(top)${part}`,
    `!${part}`,
    `~${part}`,
    `${part}%`,
    `${part}=x`,
    `${part},x`,
    `${part}#`,
    `#${part}`,
  ]),
  "a".repeat(201),
];

describe("a hostile revision", () => {
  test(`(${hostile.length} of them) is nothing that git is asked for`, () => {
    expect(hostile.length).toBeGreaterThan(200);
    for (const revision of hostile)
      expect([revision, revisionNames(revision)]).toEqual([revision, []]);
  });

  test("is no object id either", () => {
    const others = [id.toUpperCase(), id.slice(1), `${id}0`, `${id}\n`];
    expect([...hostile, ...others].filter(isObjectId)).toEqual([]);
  });
});
