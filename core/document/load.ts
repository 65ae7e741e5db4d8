import type { DocumentByKind } from "../../schemas/documents.generated.ts";
import { type DocumentKind, documentKinds, kindOf, type RequiredKind } from "../document-kind.ts";
import { compareFindings, type Finding, type Findings, finding } from "../finding.ts";
import { err, ok, type Result } from "../result.ts";
import { type ParsedDocument, parse } from "./parse.ts";
import { schemaFindings } from "./schema-finding.ts";
import { suggest } from "./suggest.ts";
import { grouped } from "./syntax-finding-excerpt.ts";

/** A file of a plan folder as a shell found it: its bytes, or why it could not be read as a plain file. */
export type PlanFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly refused: RefusedFile };

/** Why a shell handed over no bytes. It never follows a link and never reads an over-size file. */
export type RefusedFile =
  | { readonly reason: "symlink" | "not-a-file" }
  | { readonly reason: "too-big"; readonly size: number; readonly limit: number };

/** A plan folder before it is read: its path as findings show it, and its files. */
export interface PlanBundle {
  readonly folder: string;
  readonly files: readonly PlanFile[];
}

/** One document that satisfies its schema, with the position of everything in it. */
export interface LoadedDocument<Kind extends DocumentKind> {
  readonly kind: Kind;
  /** The path that findings name. */
  readonly file: string;
  readonly value: DocumentByKind[Kind];
  readonly parsed: ParsedDocument;
}

/** The documents of a plan; optional kinds may be absent. */
export type LoadedDocuments = {
  readonly [Kind in RequiredKind]: LoadedDocument<Kind>;
} & { readonly [Kind in Exclude<DocumentKind, RequiredKind>]?: LoadedDocument<Kind> };

declare const loaded: unique symbol;

/** A plan whose files each satisfy syntax and schema. Made by {@link load} only. */
export interface LoadedPlan {
  readonly folder: string;
  readonly documents: LoadedDocuments;
  readonly [loaded]: true;
}

const pathOf = (bundle: PlanBundle, name: string): string =>
  bundle.folder === "" ? name : `${bundle.folder}/${name}`;

/**
 * Reads bytes, syntax and schema of every file of a plan folder. One broken file hides nothing in another.
 *
 * @returns The plan, or every finding of every file in the order of {@link compareFindings}.
 */
export function load(bundle: PlanBundle): Result<LoadedPlan, Findings> {
  const findings: Finding[] = [...folderFindings(bundle)];
  const documents: Record<string, LoadedDocument<DocumentKind>> = {};
  for (const file of bundle.files) {
    const kind = kindOf(file.name);
    if (kind === undefined) {
      if (file.name.endsWith(".json")) findings.push(unknownDocument(bundle, file.name));
      continue;
    }
    const path = pathOf(bundle, file.name);
    if ("refused" in file) {
      findings.push(refusedFile(path, file.refused));
      continue;
    }
    const document = loadDocument(kind, path, file.bytes);
    if (document.ok) documents[kind] = document.value;
    else findings.push(...document.error);
  }
  if (findings.length > 0) return err(findings.toSorted(compareFindings));
  // Without a finding every required kind is present.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return ok({ folder: bundle.folder, documents } as unknown as LoadedPlan);
}

/** Reads bytes, syntax and schema of one file by itself, whatever stands beside it. */
export function loadDocument<Kind extends DocumentKind>(
  kind: Kind,
  path: string,
  bytes: Uint8Array,
): Result<LoadedDocument<Kind>, Findings> {
  const parsed = parse(path, bytes);
  if (!parsed.ok) return parsed;
  const violations = schemaFindings(kind, parsed.value);
  if (violations.length > 0) return err(violations);
  // The schema's validator has just proved the type.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const value = parsed.value.value as DocumentByKind[Kind];
  return ok({ kind, file: path, value, parsed: parsed.value });
}

/** What is missing from the folder as a whole. */
function folderFindings(bundle: PlanBundle): Findings {
  const names = new Set(bundle.files.map((file) => file.name));
  const folder = bundle.folder === "" ? "the plan" : bundle.folder;
  return documentKinds
    .filter((each) => each.required && !names.has(`${each.kind}.json`))
    .map((each) =>
      finding({
        rule: "document/missing",
        severity: "error",
        file: pathOf(bundle, `${each.kind}.json`),
        message: `${each.kind}.json is missing from ${folder}: it holds ${each.holds}.`,
        help: `Take ${each.kind}.json from a new plan that \`jointplan init\` writes and put in what you agree on; \`jointplan schema ${each.kind}\` says what may stand in it.`,
      }),
    );
}

function unknownDocument(bundle: PlanBundle, name: string): Finding {
  const known = documentKinds.map((each) => `${each.kind}.json`);
  const meant = suggest(name, known);
  return finding({
    rule: "document/unknown",
    severity: "error",
    file: pathOf(bundle, name),
    message: `${JSON.stringify(name)} is no document of a plan.${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
    help: `A plan folder holds ${known.join(", ")}. Rename the file, or move it out of the folder.`,
  });
}

function refusedFile(file: string, refused: RefusedFile): Finding {
  switch (refused.reason) {
    case "symlink":
      return finding({
        rule: "document/symlink",
        severity: "error",
        file,
        message: `${file} is a symbolic link. Links are not followed, so that a plan holds only what stands in its folder.`,
        help: "Replace the link by the file itself.",
      });
    case "not-a-file":
      return finding({
        rule: "document/not-a-file",
        severity: "error",
        file,
        message: `${file} is not a plain file.`,
        help: "Replace it by a file that holds the document.",
      });
    case "too-big":
      return finding({
        rule: "document/too-big",
        severity: "error",
        file,
        message: `${file} has ${grouped(refused.size)} bytes; at most ${grouped(refused.limit)} are read.`,
        help: "Split the plan, or take out what does not belong into it.",
        data: { actual: String(refused.size), limit: String(refused.limit), unit: "bytes" },
      });
    default:
      return refused satisfies never;
  }
}
