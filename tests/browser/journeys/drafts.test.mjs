// What only a browser shows of drafts: forms that keep themselves, counts that go on, a removal undone.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { look, open, read, signIn } from "../harness.mjs";

const house = await open();
after(() => house.close());

const LANGUAGES = [
  { lang: "en", under: "", kept: /Draft kept \d+:\d\d [AP]M/, here: /was kept as a draft/, undo: "Undo", begun: /begun, kept as a draft/ },
  {
    lang: "es",
    under: "/es",
    kept: /Borrador guardado a las \d+:\d\d [ap]\.m\./,
    here: /quedó guardado como borrador/,
    undo: "Deshacer",
    begun: /guardado como borrador/,
  },
];

for (const { lang, under, kept, here, undo, begun } of LANGUAGES) {
  test(`what is typed into the locker is there again, and a removal is undone, in ${lang}`, async (t) => {
    const page = await house.page(t);
    const person = await house.person("newcomer");
    await signIn(page, house.at("/sign-in"), person.email, person.password);

    await page.goto(house.at(`${under}/locker/trainings/new`));
    await page.locator("#title").fill(`Watching infants ${lang}`);
    await page.locator("#imh").fill("7.5");
    const said = page.locator("[data-saved]");
    await said.filter({ hasText: kept }).waitFor();
    await page.goto(house.at(`${under}/locker`));
    assert.match(await read(page), begun);
    await look(page, `draft-list-${lang}`);
    await page.goto(house.at(`${under}/locker/trainings/new`));
    assert.match(await read(page), here);
    assert.equal(await page.locator("#title").inputValue(), `Watching infants ${lang}`);
    await look(page, `draft-form-${lang}`);

    await page.locator("#from").fill("2025-10-03");
    await page.locator("form.form .govuk-button").click();
    await page.waitForURL(/said=said-entry-added/);
    assert.doesNotMatch(await read(page), begun, "a draft came after the entry");

    await page.locator(".acts a").last().click();
    await page.locator(".govuk-button--danger").click();
    await page.waitForURL(/said=said-entry-removed/);
    await look(page, `undo-${lang}`);
    await page.getByRole("button", { name: undo }).click();
    await page.waitForURL(/said=said-entry-restored/);
    assert.match(await read(page), new RegExp(`Watching infants ${lang}`));
    // As it was before.
    await page.locator(".acts a").last().click();
    await page.locator(".govuk-button--danger").click();
  });
}

test("a rater's parts are folded but for the one in hand, and the counts go on", async (t) => {
  const page = await house.page(t, { width: 360, dark: true });
  await page.goto(await house.people.link("rater"));
  const parts = page.locator("details.part");
  const open = await parts.evaluateAll((all) => all.map((it) => it.open));
  assert.equal(open.filter(Boolean).length, 1, "one part is in hand");

  const count = page.locator("details.part[open] [data-count]");
  const before = Number.parseInt(await count.innerText(), 10);
  const unanswered = page.locator("details.part[open] fieldset.q:not(:has(:checked)) input").first();
  await unanswered.check();
  assert.equal(Number.parseInt(await count.innerText(), 10), before + 1);
  assert.match(await page.locator("[data-count-all]").innerText(), /^\d+ of \d+ answers$/);
  await look(page, "rating-folded-dark");
});

for (const path of ["/home", "/locker", "/locker/trainings/new", "/inbox"]) {
  test(`${path} is readable in the dark`, async (t) => {
    const page = await house.page(t, { dark: true });
    const person = await house.person("applicant");
    await signIn(page, house.at("/sign-in"), person.email, person.password);
    await page.goto(house.at(path));
    await look(page, `dark${path.replaceAll("/", "-")}`);
  });
}
