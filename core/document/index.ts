/** The door of the room `document`: bytes in, documents with places out, and back to text. */
export { type DocumentKind, documentKinds } from "../document-kind.ts";
export {
  type LoadedDocument,
  type LoadedDocuments,
  type LoadedPlan,
  load,
  loadDocument,
  type PlanBundle,
  type PlanFile,
  type RefusedFile,
} from "./load.ts";
export { type ParsedDocument, parse } from "./parse.ts";
export { parsePointer, pointer } from "./pointer.ts";
export { print } from "./print.ts";
export { percentMeant } from "./schema-words.ts";
export { suggest } from "./suggest.ts";
