// The main job from end to end: from a first visit to a credential that anybody can check, and on to
// its first renewal. One story, told in one browser by everybody who takes part in it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { fill, look, mailIn, open, program, read, signIn } from "../harness.mjs";
import { pdf, today, year } from "../papers.mjs";

const run = promisify(execFile);
const house = await open();
const folder = await mkdtemp(path.join(tmpdir(), "endorse-story-"));
after(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const MAYA = { name: "Maya Newcomer", email: "maya.newcomer@example.org", password: "seven quiet herons wading" };

test("from a first visit to a credential that anybody can check, and its renewal", async (t) => {
  const step = house.story(t);
  const page = await house.page(t);
  let coordinator;
  let reviewer;
  let application;
  let verify;

  const button = (name) => page.getByRole("main").getByRole("button", { name, exact: true });
  const link = (name) => page.getByRole("main").getByRole("link", { name, exact: true });

  await step("a visitor reads what each category asks, with its sources", async () => {
    await page.goto(house.at("/"));
    await page.getByRole("main").getByRole("link", { name: /categories/i }).first().click();
    await page.getByRole("main").getByRole("link", { name: "Infant Family Associate" }).first().click();
    const said = await read(page);
    assert.match(said, /30 clock hours/);
    assert.match(said, /Sources/);
    await link("Start with this category").click();
  });

  await step("registers, and works at once", async () => {
    assert.equal(new URL(page.url()).pathname, "/sign-in", "whoever is not signed in is asked to");
    await page.getByRole("link", { name: "Create an account" }).first().click();
    await fill(page, MAYA);
    await button("Create account").click();
    await page.waitForURL(/said=said-registered/);
    await page.goto(house.at("/categories/ifa"));
    await link("Start with this category").click();
    assert.ok(await page.locator('[name=category][value="ifa"]').isChecked(), "the choice is not remembered");
    await button("Start").click();
    await page.waitForURL(/applications\/[0-9a-f-]{36}/);
    application = new URL(page.url()).pathname;
    assert.match(await read(page), /Not there yet/);
  });

  await step("confirms the address; opening the link uses nothing up", async () => {
    const letter = await mailIn(house.outbox, MAYA.email, /confirm/i);
    await page.goto(letter.links[0]);
    await page.goto(letter.links[0]);
    await button("Yes, this is my address").click();
    assert.match(await read(page), /your address is confirmed/);
  });

  await step("adds a degree, a course, work, supervision and leadership", async () => {
    await adds(page, "education", {
      degree: "associate",
      title: "Associate in Early Childhood",
      institution: "Sample College",
      conferred: "2019-05-20",
      transcript: "unofficial",
    });
    await adds(page, "courses", {
      title: "Child development",
      institution: "Sample College",
      completed: "2018-12-15",
      credits: "3",
    });
    await adds(page, "work", {
      role: "Toddler teacher",
      employer: "Sample Child Center",
      from: "2020-09-01",
      kinds: ["promotion"],
      paid: "yes",
      families: "24",
      ages_from: "6",
      ages_to: "36",
      focus: ["relationships"],
    });
    await adds(page, "rsc", {
      setting: "group",
      from: "2024-01-10",
      to: "2024-11-20",
      hours: "12",
      provider: "Pia Example",
      provider_category: "imhm-c",
      provider_since: "2015-01-01",
      about: "own-practice",
      during: "promotion",
    });
    await adds(page, "leadership", { activity: "Runs a parents' evening", track: "clinical", from: "2023-01-01" });
  });

  await step("a training filled in wrong comes back with everything typed", async () => {
    await page.goto(house.at("/locker/trainings/new"));
    await fill(page, { title: "Infant observation", trainer: "Sample Institute", imh: "a day or so" });
    const answered = page.waitForResponse((it) => it.request().isNavigationRequest() && it.request().method() === "POST");
    await button("Keep in my locker").click();
    assert.equal((await answered).status(), 422);
    await page.locator(".govuk-error-summary").waitFor();
    assert.match(await read(page), /Please write hours, like 7\.5 or 7:30\./);
    assert.equal(await page.locator("[name=title]").inputValue(), "Infant observation");
    assert.equal(await page.locator("[name=imh]").inputValue(), "a day or so");
    await look(page, "job-training-wrong");

    await fill(page, { from: "2025-02-03", to: "2025-02-06", imh: "16" });
    for (const domain of await page.locator(".boxes summary").all()) await domain.click();
    for (const area of await page.locator(".boxes input").all()) await area.check();
    await button("Keep in my locker").click();
    await page.waitForURL(/said=said-entry-added/);
    await adds(page, "trainings", { title: "Attachment", from: "2025-03-03", to: "2025-03-05", imh: "15:30" }, 1);
  });

  await step("corrects an entry, removes one and puts it back", async () => {
    await page.goto(house.at("/locker"));
    await link("Attachment").click();
    await fill(page, { title: "Attachment in the first year" });
    await button("Keep my changes").click();
    await page.waitForURL(/said=said-entry-corrected/);
    await link("Attachment in the first year").click();
    await link("Remove").click();
    await button("Yes, remove it").click();
    assert.match(await read(page), /Removed things/);
    await page.getByRole("button", { name: /Put back/ }).click();
    await page.waitForURL(/said=said-entry-restored/);
    assert.match(await read(page), /Attachment in the first year/);
    await page.goto(house.at("/locker"));
  });

  await step("a transcript of a wrong type is refused in a sentence, a right one is kept", async () => {
    await page.goto(house.at("/documents"));
    const wrong = { name: "transcript.pdf", mimeType: "application/pdf", buffer: Buffer.from("<h1>Not a PDF</h1>") };
    await page.locator("[name=file]").setInputFiles(wrong);
    await fill(page, { name: "My transcript" });
    await button("Add this document").click();
    await page.locator(".govuk-error-summary").waitFor();
    assert.match(await read(page), /This is not a PDF, JPEG or PNG/);
    assert.equal(await page.locator("[name=name]").inputValue(), "My transcript");
    await look(page, "job-wrong-type");

    const degree = await page.locator("[name=entry] option", { hasText: "Associate in Early Childhood" });
    await fill(page, { entry: await degree.getAttribute("value") });
    await page.locator("[name=file]").setInputFiles({ ...wrong, buffer: pdf("Transcript of a fictional person") });
    await button("Add this document").click();
    const kept = link("My transcript.pdf");
    const address = await kept.getAttribute("href");
    const file = await page.request.get(house.at(address));
    assert.equal(file.status(), 200);
    assert.match(file.headers()["content-disposition"], /^attachment/);
    const stranger = await house.page(t);
    const refused = await stranger.request.get(house.at(address), { maxRedirects: 0 });
    assert.notEqual(refused.status(), 200, "a stranger reads it");
  });

  await step("home shows what counts", async () => {
    await page.goto(house.at("/home"));
    const said = await read(page);
    assert.match(said, /31\.5|31:30/, "the hours of both trainings");
    assert.match(said, /met/);
    await look(page, "job-home");
  });

  const raters = ["Rhea One", "Ruth Two", "Rolf Three", "Ravi Four"].map((name) => ({
    name,
    email: `${name.toLowerCase().replace(" ", ".")}@example.org`,
  }));
  const ask = async ({ name, email }, waiver) => {
    await page.goto(house.at(`${application}/references`));
    await fill(page, { relation: "colleague", name, email, language: "en", waiver, waiver_name: MAYA.name });
    await button("Send the letter").click();
    await page.getByRole("main").getByRole("link", { name }).waitFor();
  };
  const letterOf = async ({ email }) =>
    (await mailIn(house.outbox, email)).links.find((it) => it.includes("/ratings/"));

  await step("names three raters; one declines and is replaced", async () => {
    await ask(raters[0], "waive");
    await ask(raters[1], "keep");
    await ask(raters[2], "waive");

    const rater = await house.page(t);
    await rater.goto(await letterOf(raters[2]));
    await fill(rater, {
      refusal_reason: "I have been away for two years.",
      refusal_suggestion: raters[3].name,
      refusal_name: raters[2].name,
    });
    await rater.getByRole("button", { name: "Tell them that I cannot answer" }).click();
    assert.match(await read(rater), /Thank you for telling us/);
    await look(rater, "job-declined");

    await page.goto(house.at(`${application}/references`));
    const said = await read(page);
    assert.match(said, /Said no/);
    assert.match(said, /They suggest to ask: Ravi Four/);
    assert.doesNotMatch(said, /away for two years/, "why is for the coordinator only");
    await ask(raters[3], "waive");
  });

  await step("the raters answer without an account; one saves and returns", async () => {
    for (const it of [raters[0], raters[1], raters[3]]) {
      const rater = await house.page(t);
      const address = await letterOf(it);
      await rater.goto(address);
      if (it === raters[0]) {
        await warned(rater);
        await rater.getByRole("button", { name: "Save and come back later" }).click();
        await rater.waitForURL(/said=said-rating-kept/);
        await rater.goto(address);
        assert.match(await read(rater), /\b4 of \d+ answers/);
        await look(rater, "job-rating");
      }
      await rates(rater);
      await fill(rater, {
        known_months: "30",
        known_as: "We work on the same team.",
        overall_recommendation: "recommend",
        overall_comment: "Steady and kind. Families come back to her.",
        typed_name: it.name,
        i_attest: true,
      });
      await rater.getByRole("button", { name: "Send my reference" }).click();
      await rater.getByRole("heading", { name: "Thank you" }).waitFor();
    }
    await page.goto(house.at(`${application}/references`));
    const progress = await read(page);
    assert.doesNotMatch(progress, /Steady and kind/, "the applicant reads what was waived");
    await link(raters[0].name).click();
    assert.doesNotMatch(await read(page), /Steady and kind/, "the applicant reads what was waived");
  });

  await step("signs both agreements, by name", async () => {
    for (const agreement of ["code-of-ethics", "endorsement-agreement"]) {
      await page.goto(house.at(`/agreements/${agreement}`));
      await fill(page, { name: agreement === "code-of-ethics" ? "Somebody Else" : MAYA.name, accepted: true });
      await button("Sign").click();
      if (agreement === "code-of-ethics") {
        await page.locator(".govuk-error-summary").waitFor();
        await look(page, "job-agreement-wrong");
        await fill(page, { name: "maya newcomer", accepted: true });
        await button("Sign").click();
      }
      await page.waitForURL(/said=said-agreement-signed/);
    }
  });

  await step("sees what is in the way, and says how the fees are paid", async () => {
    await page.goto(house.at(`${application}/submission`));
    assert.match(await read(page), /in the way/);
    assert.equal(await button("Submit my application").count(), 0);
    await look(page, "job-blocked");

    await page.goto(house.at(`${application}/payments`));
    const open = link("Say how you will pay");
    const charges = await open.count();
    assert.ok(charges > 0, "nothing is to be paid");
    for (let left = charges; left > 0; left -= 1) {
      await open.first().click();
      await fill(page, { way: "check", note: `No. ${left}` });
      await button("Keep this").click();
      await page.waitForURL(/said=said-payment-promised/);
    }
  });

  await step("the coordinator confirms what has come and waives one fee", async () => {
    coordinator = await house.as(t, "coordinator");
    await coordinator.goto(house.at("/desk"));
    await coordinator.getByRole("main").getByRole("link", { name: MAYA.name }).first().click();
    const file = coordinator.url();
    const charge = (kind) => coordinator.locator("#money ~ ul > li, section:has(> #money) li").filter({ hasText: kind });
    for (const kind of ["Registration", "Membership"]) {
      if ((await charge(kind).count()) === 0) continue;
      await charge(kind).first().getByRole("link", { name: "Confirm payment" }).click();
      await fill(coordinator, { amount: "25", note: "Check arrived" });
      await coordinator.getByRole("button", { name: "The money is here" }).click();
      await coordinator.waitForURL(/said=said-desk-confirmed/);
      await coordinator.goto(file);
    }
    const waive = coordinator.getByRole("link", { name: "Waive" });
    if ((await waive.count()) > 0) {
      await waive.first().click();
        await fill(coordinator, { reason: "Hardship" });
      await coordinator.getByRole("button", { name: "Waive it" }).click();
      await coordinator.waitForURL(/said=said-desk-waived/);
    }
  });

  await step("submits, and what was submitted is frozen", async () => {
    await page.goto(house.at(`${application}/submission`));
    await look(page, "job-check");
    await button("Submit my application").click();
    await page.getByRole("heading", { name: "Submitted", level: 1 }).waitFor();
    assert.match(await read(page), /[0-9a-f]{64}|fingerprint|How do I know/);
    await look(page, "job-submitted");
  });

  let number;
  await step("the coordinator gives the file to a reviewer", async () => {
    await coordinator.goto(house.at("/desk"));
    await coordinator.getByRole("main").getByRole("link", { name: MAYA.name }).first().click();
    await look(coordinator, "job-desk-file");
    number = (await coordinator.locator("main header .id").first().innerText()).trim();
    const rosa = await coordinator.locator("[name=reviewer] option", { hasText: "Rosa" }).getAttribute("value");
    await fill(coordinator, { reviewer: rosa });
    await coordinator.getByRole("button", { name: "Give the file to them" }).click();
    await coordinator.waitForURL(/said=said-desk-assigned/);
  });

  await step("the reviewer declares, judges every requirement and recommends", async () => {
    reviewer = await house.as(t, "reviewer");
    await reviewer.goto(house.at("/reviews"));
    await reviewer.getByRole("link", { name: number }).first().click();
    assert.match(await read(reviewer), /Maya/, "nobody can tell a conflict with a number");
    assert.equal(await reviewer.locator("form [name=verdict]").count(), 0, "the file is open before the declaration");
    await look(reviewer, "job-declaration");
    await fill(reviewer, { conflict: "no", typed_name: "Rosa Fable" });
    await reviewer.getByRole("button", { name: "Go on" }).click();
    await reviewer.locator("form [name=verdict]").first().waitFor();
    await look(reviewer, "job-judging");
    let judged = 0;
    while ((await reviewer.locator("form [name=verdict]").count()) > 0) {
      assert.ok((judged += 1) < 40, "judging does not end");
      const here = reviewer.url();
      await fill(reviewer, { verdict: "agree" });
      if (judged === 1) await fill(reviewer, { comment: "Seen the transcript." });
      await reviewer.locator("form:has([name=verdict]) button[type=submit]").click();
      await reviewer.waitForURL((url) => url.href !== here);
    }
    assert.ok(judged >= 6, `only ${judged} requirements were there to judge`);
    await fill(reviewer, { recommendation: "endorse", summary: "A clear file." });
    await reviewer.getByRole("button", { name: "Finish the review" }).click();
    await reviewer.waitForURL(/said=said-reviews-finished/);
  });

  await step("the coordinator endorses", async () => {
    await coordinator.goto(house.at("/desk"));
    await coordinator.getByRole("main").getByRole("link", { name: MAYA.name }).first().click();
    assert.match(await read(coordinator), /A clear file\./);
    await coordinator.getByRole("link", { name: "Endorse", exact: true }).first().click();
    await look(coordinator, "job-decision");
    await coordinator.getByRole("button", { name: "Decide and send the letter" }).click();
    await coordinator.waitForURL(/said=said-desk-decided/);
    const letter = await mailIn(house.outbox, MAYA.email, /you are endorsed|congratulations/i);
    assert.match(letter.text, /Infant Family Associate/);
  });

  let until;
  await step("anybody finds her in the registry and reads yes", async () => {
    const visitor = await house.page(t);
    await visitor.goto(house.at("/registry"));
    await fill(visitor, { q: "newcomer" });
    await visitor.getByRole("button", { name: "Look up" }).click();
    await visitor.getByRole("link", { name: MAYA.name }).click();
    verify = visitor.url();
    until = validUntil(await read(visitor));
    assert.match(await read(visitor), /Yes\. Maya Newcomer is endorsed/);
    await look(visitor, "job-verify");
  });

  await step("downloads certificate and badge, and the badge is valid offline", async () => {
    await page.goto(house.at("/endorsements"));
    await page.getByRole("main").getByRole("link", { name: /Infant Family Associate/ }).click();
    const address = await link("Certificate (PDF)").getAttribute("href");
    const certificate = await (await page.request.get(house.at(address))).body();
    assert.equal(certificate.subarray(0, 5).toString(), "%PDF-");
    const badge = await downloads(page, link("Badge file (JSON)"));
    await writeFile(path.join(folder, "badge.json"), badge);
    for (const [name, where] of [
      ["did.json", "/.well-known/did.json"],
      ["status.json", "/status/revocation-1"],
    ]) {
      const answer = await page.request.get(house.at(where));
      await writeFile(path.join(folder, name), await answer.body());
    }
    const check = (file) => run(program(), ["verify-credential", file, "--issuers", folder]);
    const { stdout } = await check(path.join(folder, "badge.json"));
    assert.match(stdout, /^VALID/);
    const forged = (await readFile(path.join(folder, "badge.json"), "utf8")).replaceAll("Maya", "Mary");
    const other = await mkdtemp(path.join(folder, "forged-"));
    await writeFile(path.join(other, "badge.json"), forged);
    await assert.rejects(check(path.join(other, "badge.json")), (problem) => {
      assert.equal(problem.code, 1);
      assert.match(problem.stdout, /^NOT VALID/);
      return true;
    });
  });

  let renewal;
  await step("opens the renewal, completes it and hands it in", async () => {
    await adds(page, "trainings", { title: "A day on regulation", from: today(), imh: "14", dei: "1" }, 1);
    await page.goto(house.at("/endorsements"));
    await page.getByRole("main").getByRole("link", { name: /Infant Family Associate/ }).click();
    await button(`Go to the renewal ${year()}`).click();
    await page.waitForURL(/renewals\//);
    renewal = new URL(page.url()).pathname;
    await look(page, "job-renewal");
    if ((await page.locator("[name=aware]").count()) > 0) {
      const sign = page.getByRole("main").locator('a[href*="/agreements/"]').first();
      if ((await sign.count()) > 0) {
        await page.goto(house.at("/agreements/code-of-ethics"));
        await fill(page, { name: MAYA.name, accepted: true });
        await button("Sign").click();
        await page.waitForURL(/said=said-agreement-signed/);
        await page.goto(house.at(renewal));
      }
    }
    t.diagnostic(/\d+ of \d+ done/.exec(await read(page))?.[0] ?? "no progress shown");
    const aware = page.locator("[name=aware]");
    if ((await aware.count()) > 0) await aware.check();
    await button("Hand in the renewal").click();
    await page.waitForURL(/said=said-renewal-submitted/);
  });

  await step("the coordinator confirms, and the validity moves on", async () => {
    await coordinator.goto(house.at(`/desk${renewal}`));
    await look(coordinator, "job-desk-renewal");
    const reason = coordinator.locator("[name=override_reason]");
    if ((await reason.count()) > 0) await reason.fill("Agreed by phone.");
    await coordinator.getByRole("button", { name: "Confirm the renewal" }).click();
    await coordinator.waitForURL(/said=said-renewal-confirmed/);
    await page.goto(verify);
    assert.match(await read(page), /Yes\. Maya Newcomer is endorsed/);
    assert.equal(Number(validUntil(await read(page)).slice(-4)), Number(until.slice(-4)) + 1);
    await page.goto(house.at("/inbox"));
    assert.match(await read(page), /Your endorsement is renewed/);
  });
});

/** Adds an entry to the locker; `areas` competency areas are ticked. */
async function adds(page, kind, fields, areas = 0) {
  await page.goto(house.at(`/locker/${kind}/new`));
  await fill(page, fields);
  if (areas > 0) {
    await page.locator(".boxes summary").first().click();
    for (const area of (await page.locator(".boxes input").all()).slice(0, areas)) await area.check();
  }
  await page.getByRole("button", { name: "Keep in my locker" }).click();
  await page.waitForURL(/said=said-entry-added/);
}

/** Answers the items of a rating form that are still open, at most so many. */
async function rates(page, most = Infinity) {
  // Parts that are not in hand are folded.
  await page.locator("details.part").evaluateAll((parts) => parts.forEach((it) => (it.open = true)));
  const items = await page.locator("fieldset.q:not(:has(input:checked))").all();
  const ids = await Promise.all(items.map((it) => it.getAttribute("id")));
  for (const id of ids.slice(0, most)) await page.locator(`[name="${id}"][value="nearly-always"]`).check();
}

/** Four questions answered, with the warning of a void form coming and going as they are. */
async function warned(page) {
  await page.locator("details.part").evaluateAll((parts) => parts.forEach((it) => (it.open = true)));
  const warning = page.locator("#not-enough");
  const items = await page.locator("fieldset.q").all();
  const ids = await Promise.all(items.slice(0, 4).map((it) => it.getAttribute("id")));
  const answers = (id, value) => page.locator(`[name="${id}"][value="${value}"]`).check();
  for (const id of ids) {
    assert.equal(await warning.isVisible(), false);
    await answers(id, "not-enough-information");
  }
  await warning.getByText("4 times").waitFor();
  await answers(ids[0], "nearly-always");
  await warning.waitFor({ state: "hidden" });
  for (const id of ids.slice(1)) await answers(id, "nearly-always");
}

/** What a link downloads. */
async function downloads(page, link) {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readFile(await download.path());
}

/** The day until when a page says that an endorsement is valid. */
function validUntil(said) {
  const found = /until (\w+ \d+, \d{4})/.exec(said);
  assert.ok(found, `no day in: ${said}`);
  return found[1];
}
