import { type BuildResult, build } from "esbuild";

/** Bundles an entry into one file as the deployment does. */
export async function buildLambda(
  entry: string,
  outfile: string,
): Promise<BuildResult<{ metafile: true }>> {
  return await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
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
}
