// One's own account: what one changes about it, and the second factor, with an app played by a few lines.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, test } from "node:test";
import { look, mailIn, open, read } from "../harness.mjs";

const house = await open({ command: "serve" });
after(() => house.close());

const PASSWORD = "a calm blue river at noon";

/** What an authenticator app shows (RFC 6238), so many steps from now. */
function code(secret, steps = 0) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll(" ", "")].map((it) => letters.indexOf(it).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", key).update(time).digest();
  const at = mac.at(-1) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("a person looks after their account and sets up a second factor", async (t) => {
  const page = await house.page(t);
  await page.goto(house.at("/register"));
  await page.getByLabel("Your name").fill("Zoë Sample");
  await page.getByLabel("E-mail address").fill("zoe@example.org");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  const letter = await mailIn(house.outbox, "zoe@example.org", /confirm/i);
  const elsewhere = await house.page(t);
  await elsewhere.goto(letter.links[0]);
  await elsewhere.getByLabel("Password of that account").fill("a wrong password of hers");
  await elsewhere.getByRole("button", { name: "Yes, this is my address" }).click();
  assert.match(await read(elsewhere), /This is not the password of that account/);
  await look(elsewhere, "confirm-elsewhere");
  await page.goto(letter.links[0]);
  await page.getByRole("button", { name: "Yes, this is my address" }).click();

  await page.locator(".rail > nav").getByRole("link", { name: "Account" }).click();
  assert.match(await read(page), /This session/);
  await look(page, "account");

  await page.getByRole("link", { name: "Change Name" }).click();
  await page.getByLabel("Name").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await look(page, "account-details-problems");
  await page.getByLabel("Name").fill("Zoë Sample-Ruiz");
  await page.getByRole("button", { name: "Save" }).click();
  assert.match(await read(page), /Your changes are saved/);

  await page.getByRole("link", { name: "Change E-mail address" }).click();
  await look(page, "account-email");
  await page.getByLabel("New e-mail address").fill("zoe@new.example");
  await page.getByLabel("Your present password").fill(PASSWORD);
  await page.getByRole("button", { name: "Send the link" }).click();
  assert.match(await read(page), /zoe@new\.example waits to be confirmed/);
  await page.getByRole("link", { name: "Change Password" }).click();
  await look(page, "account-password");

  await page.goto(house.at("/account/second-factor"));
  await look(page, "second-factor");
  await page.getByLabel("Your present password").fill(PASSWORD);
  await page.getByRole("button", { name: "Begin" }).click();
  const secret = await page.locator("#secret").innerText();
  await look(page, "second-factor-secret");
  await page.getByLabel("Code", { exact: true }).fill(code(secret));
  await page.getByRole("button", { name: "Turn it on" }).click();
  assert.equal(await page.locator("main code").count(), 10);
  await look(page, "second-factor-codes");
  await page.getByRole("link", { name: "I have kept them" }).click();
  assert.match(await read(page), /10 recovery codes are left/);

  await page.locator(".rail > .who").getByRole("button", { name: "Sign out" }).click();
  await page.goto(house.at("/sign-in?then=/account"));
  await page.getByLabel("E-mail address").fill("zoe@example.org");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await look(page, "second-factor-asked");
  await page.getByLabel("Code", { exact: true }).fill(code(secret, 1));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(house.at("/account"));
});

test("the link in a letter is asked for in Spanish", async (t) => {
  const page = await house.page(t, { lang: "es-US", width: 360 });
  await page.goto(house.at("/es/sign-in"));
  await page.getByRole("link", { name: "Iniciar sesión con un enlace por correo" }).click();
  await look(page, "link-es");
  await page.getByLabel("Correo electrónico").fill("nadie@example.org");
  await page.getByRole("button", { name: "Enviarme un enlace" }).click();
  assert.match(await read(page), /la carta va en camino/);
});
