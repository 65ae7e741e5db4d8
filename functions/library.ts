import type { CalendarDate } from "../core/calendar-date.ts";
import { ok, type Result } from "../core/result.ts";
import type { Representation } from "./answer.ts";
import type { ServedVersion } from "./plan-reader.ts";
import { type PlanStudy, studyPlan } from "./plan-study.ts";
import type { Problem } from "./problem.ts";
import { recentCache } from "./recent-cache.ts";
import type { ContentDamaged } from "./store/content.ts";

/** What an app has worked out, kept by what it follows from, so it is never stale and never worked out twice. */
export interface Library {
  /** The study of a version on a day, whatever the number of the version is. */
  study(version: ServedVersion, asOf: CalendarDate): Promise<Result<PlanStudy, ContentDamaged>>;
  /** The representation under a key that names all that it follows from; made when it is not there. A problem is not kept. */
  representation(
    key: string,
    make: () => Promise<Representation | Problem>,
  ): Promise<Representation | Problem>;
}

/** Bytes of representations, and of authored files times {@link studyWeight}. */
const maxWeight = 64 * 1024 * 1024;

/** A study holds about so many bytes for each byte that was authored: text, tree, positions and answers. */
const studyWeight = 20;

/** An empty library of bounded size: about 64 MiB of studies and 64 MiB of representations. */
export function createLibrary(): Library {
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

  return {
    async study(version, asOf) {
      const key = `${version.digest}|${version.folder}|${asOf}`;
      const known = studies.get(key);
      if (known !== undefined) return ok(known);
      const files = await version.files();
      if (!files.ok) return files;
      const study = studyPlan({ folder: version.folder, files: files.value }, asOf);
      const bytes = files.value.reduce(
        (sum, file) => sum + ("bytes" in file ? file.bytes.byteLength : 0),
        0,
      );
      studies.put(key, study, bytes * studyWeight);
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
