import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOverlay, type Overlay } from "../../../core/change/index.ts";
import { readPath } from "../../../core/change/path.ts";
import { put } from "../../../core/change/put.ts";
import { load, type PlanBundle, print } from "../../../core/document/index.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { bundleOf, lineOf } from "../plan/edited.ts";
import { pathsIn } from "./paths-in.ts";

function loaded(bundle: PlanBundle) {
  const plan = load(bundle);
  if (!plan.ok) throw new Error(plan.error.map(lineOf).join("\n"));
  return plan.value;
}

const textsOf = ({ files }: PlanBundle): ReadonlyMap<string, string> =>
  new Map(
    files.map((file) => [
      file.name,
      "bytes" in file ? new TextDecoder().decode(file.bytes) : "refused",
    ]),
  );

/** The base plan without content.json, so that a document can be added. */
const base = loaded({
  ...bundleOf(),
  files: bundleOf().files.filter(({ name }) => name !== "content.json"),
});

/** Its documents with an overlay, by file name; fails where the overlay is refused. */
function overlaid(overlay: Overlay): ReadonlyMap<string, string> {
  const applied = applyOverlay(base, overlay);
  if (!applied.ok) throw new Error(applied.error.map(lineOf).join("\n"));
  return textsOf(applied.value);
}

/** What is said of an overlay over it. */
function said(...overlay: Overlay): string {
  const applied = applyOverlay(base, overlay);
  return applied.ok ? "nothing" : applied.error.map(lineOf).join("\n");
}

const step = "segments/smb/transitions/noticing-comparing";
const entry = (path: string, value: unknown, document = "journey") => ({ document, path, value });

describe("an overlay", () => {
  test("of nothing changes nothing, not even a space", () => {
    const odd = bundleOf(["plan", '"months": 6', '"months":   6']);
    const applied = applyOverlay(loaded(odd), []);
    expect(applied.ok && textsOf(applied.value)).toEqual(textsOf(odd));
  });

  test("sets a value, in canonical text, and leaves the other documents alone", () => {
    const before = textsOf(bundleOf());
    const after = overlaid([entry(`${step}/conversion/value`, 0.5)]);
    expect(after.get("journey.json")).toBe(
      before.get("journey.json")?.replace('"value": 0.4', '"value": 0.5'),
    );
    expect([...after].filter(([name, text]) => before.get(name) !== text)).toHaveLength(1);
  });

  test("adds a property, an item and a document", () => {
    const change = { id: "desk", from: "2027-04-01", duration: { fixed: 3 } };
    const after = overlaid([
      entry(`${step}/note`, "Look again in May."),
      entry(`${step}/changes`, [change]),
      entry("tactics/desk", { id: "desk" }, "tactics"),
      entry("", { $schema: "x" }, "content"),
    ]);
    const journey = JSON.parse(after.get("journey.json") ?? "") as {
      segments: { transitions: object[] }[];
    };
    expect(journey.segments[0]?.transitions[0]).toMatchObject({
      note: "Look again in May.",
      changes: [change],
    });
    expect(after.get("tactics.json")).toContain('"id": "desk"');
    expect(after.get("content.json")).toBe('{\n  "$schema": "x"\n}\n');
  });

  test("takes out with null a property, an item and a document", () => {
    const after = overlaid([
      entry("duties/first-attempt/counterDuty", null, "sla"),
      entry("segments/smb/transitions/running-staying", null),
      entry("", null, "tactics"),
    ]);
    expect(after.get("sla.json")).not.toContain('"counterDuty": "supply"');
    expect(after.get("journey.json")).not.toContain("running-staying");
    expect(after.has("tactics.json")).toBe(false);
  });

  test("names keys with a slash in them as a JSON Pointer does", () => {
    const { approvals } = openPlan("plans/acme-2027").documents;
    const made = put(
      { ...approvals?.value, severities: { "journey/rate-stale": "error" } },
      readPath("severities/journey~1rate-stale") ?? [],
      "info",
      "approvals",
    );
    expect(made).toMatchObject({ value: { severities: { "journey/rate-stale": "info" } } });
  });
});

describe("an entry that cannot be made says where, why and how else", () => {
  test.each([
    ["a document that there is not", entry("stages", [], "jurney")],
    ["an id that nobody has", entry("segments/smbb/transitions", [])],
    ["a key that is not there", entry(`${step}/convesion/value`, 0.5)],
    ["nothing to take out", entry(`${step}/note`, null)],
    ["no document to take out", entry("", null, "content")],
    ["no document to change", entry("messages", [], "content")],
    ["something inside a number", entry(`${step}/conversion/value/low`, 0.5)],
    ["something inside a list without ids", entry("organisedBy/sales/size", "x", "plan")],
    ["an item by its number", entry("segments/0/transitions", [])],
    ["an item that is no object", entry(step, 0.5)],
    ["another id", entry(`${step}/id`, "noticing-buying")],
    ["an item under another's id", entry("stages/won", { id: "lost", title: "x" })],
    ["a tilde", entry("stages/a~b", {})],
  ])("%s", (_title, wrong) => {
    expect(said(wrong)).toMatchSnapshot();
  });

  test("all of them at once, and two that depend on each other", () => {
    const lines = said(
      entry(`${step}/conversion`, { value: 0.1, assumed: "x" }),
      entry(`${step}/conversion/value`, 0.5),
      entry("months", 3, "plan"),
      entry("months", 4, "plan"),
      entry("nowhere/else", 1, "plan"),
    );
    expect(lines).toMatchSnapshot();
  });
});

