import { describe, expect, test } from "vitest";
import { sampleFiles } from "../app/plan-files.ts";
import { json, plan, post, servedPlan } from "../app/served.ts";

type Numbers = { base: number[]; head: number[]; difference: number[] };
type Difference = {
  segments: { segment: string; newProspects: Numbers; stages: { entries: Numbers }[] }[];
};
type Needs = { segments: { newProspects: number[] }[] };
type Checked = { ok: boolean; totals: { errors: number }; findings: { rule: string }[] };

const total = (series: readonly number[]): number => series.reduce((sum, each) => sum + each, 0);

/** The first step of the first segment of the sample plan. */
const { segments } = JSON.parse(new TextDecoder().decode(sampleFiles().get("journey.json"))) as {
  segments: { id: string; transitions: { id: string; conversion: { value: number } }[] }[];
};
const [segment] = segments;
const [first] = segment?.transitions ?? [];
const value = first?.conversion.value ?? 0;
const rate = {
  document: "journey",
  path: `segments/${segment?.id}/transitions/${first?.id}/conversion/value`,
};
const asked = (...overlay: readonly object[]) => post({ overlay });
const address = `/v1/plans/${plan}/what-if`;

describe("what if", () => {
  test("nothing were different: nothing is", async () => {
    const { ask } = await servedPlan();
    const body = await json(await ask(address, asked()));
    const { checked, changes, before, after, difference } = body as unknown as {
      checked: Checked;
      changes: unknown[];
      before: Needs;
      after: Needs;
      difference: Difference;
    };
    expect(checked.ok).toBe(true);
    expect(changes).toEqual([]);
    expect({ ...after, version: 2 }).toEqual(before);
    expect(
      difference.segments
        .flatMap((each) => each.newProspects.difference)
        .every((each) => each === 0),
    ).toBe(true);
  });

  test("half as many went on: twice as many must come in, and it says what changed", async () => {
    const { ask } = await servedPlan();
    const response = await ask(address, asked({ ...rate, value: value / 2 }));
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("Plan-Version")).toBe("2");
    const body = await json(response);
    expect(body["changes"]).toEqual([
      { ...rate, kind: "changed", before: value, after: value / 2 },
    ]);
    const { newProspects, stages } = (body["difference"] as Difference).segments[0] ?? {
      newProspects: { base: [], head: [] },
      stages: [],
    };
    expect(total(newProspects.head)).toBeGreaterThan(total(newProspects.base) * 1.5);
    expect(newProspects.base).toEqual((body["before"] as Needs).segments[0]?.newProspects);
    expect(newProspects.head).toEqual((body["after"] as Needs).segments[0]?.newProspects);
    expect(stages.length).toBeGreaterThan(1);
  });

  test("the plan no longer held together: it says so beside the numbers that there are", async () => {
    const { ask } = await servedPlan();
    const body = await json(await ask(address, asked({ ...rate, value: 1.5 })));
    expect((body["checked"] as Checked).ok).toBe(false);
    expect((body["checked"] as Checked).findings).toMatchObject([
      { severity: "error", file: `plans/${plan}/journey.json` },
    ]);
    expect(body).toHaveProperty("before");
    expect(body).not.toHaveProperty("after");
    expect(body).not.toHaveProperty("difference");
  });

  test("the path led nowhere: the problem names the place and what was meant", async () => {
    const { ask } = await servedPlan();
    const path = rate.path.replace("conversion", "convesion");
    const response = await ask(address, asked({ ...rate, path, value: 0.5 }));
    expect(response.status).toBe(422);
    expect(await json(response)).toMatchObject({
      type: "urn:jointplan:problem:bad-overlay",
      findings: [
        {
          rule: "overlay/unknown-place",
          file: `plans/${plan}/journey.json`,
          message: expect.stringContaining('Did you mean "conversion"?') as string,
        },
      ],
    });
  });

  test("leaves the live plan as it is", async () => {
    const { ask } = await servedPlan();
    const before = await (await ask(`/v1/plans/${plan}/live`)).text();
    await ask(address, asked({ ...rate, value: 0.9 }));
    expect(await (await ask(`/v1/plans/${plan}/live`)).text()).toBe(before);
  });

  test("refuses more work than a request may ask for", async () => {
    const { ask } = await servedPlan();
    const manyMore = (document: string): readonly unknown[] => {
      const text = new TextDecoder().decode(sampleFiles().get(`${document}.json`));
      const all = (JSON.parse(text) as { segments: { id: string; title?: string }[] }).segments;
      const copies = Array.from({ length: 200 }, (_, index) =>
        all.map((each) => ({
          ...each,
          id: `${each.id}-${index}`,
          ...(each.title === undefined ? {} : { title: `${each.title} ${index}` }),
        })),
      );
      return [...all, ...copies.flat()];
    };
    const overlay = ["plan", "journey", "targets"].map((document) => ({
      document,
      path: "segments",
      value: manyMore(document),
    }));
    const months = { document: "plan", path: "months", value: 60 };
    const response = await ask(address, asked(...overlay, months));
    expect(await json(response)).toMatchObject({
      status: 422,
      type: "urn:jointplan:problem:too-much-work",
      detail: expect.stringContaining("seconds to work out; a request may ask for 2") as string,
    });
  });
});

