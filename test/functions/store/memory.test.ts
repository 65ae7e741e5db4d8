import { describe } from "vitest";
import { memoryTable } from "../../../functions/store/memory.ts";
import { withEmptyPages } from "./empty-pages.ts";
import { tableConformance } from "./table-conformance.ts";

describe("the Table in memory", () => {
  const table = memoryTable();
  tableConformance(() => table, 300);
});

describe("the Table in memory, answering with empty pages at random", () => {
  const table = withEmptyPages(memoryTable(), 42);
  tableConformance(() => table, 300);
});