describe("for every plan", () => {
  const documents = Object.values(openPlan("plans/acme-2027").documents);

  /** The value that a path names, found without the code under test. */
  const valueAt = (value: unknown, steps: readonly string[]): unknown =>
    steps.reduce<unknown>(
      (at, each) =>
        Array.isArray(at)
          ? (at as { id: string }[]).find(({ id }) => id === each)
          : (at as Record<string, unknown>)[each],
      value,
    );

  test("every path of every value addresses that value again", () => {
    const all = documents.flatMap(({ kind, value }) =>
      pathsIn(value).map((path) => ({ kind, value, path })),
    );
    const lost = all.filter(({ kind, value, path }) => {
      const steps = readPath(path) ?? [];
      const there = valueAt(value, steps);
      const made = put(value, steps, there, kind);
      return (
        there === undefined || !made.ok || JSON.stringify(made.value) !== JSON.stringify(value)
      );
    });
    expect(lost).toEqual([]);
    expect(all.length).toBeGreaterThan(2000);
  });

  test("paths of any JSON are all different, and each changes its own value alone", () => {
    const key = fc.oneof(fc.constantFrom("id", "a", "a/b", "~", "~1", ""), fc.string());
    const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
      node: fc.oneof({ maxDepth: 3 }, fc.integer(), fc.string(), tie("tree")),
      tree: fc.oneof(
        fc.dictionary(key, tie("node"), { maxKeys: 4 }),
        fc
          .uniqueArray(fc.tuple(key, tie("node")), { selector: ([id]) => id, maxLength: 4 })
          .map((items) => items.map(([id, value]) => ({ id, value }))),
        fc.array(tie("node"), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const paths = pathsIn(value).filter((path) => !/(^|\/)id$/.test(path));
        expect(new Set(paths).size).toBe(paths.length);
        for (const path of paths) {
          const steps = readPath(path) ?? [];
          const there = valueAt(value, steps);
          expect(put(value, steps, there, "x")).toEqual({ ok: true, value });
        }
      }),
    );
  });

  test("the order of the entries means nothing", () => {
    const everywhere = documents.flatMap(({ kind, value }) =>
      pathsIn(value)
        .filter((path) => path !== "" && !/(^|\/)id$/.test(path))
        .map((path) => ({ document: kind, path })),
    );
    const entries = fc
      .uniqueArray(fc.constantFrom(...everywhere), { minLength: 1, maxLength: 12 })
      .chain((places) =>
        fc.tuple(
          fc.tuple(
            ...places.map((place) =>
              fc.constantFrom(1, null).map((value) => ({ ...place, value })),
            ),
          ),
          fc.shuffledSubarray(
            places.map((_, index) => index),
            { minLength: places.length },
          ),
        ),
      );
    const acme = loaded({
      folder: "plans/acme-2027",
      files: documents.map(({ kind, parsed }) => ({
        name: `${kind}.json`,
        bytes: new TextEncoder().encode(parsed.text),
      })),
    });
    let made = 0;
    fc.assert(
      fc.property(entries, ([overlay, order]) => {
        const shuffled = order.flatMap((index) => overlay[index] ?? []);
        const [one, other] = [applyOverlay(acme, overlay), applyOverlay(acme, shuffled)];
        const saidOf = (each: typeof one) => (each.ok ? textsOf(each.value) : each.error);
        expect(saidOf(other)).toEqual(saidOf(one));
        if (one.ok) made += 1;
      }),
    );
    // Guards against comparing refusals only.
    expect(made).toBeGreaterThan(5);
  });

  test("new items come in one order, whichever was named first", () => {
    const add = (id: string) => entry(`stopList/${id}`, { id }, "tactics");
    const [one, other] = [
      [add("b"), add("a")],
      [add("a"), add("b")],
    ].map(overlaid);
    expect(one).toEqual(other);
    expect(one?.get("tactics.json")).toMatch(/trade-fair-stand[^]*"id": "a"[^]*"id": "b"/);
  });

  test("what is printed is canonical: printing it again changes nothing", () => {
    const text = overlaid([entry(`${step}/note`, "x")]).get("journey.json") ?? "";
    expect(print(JSON.parse(text))).toBe(text);
  });
});
