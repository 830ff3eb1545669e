// A visitor without an account: what endorsement is, which categories there are, who is endorsed.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { look, open, read } from "../harness.mjs";

const house = await open();
after(() => house.close());

const PAGES = [
  { name: "front", path: "/" },
  { name: "categories", path: "/categories" },
  { name: "category", path: "/categories/imhm-c" },
  { name: "find", path: "/find-your-category" },
  { name: "registry", path: "/registry" },
];

for (const { name, path } of PAGES) {
  for (const [lang, prefix] of [
    ["en", ""],
    ["es", "/es"],
  ]) {
    const address = `${prefix}${path}`;

    test(`${address} answers in its language and keeps nobody out`, async (t) => {
      const page = await house.page(t);

      const answer = await page.goto(house.at(address));

      assert.equal(answer.status(), 200);
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      assert.equal(await page.locator("h1").count(), 1);
      assert.doesNotMatch(await read(page), /\[[a-z-]+\]/, "a text is missing");
      await look(page, `${name}-${lang}`);
    });
  }

  test(`${path} says the same without script`, async (t) => {
    const scripted = await house.page(t);
    const plain = await house.page(t, { script: false });

    await scripted.goto(house.at(path));
    await plain.goto(house.at(path));

    assert.equal(await read(plain), await read(scripted));
  });

  test(`${path} leads to the same page in Spanish and back`, async (t) => {
    const page = await house.page(t);
    await page.goto(house.at(path));

    await page.locator('a[hreflang="es"]').first().click();
    await page.waitForURL(house.at(`/es${path}`));
    await page.locator('a[hreflang="en"]').first().click();

    await page.waitForURL(house.at(path));
  });

  test(`${path} is readable in the dark`, async (t) => {
    const page = await house.page(t, { dark: true });
    await page.goto(house.at(path));

    await look(page, `${name}-dark`);
  });
}

test("what is not there is a page, and says so", async (t) => {
  const page = await house.page(t);

  const answer = await page.goto(house.at("/no-such-page"));

  assert.equal(answer.status(), 404);
  await look(page, "not-found");
});