describe("compare", () => {
  const texts = (change: (text: string) => string = (text) => text) => ({
    files: Object.fromEntries(
      [...sampleFiles()].map(([name, bytes]) => {
        const text = new TextDecoder().decode(bytes);
        return [name, name === "journey.json" ? change(text) : text];
      }),
    ),
  });
  const slower = texts((text) => text.replace(`"value": ${value}`, `"value": ${value / 2}`));

  test("a version with files: what changed, and what that asks for", async () => {
    const { ask } = await servedPlan();
    const sent = { base: { plan, version: 1 }, head: slower };
    const body = await json(await ask("/v1/compare", post(sent)));
    expect(body).toMatchObject({
      base: { version: 1, checked: { ok: true, plan }, requirements: { version: 1 } },
      head: { version: 0, checked: { plan, folder: "head" }, requirements: { version: 0 } },
      changesTotal: 1,
      changes: [{ ...rate, before: value, after: value / 2 }],
    });
    const [numbers] = (body["difference"] as Difference).segments;
    expect(total(numbers?.newProspects.difference ?? [])).toBeGreaterThan(0);
  });

  test("two versions: the live one needs no number", async () => {
    const { ask } = await servedPlan();
    const sent = { base: { plan, version: 1 }, head: { plan } };
    expect(await json(await ask("/v1/compare", post(sent)))).toMatchObject({
      head: { version: 2 },
      changes: [{ document: "plan", path: "title", after: "The second version" }],
    });
  });

  test("the same answer as a what-if", async () => {
    const { ask } = await servedPlan();
    const compared = await json(
      await ask("/v1/compare", post({ base: { plan, version: 1 }, head: slower })),
    );
    const tried = await json(await ask(address, asked({ ...rate, value: value / 2 })));
    expect(compared["difference"]).toEqual(tried["difference"]);
  });

  test("with documents that cannot be read: says what is wrong, and compares nothing", async () => {
    const { ask } = await servedPlan();
    const sent = { base: texts(), head: texts(() => "{") };
    const body = await json(await ask("/v1/compare", post(sent)));
    expect(body).toMatchObject({
      base: { checked: { ok: true } },
      head: { checked: { ok: false } },
    });
    for (const absent of ["changes", "difference"]) expect(body).not.toHaveProperty(absent);
  });

  test("as an impact: one paragraph that names both teams, and the comment for a pull request", async () => {
    const { ask } = await servedPlan();
    const sent = { base: { plan, version: 1 }, head: slower };
    const body = await json(await ask("/v1/impact", post(sent)));
    expect(body).toMatchObject({
      base: { version: 1, checked: { ok: true, plan } },
      head: { version: 0, checked: { plan } },
      impact: {
        plan,
        class: "major",
        sameMeaning: false,
        verdict: expect.stringMatching(/Marketing owes no number .*Sales must bring [\d,]+ more/),
        changes: [{ ...rate, before: value, after: value / 2, class: "major" }],
      },
      markdown: expect.stringContaining("## Plan impact"),
    });
    const broken = { base: texts(), head: texts(() => "{") };
    const without = await json(await ask("/v1/impact", post(broken)));
    expect(without).toMatchObject({ head: { checked: { ok: false } } });
    for (const absent of ["impact", "markdown"]) expect(without).not.toHaveProperty(absent);
  });

  test.each([
    [{ base: { plan: "nope" }, head: { plan } }, "/base/plan"],
    [{ base: { plan }, head: { plan, version: 9 } }, "/head/version"],
    [{ base: { plan }, head: { plan, version: "1" } }, "/head/version"],
    [{ base: { plan }, head: { version: 1 } }, "/head/plan"],
    [{ base: { plan } }, "/head"],
    [{ base: { plan }, head: { files: { "plan.json": 1 } } }, "/head/files/plan.json"],
    [{ base: { plan }, head: { files: {}, plan } }, "/head"],
  ])("%j is refused at %s", async (sent, pointer) => {
    const { ask } = await servedPlan();
    const response = await ask("/v1/compare", post(sent));
    expect(response.status).toBe(422);
    expect((await json(response))["errors"]).toMatchObject([{ pointer }]);
  });
});
