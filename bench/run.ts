/** Measures jointplan beside peers in one run: `npm run bench` in the project's folder; `npm run bench -- funnel` for one section. */
import { cpus } from "node:os";
import { apiSection } from "./api.ts";
import { checkSection } from "./check.ts";
import { note } from "./child.ts";
import { coldStartSection } from "./cold-start.ts";
import { funnelSections } from "./funnel.ts";
import { ownSection } from "./own.ts";
import { scaleSection } from "./scale.ts";
import { lines, type Section } from "./table.ts";

const sections: Readonly<Record<string, () => Promise<readonly Section[]> | readonly Section[]>> = {
  own: () => [ownSection()],
  check: checkSection,
  api: apiSection,
  "cold-start": coldStartSection,
  funnel: funnelSections,
  scale: scaleSection,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((each) => sections[each] === undefined);
if (unknown !== undefined) {
  note(`There is no section "${unknown}"; there are ${Object.keys(sections).join(", ")}.`);
  process.exitCode = 2;
} else {
  const processor = cpus()[0]?.model ?? "unknown processor";
  console.log(`Node ${process.version}, ${cpus().length} x ${processor}`);
  console.log("Ratios are to the figure marked 1.00 x; medians; memory is the peak of a process.");
  for (const [name, measure] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    note(`measuring ${name} ...`);
    for (const section of await measure()) console.log(lines(section));
  }
}
