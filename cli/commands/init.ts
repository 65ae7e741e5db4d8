import { basename, dirname, join, relative, resolve } from "node:path";
import { count } from "../../report/number.ts";
import { type Call, type Command, exitCode, UsageError } from "../command.ts";
import { leanPlan } from "../lean-plan/index.ts";
import { documentSchemas } from "../lean-plan/schemas.ts";
import { standing, writeFolder } from "../new-folder.ts";

const idForm = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** `jointplan init`: a lean plan to begin with, and the schemas that editors read. */
export const init: Command = {
  name: "init",
  summary: "write a lean plan to begin with",
  usage: "[FOLDER]",
  options: [{ name: "id", value: "ID", says: "the plan's id (default: the folder's name)" }],
  examples: [
    "jointplan init                            plans/my-plan, for the next calendar year",
    "jointplan init plans/north-2028",
    "jointplan init plans/north --id north-2028",
  ],
  run: async (call) => {
    const folder = folderOf(call);
    const path = resolve(call.shell.root, folder);
    const id = idOf(call, path);
    const there = await standing(path);
    if (there !== "nothing") throw new UsageError(inTheWay(folder, there));
    const year = Number(call.asOf.slice(0, 4)) + 1;
    const files = leanPlan(id, year);
    const schemas = resolve(path, "../../schemas/v1");
    const beside = await writeFolder({ path, files }, { path: schemas, files: documentSchemas() });
    const written = files.map((file) => `${folder}/${file.name}`);
    const lines = files.reduce((sum, { text }) => sum + text.split("\n").length - 1, 0);
    const schemasAt = relative(call.shell.root, schemas) || ".";
    const next = [
      `jointplan check ${folder}`,
      `jointplan funnel ${folder}`,
      dirname(path) === join(call.shell.root, "plans")
        ? "jointplan serve"
        : `jointplan show ${folder}`,
    ];
    return {
      title: "A plan to begin with",
      report: [
        {
          kind: "text",
          text: `${folder} holds a plan for ${year} now: ${count(files.length, "document")}, ${count(lines, "line")}. Its numbers are made up; the notes in it say what to change.`,
        },
        { kind: "list", items: written },
        {
          kind: "text",
          text:
            beside.length === 0
              ? `The schemas in ${schemasAt} were there already and stay as they are.`
              : `${count(beside.length, "schema")} for editors in ${schemasAt}.`,
        },
        { kind: "text", text: "Go on with:" },
        { kind: "list", items: next },
      ],
      body: {
        folder,
        id,
        written: [...written, ...beside.map((each) => relative(call.shell.root, each))],
        next,
      },
      code: exitCode.ok,
    };
  },
};

function folderOf({ arguments: named, shell }: Call): string {
  if (named.length > 1) throw new UsageError("init writes one plan. Name one folder.");
  const [name = "plans/my-plan"] = named;
  if (name === "")
    throw new UsageError("A folder is named by nothing. Name one, as plans/my-plan.");
  const folder = name.replace(/(?<=[^/])\/+$/, "");
  const path = resolve(shell.root, folder);
  const above = relative(shell.root, dirname(path));
  if (above === "" || above.startsWith("..")) {
    throw new UsageError(
      `${JSON.stringify(folder)} must stand in a folder of its own kind here, because the schemas come beside that: try plans/${basename(path)}.`,
    );
  }
  return folder;
}

function idOf({ options }: Call, path: string): string {
  const given = options["id"];
  const id = typeof given === "string" ? given : basename(path);
  if (idForm.test(id)) return id;
  throw new UsageError(
    `${JSON.stringify(id)} cannot be a plan's id: use at most 63 letters in lower case, digits and hyphens${typeof given === "string" ? "" : ", or give another with --id"}.`,
  );
}

const inTheWay = (folder: string, there: "no folder" | readonly string[]): string =>
  there === "no folder"
    ? `${JSON.stringify(folder)} is there already and is no folder. Nothing was written; name another.`
    : `${JSON.stringify(folder)} is there already and holds ${there.slice(0, 12).join(", ")}${there.length > 12 ? " …" : ""}. Nothing was written; name another folder.`;
