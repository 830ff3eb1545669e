// From a few questions without an account to the start of a locker, and how that locker would stand.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fill, look, open, read } from "../harness.mjs";

const house = await open();
after(() => house.close());

/** What somebody answers who visits families at home. */
const HOME_VISITOR = {
  ages: ["babies"],
  work: ["prevention"],
  years: "2",
  education: "bachelor",
  training: "10",
  supervision: "24",
  gives: "no",
};

const LANGUAGES = [
  { lang: "en", prefix: "", first: /Start with this one: Infant Family Specialist/, missing: /20 more hours of training/ },
  { lang: "es", prefix: "/es", first: /Empiece por esta: Especialista Familiar Infantil/, missing: /20 horas más/ },
];

for (const { lang, prefix, first, missing } of LANGUAGES) {
  test(`questions on a phone without script lead to a category in ${lang}`, async (t) => {
    const page = await house.page(t, { script: false, width: 360 });
    await page.goto(house.at(`${prefix}/`));
    await page.locator("a.door--first").click();

    await fill(page, HOME_VISITOR);
    await page.locator("main form button[type=submit]").click();

    const text = await read(page);
    assert.match(text, first);
    assert.match(text, missing);
    assert.equal(await page.locator("h1").count(), 1);
    assert.equal(await page.locator(".govuk-button").count(), 1, "one next step");
    await look(page, `find-answer-plain-${lang}`);
  });

  test(`an answer keeps nobody out in ${lang}, in the light and in the dark`, async (t) => {
    for (const dark of [false, true]) {
      const page = await house.page(t, { dark });
      await page.goto(house.at(`${prefix}/find-your-category?ages=babies&work=prevention&years=2&training=10`));
      await look(page, `find-answer-${lang}${dark ? "-dark" : ""}`);
    }
  });

  test(`nothing answered is asked for, field by field, in ${lang}`, async (t) => {
    const page = await house.page(t);
    await page.goto(house.at(`${prefix}/find-your-category`));
    const [answer] = await Promise.all([
      page.waitForResponse((it) => /asked=yes/.test(it.url())),
      page.locator("main form button[type=submit]").click(),
    ]);
    await page.waitForLoadState();

    assert.equal(answer.status(), 422);
    await page.locator(".govuk-error-summary a").click();
    assert.ok(await page.evaluate(() => document.activeElement.closest("#work")), "the way to the field is lost");
    await look(page, `find-wrong-${lang}`);
  });
}

test("answers become an account and the start of a locker", async (t) => {
  const page = await house.page(t);
  await page.goto(house.at("/find-your-category"));
  await fill(page, HOME_VISITOR);
  await page.locator("main form button[type=submit]").click();
  await page.locator("main .govuk-button").click();

  await fill(page, { name: "Robin Visitor", email: "robin.visitor@example.org", password: "four words of my own" });
  await page.locator("main form button[type=submit]").click();
  await look(page, "find-start-asked");
  await page.locator("main form button[type=submit]").first().click();
  await look(page, "find-start-kept");

  await page.getByRole("link", { name: "Add education" }).click();
  assert.equal(await page.locator("select[name=degree]").inputValue(), "bachelor");
  await fill(page, { institution: "A college", conferred: "2015-05-20" });
  await page.locator("main form button.govuk-button").click();

  await page.goto(house.at("/comparison"));
  assert.match(await read(page), /You kept answers/);
  await look(page, "comparison-begun");
});

for (const [lang, prefix] of [
  ["en", ""],
  ["es", "/es"],
]) {
  test(`a locker is compared with every category in ${lang}`, async (t) => {
    const page = await house.as(t, "applicant");
    await page.goto(house.at(`${prefix}/comparison`));
    assert.equal(await page.locator(".govuk-button").count(), 1, "one next step");
    await look(page, `comparison-${lang}`);

    await page.locator('main section a[href*="/comparison?category="]').first().click();
    assert.ok((await page.locator("details.req").count()) > 3, "no requirements to open");
    await page.locator("details.req summary").first().click();
    await look(page, `comparison-one-${lang}`);
  });
}

test("a day that does not exist is told, and the rest is kept", async (t) => {
  const page = await house.as(t, "newcomer");
  const answer = await page.goto(house.at("/comparison?category=ifs&on=2026-02-30"));

  assert.equal(answer.status(), 422);
  assert.equal(await page.locator("select[name=category]").inputValue(), "ifs");
  await look(page, "comparison-wrong");
});

test("an empty locker teaches", async (t) => {
  const page = await house.page(t, { dark: true });
  await page.goto(house.at("/register"));
  await fill(page, { name: "Lee New", email: "lee.new@example.org", password: "four words of my own" });
  await page.locator("main form button[type=submit]").click();

  await page.goto(house.at("/comparison"));
  await look(page, "comparison-empty-dark");
});
