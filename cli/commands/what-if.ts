import { applyOverlay, type Overlay } from "../../core/change/index.ts";
import { load } from "../../core/document/index.ts";
import { type Call, type Command, UsageError } from "../command.ts";
import { comparePlans } from "../compare-plans.ts";
import { readOverlayFile, readSetting } from "../overlay.ts";
import { readFolder } from "../plan-folder.ts";
import { openPlan } from "../plans.ts";

/** `jointplan what-if`: what the plan would need with other values. */
export const whatIf: Command = {
  name: "what-if",
  summary: "say what other values would ask of each team; changes no file",
  usage: "FOLDER",
  options: [
    {
      name: "set",
      value: "PLACE=VALUE",
      says: "another value: document/keys and ids/to it=JSON; null takes it out",
      repeated: true,
    },
    { name: "overlay", value: "FILE", says: 'a JSON list of {"document", "path", "value"}' },
  ],
  examples: [
    "jointplan what-if plans/acme-2027 --set targets/segments/mid-size/averageDealValue/new=55000",
    "jointplan what-if plans/acme-2027 --set targets/planning/recovery=2 --set targets/planning/steadiness=1",
    "jointplan what-if plans/acme-2027 --overlay slower-spring.json --format markdown",
  ],
  run: async (call) => {
    const [folder, ...more] = call.arguments;
    if (folder === undefined || more.length > 0) {
      throw new UsageError('what-if takes one plan folder: "jointplan what-if plans/acme-2027".');
    }
    const overlay = await overlayOf(call);
    const base = await openPlan(readFolder(folder, call), call);
    const names = {
      title: "What would change",
      base: base.folder,
      head: `the same with ${overlay.length === 1 ? "one other value" : `${overlay.length} other values`}`,
    };
    const loaded = load(base.bundle);
    // Documents that are none cannot take other values; the comparison shows what is wrong with them.
    if (!loaded.ok) return comparePlans(call, base, base, names);
    const files = applyOverlay(loaded.value, overlay);
    if (!files.ok) {
      throw new UsageError(files.error.map(({ message, help }) => `${message} ${help}`).join("\n"));
    }
    return comparePlans(call, base, await openPlan(files.value, call), names);
  },
};

/** The values that a call gives, by `--set` and by `--overlay`. */
async function overlayOf(call: Call): Promise<Overlay> {
  const { set, overlay: file } = call.options;
  const settings = Array.isArray(set) ? set.map(readSetting) : [];
  const fromFile = typeof file === "string" ? await readOverlayFile(file, call) : [];
  const overlay = [...fromFile, ...settings];
  if (overlay.length === 0) {
    throw new UsageError("what-if needs a value to change: --set PLACE=VALUE, or --overlay FILE.");
  }
  return overlay;
}
