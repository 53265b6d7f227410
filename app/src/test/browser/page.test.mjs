// Opens the page of a report in a real browser, clicks through it and takes its picture.
//
//   CHROMIUM=PATH node --test page.test.mjs     (PARITAS_PAGE names the page, PARITAS_PICTURES the folder of the pictures)
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const url = pathToFileURL(process.env.PARITAS_PAGE).href;
const pictures = process.env.PARITAS_PICTURES;

let browser;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-device-scale-factor=1"],
  });
});

after(async () => {
  await browser?.close();
});

/** Opens the page; whatever it says, asks for or shows by itself is kept. */
async function open({ width = 1280, dark = false, script = true } = {}) {
  const page = await browser.newPage();
  const heard = { complaints: [], requests: [], dialogs: 0 };
  page.on("console", (message) => heard.complaints.push(message.text()));
  page.on("pageerror", (error) => heard.complaints.push(String(error)));
  page.on("request", (request) => heard.requests.push(request.url()));
  page.on("dialog", async (dialog) => {
    heard.dialogs++;
    await dialog.dismiss();
  });
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(url);
  return { page, heard };
}

const shown = (page, selector) =>
  page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.kind));

/** Foreign texts did nothing, and nothing was fetched. */
function quiet(heard) {
  assert.deepEqual(heard.complaints, []);
  assert.equal(heard.dialogs, 0);
  assert.deepEqual(
    heard.requests.filter((one) => !one.startsWith("data:")),
    [url],
  );
}

test("the verdict stands at the top, and foreign texts are texts", async () => {
  const { page, heard } = await open();
  assert.equal(await page.$eval("h1", (one) => one.textContent), "Parity fails");
  assert.equal((await page.$$("script")).length, 1);
  assert.equal((await page.$$("iframe, object, [onfocus], [onerror]")).length, 0);
  const text = await page.$eval("body", (one) => one.textContent);
  assert.ok(text.includes("<script>alert('x')</script>"));
  assert.ok(text.includes("\\u202e"), "what turns the order of letters is spelled out");
  quiet(heard);
  await page.screenshot({ path: `${pictures}/wide-light.png`, fullPage: true });
});

test("each button shows its group", async () => {
  const { page, heard } = await open();
  const rows = (await shown(page, "#matrix tr[data-kind]")).length;
  for (const kind of ["failed", "known", "skipped"]) {
    await page.click(`button[data-filter=${kind}]`);
    const kinds = await shown(page, "[data-kind]");
    assert.ok(kinds.length > 0);
    assert.deepEqual([...new Set(kinds)], [kind]);
    assert.equal(await page.$eval(`button[data-filter=${kind}]`, (one) => one.ariaPressed), "true");
  }
  await page.click("button[data-filter=all]");
  assert.equal((await shown(page, "#matrix tr[data-kind]")).length, rows);
  quiet(heard);
});

test("the search finds a difference and counts the checks that are left", async () => {
  const { page, heard } = await open();
  await page.type("#search", "FIXTURES conformance/");
  const rows = await page.$$eval("#matrix tr[data-kind]", (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.querySelector("code").textContent),
  );
  assert.deepEqual(rows, ["conformance/fixtures"]);
  assert.match(await page.$eval("#shown", (one) => one.textContent), /^1 of \d+ checks$/);
  await page.$eval("#search", (one) => (one.value = ""));
  await page.type("#search", "nothing is called so");
  assert.equal((await shown(page, "[data-kind]")).length, 0);
  quiet(heard);
});

test("a finding opens with both texts, and so does the one that a check leads to", async () => {
  const { page, heard } = await open();
  const finding = await page.$("#findings details");
  assert.equal(await finding.$eval("pre", (one) => one.checkVisibility()), false);
  await (await finding.$("summary")).click();
  assert.equal(await finding.$eval("pre", (one) => one.checkVisibility()), true);
  const sides = await finding.$$eval(".sides > div", (all) => all.map((one) => one.querySelector("h4").textContent));
  assert.deepEqual(sides.slice(0, 2), ["expected", "actual"]);
  assert.match(await finding.$eval(".replay code", (one) => one.textContent), /^paritas compare --reproduce /);
  const link = await page.$("#matrix tr.known a");
  const target = await link.evaluate((one) => one.getAttribute("href"));
  await link.click();
  assert.equal(await page.$eval(target, (one) => one.open), true);
  quiet(heard);
});

test("two traces stand side by side, and a diagram shows them", async () => {
  const { page, heard } = await open();
  await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
  const rows = await page.$$eval(".trace [role=row]", (all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())),
  );
  assert.deepEqual(rows[0], ["", "left: java-machine", "right: java-model"]);
  assert.deepEqual(rows[1], ["=", "1 equal events before"]);
  assert.match(rows[4][1], /<script>alert\('label'\)/);
  assert.deepEqual(rows[5], ["|", "10 #0 sent Client -> Server msg", "11 #0 sent Client -> Server msg"]);
  assert.deepEqual(rows[6], [">", "", "12 #0 received Client -> Server msg"]);
  const drawn = await page.$("img");
  await drawn.scrollIntoView();
  await page.waitForFunction((one) => one.complete && one.naturalWidth > 0, {}, drawn);
  const [address, width] = await drawn.evaluate((one) => [one.src, one.naturalWidth]);
  assert.ok(address.startsWith("data:image/svg+xml;base64,"));
  const svg = Buffer.from(address.split(",")[1], "base64").toString();
  assert.ok(svg.includes("Server") && !svg.includes("<script"));
  assert.ok(width > 100);
  assert.match(await page.$eval("#normalised", (one) => one.textContent), /Normalize only `tick`.*42 times/);
  quiet(heard);
  await drawn.screenshot({ path: `${pictures}/diagram.png` });
});

test("400 pixels are wide enough, with everything open", async () => {
  for (const width of [400, 1280]) {
    const { page, heard } = await open({ width, dark: width === 400 });
    await page.screenshot({ path: `${pictures}/top-${width}.png` });
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `${content} pixels of content in ${window}`);
    quiet(heard);
    await page.screenshot({ path: `${pictures}/open-${width}.png`, fullPage: true });
  }
});

test("the dark has colours of its own", async () => {
  const colours = async (dark) => {
    const { page, heard } = await open({ dark });
    quiet(heard);
    return page.evaluate(() => {
      const of = (selector) => getComputedStyle(document.querySelector(selector));
      return [of("body").backgroundColor, of("body").color, of("h1").color];
    });
  };
  const light = await colours(false);
  const dark = await colours(true);
  light.forEach((colour, i) => assert.notEqual(colour, dark[i]));
});

test("without scripts everything is there but the filters", async () => {
  const { page, heard } = await open({ script: false });
  assert.equal(await page.$eval("#filters", (one) => one.checkVisibility()), false);
  await page.click("#findings details summary");
  assert.equal(await page.$eval("#findings details", (one) => one.open), true);
  assert.ok((await shown(page, "#matrix tr[data-kind]")).length > 10);
  quiet(heard);
});
