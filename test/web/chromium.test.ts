import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderPage } from "../../web/page.ts";
import { stylesheetHash } from "../../web/stylesheet.ts";
import { samplePlan, sampleView } from "./sample.ts";

const executablePath = "/usr/bin/chromium";
const here = existsSync(executablePath);
const demanded = process.env["JOINTPLAN_CI"] === "1";

const policy = `default-src 'none'; style-src 'sha256-${stylesheetHash}'`;

/** The page under the policy that the server sends, so that the browser itself refuses whatever breaks it. */
const guarded = (markup: string): string =>
  markup.replace("<head>", `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`);

const long = "W".repeat(10_000);
const acme = sampleView(samplePlan("acme-2027"));
const pages = {
  acme: guarded(renderPage(acme)),
  hostile: guarded(
    renderPage({
      ...acme,
      plan: {
        ...acme.plan,
        title: `${long}<script>document.title="caught"</script>`,
        stages: acme.plan.stages.map((stage) => ({
          ...stage,
          document: { ...stage.document, title: long, exit: long },
        })),
      },
      funnel: {
        ...acme.funnel,
        segments: acme.funnel.segments.map((segment) => ({ ...segment, title: long })),
      },
    }),
  ),
};

describe.skipIf(!here && !demanded)(
  "the page in Chromium (skipped without /usr/bin/chromium, unless JOINTPLAN_CI=1)",
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    });
    afterAll(async () => {
      await browser?.close();
    });

    /** Shows a page, runs `look`, and returns what the browser complained of or asked for. */
    async function show(
      markup: string,
      width: number,
      look: (page: Page) => Promise<void>,
      colorScheme: "light" | "dark" = "light",
    ): Promise<readonly string[]> {
      const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => complaints.push(request.url()));
      await page.setContent(markup);
      await look(page);
      await context.close();
      return complaints;
    }

    const openAll = `for (const each of document.querySelectorAll("details")) each.open = true`;
    const overflow = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;

    test.each([
      ["acme", 390],
      ["acme", 1280],
      ["hostile", 390],
      ["hostile", 1280],
    ] as const)(
      "%s is laid out within %i pixels, without a complaint or a request",
      async (name, width) => {
        const complaints = await show(pages[name], width, async (page) => {
          await page.evaluate(openAll);
          expect(await page.evaluate(overflow)).toBe(0);
          expect(await page.title()).not.toBe("caught");
        });
        expect(complaints).toEqual([]);
      },
    );

    test("follows the reader's choice of light or dark", async () => {
      const ground = `getComputedStyle(document.body).backgroundColor`;
      const grounds: unknown[] = [];
      for (const scheme of ["light", "dark"] as const) {
        await show(
          pages.acme,
          1280,
          async (page) => void grounds.push(await page.evaluate(ground)),
          scheme,
        );
      }
      expect(grounds).toEqual(["rgb(251, 250, 246)", "rgb(19, 21, 25)"]);
    });

    test("keeps the text of drawings readable on a phone, a desk and a projector", async () => {
      const smallest = `Math.min(...[...document.querySelectorAll("svg text")].filter((each) => each.getClientRects().length > 0 && each.checkVisibility()).map((each) => parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a))`;
      for (const width of [390, 768, 1280, 1920]) {
        await show(pages.acme, width, async (page) => {
          expect(Number(await page.evaluate(smallest))).toBeGreaterThanOrEqual(11);
        });
      }
    });

    test("opens a folded segment by keyboard alone", async () => {
      await show(pages.acme, 1280, async (page) => {
        await page.locator("#segment-key-accounts summary").focus();
        await page.keyboard.press("Enter");
        expect(await page.evaluate(`document.querySelector("#segment-key-accounts").open`)).toBe(
          true,
        );
      });
    });

    test("prints every segment, folded or not", async () => {
      await show(pages.acme, 1280, async (page) => {
        await page.emulateMedia({ media: "print" });
        const shown = `getComputedStyle(document.querySelector("#segment-key-accounts"), "::details-content").contentVisibility`;
        expect(await page.evaluate(shown)).toBe("visible");
      });
    });
  },
);
