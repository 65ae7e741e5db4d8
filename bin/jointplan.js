#!/usr/bin/env node
/**
 * Starts jointplan. Plain JavaScript, so that it runs right after `npm ci --ignore-scripts`: it runs what was
 * built from exactly these sources, or builds it once (about a second) and then runs it.
 */
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const sources = ["cli", "core", "functions", "report", "schemas", "web", "package.json"];

/** Path, size and time of every source file: changes when any of them does. */
function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  const add = (path) => {
    const found = statSync(join(root, path));
    if (found.isDirectory())
      for (const name of readdirSync(join(root, path)).toSorted()) add(`${path}/${name}`);
    else hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
  };
  for (const path of sources) add(path);
  return hash.digest("hex").slice(0, 16);
}

/** The folder for builds: in the checkout, or one of this user's own in the temporary folder when the checkout cannot be written. */
function buildFolder() {
  const inside = join(root, "dist");
  try {
    mkdirSync(inside, { recursive: true });
    accessSync(inside, constants.W_OK);
    return inside;
  } catch {
    const outside = join(tmpdir(), `jointplan-${process.getuid?.() ?? "user"}`);
    mkdirSync(outside, { recursive: true, mode: 0o700 });
    const found = lstatSync(outside);
    // Anyone may write to the temporary folder; what another user put there is never run.
    const own =
      found.isDirectory() &&
      (process.getuid === undefined ||
        (found.uid === process.getuid() && (found.mode & 0o077) === 0));
    return own ? outside : mkdtempSync(join(tmpdir(), "jointplan-"));
  }
}

/** True when every file of a build is there with the size that was written. */
function whole(target) {
  try {
    const sizes = JSON.parse(readFileSync(join(target, "files.json"), "utf8"));
    return Object.entries(sizes).every(
      ([name, size]) => statSync(join(target, name)).size === size,
    );
  } catch {
    return false;
  }
}

async function build(target) {
  const { build: bundle } = await import("esbuild");
  const draft = `${target}.${process.pid}`;
  await bundle({
    entryPoints: [join(root, "cli/process.ts")],
    outdir: draft,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    external: ["libsql", "esbuild"],
    outExtension: { ".js": ".mjs" },
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "error",
    legalComments: "none",
    minifyWhitespace: true,
    minifySyntax: true,
  });
  const sizes = Object.fromEntries(
    readdirSync(draft).map((name) => [name, statSync(join(draft, name)).size]),
  );
  writeFileSync(join(draft, "files.json"), JSON.stringify(sizes));
  try {
    renameSync(draft, target);
  } catch {
    // Another call built the same sources meanwhile, or a damaged build is in the way.
    if (!whole(target)) {
      rmSync(target, { recursive: true, force: true });
      renameSync(draft, target);
    }
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Removes builds of other sources, but none that a running call may still read from. */
function tidy(folder, keep) {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name !== keep && statSync(path).mtimeMs < hourAgo)
      rmSync(path, { recursive: true, force: true });
  }
}

const folder = buildFolder();
const name = fingerprint();
const target = join(folder, name);
if (!whole(target)) {
  await build(target);
  tidy(folder, name);
}
await import(pathToFileURL(join(target, "process.mjs")).href);
