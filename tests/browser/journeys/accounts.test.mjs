// A newcomer: an account, a letter through a real mail server, a confirmed address.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { look, mailServer, open, read } from "../harness.mjs";

const post = await mailServer();
const folder = await mkdtemp(path.join(tmpdir(), "endorse-settings-"));
const settings = path.join(folder, "endorse.toml");
await writeFile(settings, `[mail]\nfrom = "Endorsement <letters@example.org>"\nsmtp = "${post.url}"\n`);
const house = await open({ command: "serve", args: ["--config", settings] });
after(async () => {
  await house.close();
  await post.stop();
  await rm(folder, { recursive: true });
});

test("a newcomer without script registers, works at once and confirms by a link in a letter", async (t) => {
  const page = await house.page(t, { script: false });
  await page.goto(house.at("/register"));
  await page.getByRole("button", { name: "Create account" }).click();

  assert.match(await read(page), /Please fill this in/);
  await look(page, "register-problems");

  await page.getByLabel("Your name").fill("Zoë Sample");
  await page.getByLabel("E-mail address").fill("zoe@example.org");
  await page.getByLabel("Password").fill("a calm blue river at noon");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(house.at("/home?said=said-registered"));

  const letter = await post.letterTo("zoe@example.org");
  const link = /http:\/\/\S+/.exec(letter.text)[0];
  await page.goto(link);
  await page.goto(link);
  await look(page, "confirm");
  await page.getByRole("button", { name: "Yes, this is my address" }).click();
  assert.match(await read(page), /your address is confirmed/);
  await page.goto(link);
  assert.match(await read(page), /has been used already/);
});

test("in Spanish the sign-in page speaks Spanish, and a wrong password tells nothing", async (t) => {
  const page = await house.page(t, { lang: "es-US" });
  await page.goto(house.at("/es/sign-in"));
  await look(page, "sign-in-es");
  await page.getByLabel("Correo electrónico").fill("nadie@example.org");
  await page.getByLabel("Contraseña").fill("no es la contraseña");
  await page.getByRole("button", { name: "Iniciar sesión" }).click();

  assert.match(await read(page), /no coinciden con ninguna cuenta/);
  await look(page, "sign-in-wrong-es");
});
