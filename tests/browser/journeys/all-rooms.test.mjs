// Every room of the house, as each of its people finds it: all pages that lead on from where they come
// in, in both languages. On each: an answer, one heading, no text missing, nobody kept out, nothing
// to scroll sideways, a calm console.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { axe, look, open, signIn, wide } from "../harness.mjs";

const house = await open();
after(() => house.close());

const LANGUAGES = ["en", "es"];
const ROLES = [
  "coordinator",
  "reviewer",
  "second-reviewer",
  "administrator",
  "advisor",
  "treasurer",
  "auditor",
  "network",
  "applicant",
  "newcomer",
  "ready",
  "submitted",
  "in-review",
  "more-information",
  "exam",
  "endorsed",
  "renewing",
  "specialist",
  "spanish",
];

/** Pages that differ from person to person; of all others, one visit by anybody is enough. */
const PERSONAL = /^\/(home|applications\/one|desk|reviews|endorsements|renewals)|^\/(locker|documents|inbox)$/;

/** Kinds of pages that were looked at already, by language. */
const looked = new Set();

/** What kind of page an address is: the same page about another thing is of the same kind. */
function kindOf(address) {
  const url = new URL(address);
  const path = url.pathname
    .replace(/^\/es(?=\/|$)/, "")
    .replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/g, "/one")
    .replace(/^\/(categories|verify|ratings)\/[^/]+/, "/$1/one");
  const asked = [...url.searchParams.keys()].filter((it) => it !== "said").sort();
  return (path || "/") + (asked.length > 0 ? `?${asked.join("&")}` : "");
}

/** A kind of page as the name of a picture. */
function nameOf(kind) {
  return kind.replace(/^\//, "").replace(/\W+/g, "-") || "front";
}

/** The same page in another language. */
function inLanguage(address, lang) {
  const url = new URL(address);
  const path = url.pathname.replace(/^\/es(?=\/|$)/, "") || "/";
  url.pathname = lang === "es" ? `/es${path}`.replace(/\/$/, "") || "/es" : path;
  url.hash = "";
  return url.href;
}

/** Goes to a page; nothing if the address is that of a file, which must be there too. */
async function visit(page, address) {
  try {
    const answer = await page.goto(address);
    if (/html/.test(answer.headers()["content-type"])) return answer;
    assert.equal(answer.status(), 200, address);
    return null;
  } catch (problem) {
    if (!/Download is starting|ERR_ABORTED/.test(problem.message)) throw problem;
    const file = await page.request.get(address);
    assert.equal(file.status(), 200, address);
    return null;
  }
}

/** What is wrong with the page that is open, in a line each. */
async function faults(page, answer, lang) {
  const said = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    missing: document.body.innerText.match(/\[[a-z][a-z0-9]*(?:-[a-z0-9]+)+\]/g) ?? [],
    left: document.body.innerText.match(/\b(?:undefined|NaN|null)\b|\bSome\(/g) ?? [],
    twins: [...document.querySelectorAll("[id]")].map((it) => it.id).filter((id, at, all) => all.indexOf(id) !== at),
  }));
  const lines = [];
  if (answer.status() !== 200) lines.push(`answers ${answer.status()}`);
  if (said.lang !== lang) lines.push(`says lang="${said.lang}"`);
  if (said.headings !== 1) lines.push(`has ${said.headings} headings of the first level`);
  if (said.missing.length > 0) lines.push(`texts are missing: ${said.missing.join(" ")}`);
  if (said.left.length > 0) lines.push(`a value shows through: ${said.left.join(" ")}`);
  if (said.twins.length > 0) lines.push(`ids are there twice: ${said.twins.join(" ")}`);
  return lines;
}

/** Where the page leads, in this house; files are left to the tests of what makes them. */
async function links(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll(":is(main, nav) a[href]:not([hreflang], [download])")]
      .map((it) => it.href.split("#")[0])
      .filter((it) => it.startsWith(location.origin) && !it.endsWith(".pdf")),
  );
}

/**
 * Looks at the open page closely the first time that its kind is seen, and always at its width on a
 * phone. In Spanish the markup is the same, so only longer words can do harm.
 */
async function closely(page, kind, role, lang) {
  const key = `${lang} ${kind}`;
  const first = !looked.has(key);
  looked.add(key);
  if (first && lang === "en") return look(page, `room-${nameOf(kind)}-${role}`);
  await wide(page, [360]);
}

for (const role of ROLES) {
  test(`every page of the ${role} is in order, in both languages`, async (t) => {
    const page = await house.page(t);
    const person = await house.person(role);
    await signIn(page, house.at("/sign-in"), person.email, person.password);

    const waiting = [page.url(), house.at("/home"), ...(await links(page))].map((it) => inLanguage(it, "en"));
    const known = new Set();
    const problems = [];
    while (waiting.length > 0) {
      const address = waiting.shift();
      const kind = kindOf(address);
      if (known.has(kind) || (!PERSONAL.test(kind) && looked.has(`en ${kind}`))) continue;
      known.add(kind);
      for (const lang of LANGUAGES) {
        const here = inLanguage(address, lang);
        const answer = await visit(page, here);
        if (!answer) break;
        const seen = await faults(page, answer, lang);
        if (answer.status() === 200) {
          await closely(page, kind, role, lang).catch((problem) => seen.push(problem.message));
        }
        problems.push(...seen.map((it) => `${here} ${it}`));
        if (lang === "en") waiting.push(...(await links(page)));
      }
    }
    t.diagnostic(`${known.size} kinds of pages`);
    assert.ok(known.size > 3, `only ${[...known]} were found`);
    assert.equal(problems.length, 0, problems.join("\n"));
  });
}

for (const lang of LANGUAGES) {
  test(`a page that is not there and a form filled in wrong are in order in ${lang}`, async (t) => {
    const page = await house.page(t);
    const missing = await page.goto(inLanguage(house.at("/no-such-page"), lang));
    assert.equal(missing.status(), 404);
    assert.equal((await faults(page, missing, lang)).join(), "answers 404");
    await look(page, `room-404-${lang}`);

    const person = await house.person("newcomer");
    await signIn(page, house.at("/sign-in"), person.email, person.password);
    await page.goto(inLanguage(house.at("/locker/trainings/new"), lang));
    const [wrong] = await Promise.all([
      page.waitForResponse((it) => it.request().isNavigationRequest() && it.request().method() === "POST"),
      page.locator("main form.form button[type=submit]").first().click(),
    ]);
    await page.waitForLoadState();
    assert.equal(wrong.status(), 422);
    assert.equal((await faults(page, wrong, lang)).join(), "answers 422");
    assert.equal(await page.locator(".govuk-error-summary").count(), 1);
    await look(page, `room-422-${lang}`);
  });
}

test("a rater's form is in order in both languages, and a link that leads nowhere says so", async (t) => {
  const page = await house.page(t);
  const link = await house.people.link("rater");
  for (const lang of LANGUAGES) {
    const answer = await page.goto(inLanguage(link, lang));
    assert.equal((await faults(page, answer, lang)).join(), "");
    await look(page, `room-rating-${lang}`);
  }
  const nowhere = await page.goto(house.at("/ratings/not-a-link"));
  assert.equal(nowhere.status(), 404);
  await axe(page);
});
