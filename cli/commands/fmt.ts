import { load, parse, print } from "../../core/document/index.ts";
import type { Findings } from "../../core/finding.ts";
import type { Block } from "../../report/block.ts";
import { checkReport } from "../../report/findings.ts";
import { count } from "../../report/number.ts";
import { type Command, exitCode } from "../command.ts";
import { foldersOf, readFolder } from "../plan-folder.ts";
import { checkedFolder, codeFor } from "../plans.ts";

/** `jointplan fmt`: every document in the one form that keeps diffs quiet. */
export const fmt: Command = {
  name: "fmt",
  summary: "write every document in the one form that keeps changes easy to read",
  usage: "[FOLDER …]",
  options: [{ name: "check", says: "write nothing; end with 1 when a file would change" }],
  examples: ["jointplan fmt", "jointplan fmt plans/acme-2027", "jointplan fmt --check"],
  run: async (call) => {
    const dry = call.options["check"] === true;
    const blocks: Block[] = [];
    const changed: string[] = [];
    let findings: Findings = [];
    for (const path of foldersOf(call)) {
      const bundle = readFolder(path, call);
      const loaded = load(bundle);
      if (!loaded.ok) {
        findings = [...findings, ...loaded.error];
        const { folder } = bundle;
        const opened = {
          folder,
          bundle,
          findings: loaded.error,
          loaded: undefined,
          sound: undefined,
        };
        blocks.push(...checkReport([checkedFolder(opened, call.asOf)]));
        blocks.push({ kind: "text", text: `The documents of ${folder} were left as they are.` });
        continue;
      }
      for (const file of bundle.files) {
        const name = `${bundle.folder}/${file.name}`;
        const parsed = "bytes" in file ? parse(name, file.bytes) : undefined;
        if (parsed?.ok !== true) continue;
        const text = print(parsed.value.value);
        if (text === parsed.value.text) continue;
        changed.push(name);
        if (!dry) await call.shell.writeFile(name, text);
      }
    }
    const code = codeFor(call, findings);
    const done = dry ? "would change" : "changed";
    if (changed.length > 0)
      blocks.push({ kind: "text", text: `${count(changed.length, "document")} ${done}:` });
    else if (findings.length === 0)
      blocks.push({ kind: "text", text: "Every document is in its form." });
    blocks.push({ kind: "list", items: changed });
    return {
      title: "Form of the documents",
      report: blocks,
      body: { changed, written: !dry, findings },
      code: code === exitCode.ok && dry && changed.length > 0 ? exitCode.findings : code,
    };
  },
};
