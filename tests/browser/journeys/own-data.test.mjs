// What is kept of somebody: taken away as one file, agreed to, erased; and how long, at the desk.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { look, open, read } from "../harness.mjs";

const house = await open();
after(() => house.close());

test("an endorsed person takes their data and sees what goes and what stays", async (t) => {
  const page = await house.as(t, "endorsed");
  const { password } = await house.person("endorsed");
  await page.goto(house.at("/account/consents"));
  await look(page, "consents");
  await page.goto(house.at("/account/data"));
  await page.getByRole("button", { name: "Put my data together" }).click();
  await look(page, "own-data-problems");
  await page.getByLabel("password").fill(password);
  await page.getByRole("button", { name: "Put my data together" }).click();
  const file = page.getByRole("link", { name: "Download" });
  for (let tries = 0; tries < 30 && (await file.count()) === 0; tries++) {
    await page.waitForTimeout(1000);
    await page.reload();
  }
  await look(page, "own-data");
  const [download] = await Promise.all([page.waitForEvent("download"), file.first().click()]);
  assert.match(download.suggestedFilename(), /^endorse-.*\.zip$/);

  await page.goto(house.at("/account/erase"));
  assert.match(await read(page), /Endorsement .* without your name/);
  await look(page, "erase");
  await page.getByRole("button", { name: "Erase my account" }).click();
  assert.match(await read(page), /This is not the word above/);
  await look(page, "erase-problems");
});

test("una persona solicitante lee lo mismo en español", async (t) => {
  const page = await house.as(t, "endorsed", { lang: "es-US" });
  for (const [path, name] of [
    ["/es/privacy", "aviso"],
    ["/es/account/consents", "lo-que-acepto"],
    ["/es/account/data", "sus-datos"],
    ["/es/account/erase", "borrar"],
  ]) {
    await page.goto(house.at(path));
    await look(page, name);
  }
});

test("the coordinator sets a term and holds a file", async (t) => {
  const page = await house.as(t, "coordinator");
  await page.goto(house.at("/desk/retention"));
  await look(page, "retention");
  await page.getByRole("link", { name: "Set a term Applications that were never handed in" }).click();
  await page.getByRole("button", { name: "See first what would go" }).click();
  await look(page, "term-problems");
  await page.getByLabel("Months").fill("84");
  await page.getByLabel("On whose word").fill("The board, a fictional decision");
  await page.getByRole("button", { name: "See first what would go" }).click();
  assert.match(await read(page), /With this term nothing would go today/);
  await look(page, "term-looked-at");
  await page.getByRole("button", { name: "Set the term" }).click();
  assert.match(await read(page), /7 years, counted from the last step/);

  await page.goto(house.at("/desk"));
  await page.locator("[data-open]").first().click();
  await page.getByRole("link", { name: "Hold this file" }).click();
  await page.getByLabel("Why").fill("An appeal");
  await page.getByRole("button", { name: "Hold the file" }).click();
  assert.match(await read(page), /An appeal/);
  await look(page, "retention-held");
  await page.goto(house.at("/es/desk/retention"));
  await look(page, "plazos");
  await page.goto(house.at("/privacy"));
  await look(page, "notice");
});
