import { type DocumentKind, type LoadedDocument, print } from "../../document/index.ts";
import { countText, numberText } from "../../wording.ts";
import type { Rule } from "../rule.ts";

/** Lines on a printed page. */
const page = 60;

/** What is looked up and not agreed line by line: holidays, columns of exports. */
const lookedUp: ReadonlySet<DocumentKind> = new Set<DocumentKind>(["calendar", "sources"]);

/**
 * Nobody keeps what nobody reads. A document gets one page for what holds for all segments and one for each segment.
 * Lines count as `jointplan` prints them, so that another layout changes nothing.
 */
export const tooBig: Rule = {
  id: "plan/too-big",
  severity: "info",
  summary: `No document is longer than a page of ${page} lines and one more for each segment.`,
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const limit = page * (1 + plan.segments.length);
    const present: readonly (LoadedDocument<DocumentKind> | undefined)[] = Object.values(
      plan.documents,
    );
    return present.flatMap((document) => {
      if (document === undefined || lookedUp.has(document.kind)) return [];
      const lines = print(document.value).trimEnd().split("\n").length;
      if (lines <= limit) return [];
      return [
        {
          at: { document: document.kind, pointer: "/$schema" },
          message: `${document.kind}.json has ${numberText(lines)} lines, about ${numberText(lines / page)} pages; with ${countText(plan.segments.length, "segment")} people still read ${numberText(limit / page)}.`,
          help: "Ask of each part who decides by it: join what is treated alike, and move what only explains out of the plan.",
          data: { actual: String(lines), limit: String(limit), unit: "lines" },
          subject: document.kind,
        },
      ];
    });
  },
};
