import { basename, join, relative, sep } from "node:path";
import { build, type Metafile } from "esbuild";

/** A function as it was bundled. */
export interface BuiltLambda {
  /** The path of the file that Lambda loads. */
  readonly entry: string;
  readonly warnings: number;
  /** What went into any of its files. */
  readonly inputs: readonly string[];
  /** What went into the files that are loaded before the first event: the entry and all that it imports statically. */
  readonly startInputs: readonly string[];
  /** The size of those files. */
  readonly startBytes: number;
  /** The size of all files. */
  readonly bytes: number;
}

type Outputs = Metafile["outputs"];

/** An output and every one that it imports statically, directly or not. */
function loadedWith(outputs: Outputs, name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  for (const { path, kind, external } of outputs[name]?.imports ?? [])
    if (kind !== "dynamic-import" && external !== true) loadedWith(outputs, path, known);
  return known;
}

const inputsOf = (outputs: readonly Outputs[string][]): readonly string[] =>
  outputs.flatMap((output) => Object.keys(output.inputs));

const bytesOf = (outputs: readonly Outputs[string][]): number =>
  outputs.reduce((sum, { bytes }) => sum + bytes, 0);

/** Bundles an entry into a folder as the deployment does: what is imported dynamically becomes files of its own. */
export async function buildLambda(entry: string, folder: string): Promise<BuiltLambda> {
  const { warnings, metafile } = await build({
    entryPoints: [entry],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    metafile: true,
    logLevel: "silent",
    // As SST does: packages in CommonJS ask for Node's own modules.
    banner: {
      js: 'import { createRequire } from "node:module";const require = createRequire(import.meta.url);',
    },
  });
  const path = join(folder, basename(entry).replace(/\.ts$/, ".mjs"));
  const name = relative(process.cwd(), path).replaceAll(sep, "/");
  if (metafile.outputs[name] === undefined) throw new Error(`esbuild wrote no ${name}`);
  const start = [...loadedWith(metafile.outputs, name)].flatMap((each) => {
    const output = metafile.outputs[each];
    return output === undefined ? [] : [output];
  });
  const all = Object.values(metafile.outputs);
  return {
    entry: path,
    warnings: warnings.length,
    inputs: inputsOf(all),
    startInputs: inputsOf(start),
    startBytes: bytesOf(start),
    bytes: bytesOf(all),
  };
}
