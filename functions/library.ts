import type { CalendarDate } from "../core/calendar-date.ts";
import type { PlanBundle } from "../core/document/index.ts";
import { ok, type Result } from "../core/result.ts";
import type { Representation } from "./answer.ts";
import type { ServedVersion } from "./plan-reader.ts";
import type { PlanStudy } from "./plan-study.ts";
import type { Problem } from "./problem.ts";
import { recentCache } from "./recent-cache.ts";
import type { ContentDamaged } from "./store/content.ts";

/** What an app has worked out, kept by what it follows from, so it is never stale and never worked out twice. */
export interface Library {
  /** The files of a version, whatever its number is. */
  bundle(version: ServedVersion): Promise<Result<PlanBundle, ContentDamaged>>;
  /** The study of a version on a day, whatever the number of the version is. */
  study(version: ServedVersion, asOf: CalendarDate): Promise<Result<PlanStudy, ContentDamaged>>;
  /** The representation under a key that names all that it follows from; made when it is not there. A problem is not kept. */
  representation(
    key: string,
    make: () => Promise<Representation | Problem>,
  ): Promise<Representation | Problem>;
}

/** Bytes of authored files, the same times {@link studyWeight}, and bytes of representations: so many of each. */
const maxWeight = 64 * 1024 * 1024;

/** A study holds about so many bytes for each byte that was authored: text, tree, positions and answers. */
const studyWeight = 20;

const bytesOf = ({ files }: PlanBundle): number =>
  files.reduce((sum, file) => sum + ("bytes" in file ? file.bytes.byteLength : 0), 0);

/** An empty library of bounded size: about 64 MiB each of files, of studies and of representations. */
export function createLibrary(): Library {
  const bundles = recentCache<PlanBundle>(maxWeight);
  const studies = recentCache<PlanStudy>(maxWeight);
  const representations = recentCache<Representation>(maxWeight);
  const underWay = new Map<string, Promise<Representation | Problem>>();

  const make = async (
    key: string,
    work: () => Promise<Representation | Problem>,
  ): Promise<Representation | Problem> => {
    const made = await work();
    if (!("problem" in made)) representations.put(key, made, made.bytes.byteLength);
    return made;
  };

  const bundleOf = async (version: ServedVersion): Promise<Result<PlanBundle, ContentDamaged>> => {
    const { digest, folder } = version;
    const key = `${digest}|${folder}`;
    const known = bundles.get(key);
    if (known !== undefined) return ok(known);
    const files = await version.files();
    if (!files.ok) return files;
    const bundle = { folder, files: files.value };
    bundles.put(key, bundle, bytesOf(bundle));
    return ok(bundle);
  };

  return {
    bundle: bundleOf,
    async study(version, asOf) {
      const key = `${version.digest}|${version.folder}|${asOf}`;
      const known = studies.get(key);
      if (known !== undefined) return ok(known);
      const bundle = await bundleOf(version);
      if (!bundle.ok) return bundle;
      // Whoever asks for documents alone never waits for the rules and the engine.
      const { studyPlan } = await import("./plan-study.ts");
      const study = studyPlan(bundle.value, asOf);
      studies.put(key, study, bytesOf(bundle.value) * studyWeight);
      return ok(study);
    },
    async representation(key, work) {
      const known = representations.get(key) ?? underWay.get(key);
      if (known !== undefined) return known;
      const making = make(key, work).finally(() => underWay.delete(key));
      underWay.set(key, making);
      return making;
    },
  };
}
