// Other ways in than a password: a passkey, held by the browser's own virtual device; a provider of
// identities on this machine. Passkeys need a name, so the house is at localhost.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { look, mailIn, open, read } from "../harness.mjs";
import { provider } from "../provider.mjs";

const PASSWORD = "a calm blue river at noon";

const port = await freePort();
const url = `http://localhost:${port}`;
const settings = await mkdtemp(path.join(tmpdir(), "endorse-settings-"));
const friend = await provider({
  clientId: "endorse",
  clientSecret: "a secret that both know",
  redirectUri: `${url}/sign-in/with/friend/back`,
});
await writeFile(path.join(settings, "secret"), "a secret that both know\n");
await writeFile(
  path.join(settings, "endorse.toml"),
  `public_url = "${url}"
[[sign_in.providers]]
id = "friend"
name = "Friend"
issuer = "${friend.issuer}"
client_id = "endorse"
client_secret_file = "${path.join(settings, "secret")}"
`,
);
const house = await open({
  command: "serve",
  listen: `127.0.0.1:${port}`,
  args: ["--config", path.join(settings, "endorse.toml")],
});
after(async () => {
  await house.close();
  await friend.close();
  await rm(settings, { recursive: true });
});

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A device that is unlocked by a finger. */
async function device(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    unlocks: (isUserVerified) =>
      cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    async keys() {
      return (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
    },
  };
}

async function register(page, name, email) {
  await page.goto(house.at("/register"));
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(house.at("/home*"));
}

async function signOut(page) {
  await page.locator(".rail > .who").getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((it) => it.pathname === "/");
}

test("a passkey is added, signs in with nothing typed, and is removed", async (t) => {
  const page = await house.page(t);
  await register(page, "Zoë Sample", "zoe@example.org");
  await page.goto((await mailIn(house.outbox, "zoe@example.org", /confirm/i)).links[0]);
  await page.getByRole("button", { name: "Yes, this is my address" }).click();
  const phone = await device(page);
  await page.goto(house.at("/account"));
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await look(page, "passkey-new");
  await page.getByLabel("Name").fill("My phone");
  await page.getByRole("button", { name: "Add it on this device" }).click();
  await page.waitForURL(house.at("/account*"));
  assert.match(await read(page), /Your passkey is added\.[^]*My phone[^]*For localhost\. Added on/);
  await look(page, "account-passkeys");
  const [key] = await phone.keys();
  assert.equal(key.isResidentCredential, true);
  assert.equal(key.rpId, "localhost");

  await signOut(page);
  await page.goto(house.at("/sign-in?then=/locker"));
  await look(page, "sign-in-ways");
  await phone.unlocks(false);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("That did not work, or you stopped it.").waitFor();
  await phone.unlocks(true);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL(house.at("/locker"));

  // Before what a borrowed session must not do, it says again who it is.
  await page.goto(house.at("/sign-in/again?then=/inbox"));
  await look(page, "again");
  await phone.unlocks(false);
  await page.getByRole("button", { name: "Show a passkey instead" }).click();
  await page.getByText("That did not work, or you stopped it.").waitFor();
  await phone.unlocks(true);
  await page.getByRole("button", { name: "Show a passkey instead" }).click();
  await page.waitForURL(house.at("/inbox"));

  await page.goto(house.at("/account"));
  assert.match(await read(page), /last used on/);
  await page.getByRole("button", { name: "Remove My phone" }).click();
  assert.match(await read(page), /The passkey is removed/);
  await signOut(page);
  await page.goto(house.at("/sign-in"));
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("This passkey does not open an account here.").first().waitFor();
  const mail = await mailIn(house.outbox, "zoe@example.org", /A passkey was removed/);
  assert.ok(mail);
});

test("without script no passkey is offered, and nothing else is missing", async (t) => {
  const page = await house.page(t, { script: false, width: 360 });
  await page.goto(house.at("/sign-in"));
  assert.equal(await page.getByRole("button", { name: "Sign in with a passkey" }).isVisible(), false);
  await register(page, "Ida Sample", "ida@example.org");
  await page.goto(house.at("/account/passkeys"));
  assert.match(await read(page), /Passkeys need JavaScript/);
  assert.equal(await page.getByRole("button", { name: "Add it on this device" }).isVisible(), false);
});

test("somebody comes by a provider: new, known, linked, unlinked", async (t) => {
  const page = await house.page(t, { also: friend.issuer });
  const come = async (who) => {
    await page.getByRole("button", { name: "Sign in with Friend" }).click();
    await page.getByLabel("Address").fill(who);
    await page.getByRole("button", { name: "That is me" }).click();
  };
  await page.goto(house.at("/sign-in?then=/locker"));
  await come("new@example.org");
  await page.waitForURL(house.at("/locker"));
  await page.goto(house.at("/account"));
  assert.match(await read(page), /Pat new[^]*new@example\.org\s+Confirmed[^]*None: you sign in in another way/);
  await look(page, "account-provider");
  await page.getByRole("button", { name: "Remove Friend" }).click();
  assert.match(await read(page), /This is your only way to sign in/);
  await page.getByRole("link", { name: "Set up Password" }).click();
  await look(page, "password-first");
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Save" }).click();
  assert.match(await read(page), /Your new password is set/);

  await page.context().clearCookies();
  await register(page, "Kim Sample", "kim@example.org");
  await page.goto((await mailIn(house.outbox, "kim@example.org", /confirm/i)).links[0]);
  await page.getByRole("button", { name: "Yes, this is my address" }).click();
  await page.context().clearCookies();
  await page.goto(house.at("/es/sign-in?then=/locker"));
  await page.getByRole("button", { name: "Iniciar sesión con Friend" }).click();
  await page.getByLabel("Address").fill("kim@example.org");
  await page.getByRole("button", { name: "That is me" }).click();
  await page.getByText("Ya hay una cuenta con esta dirección.").waitFor();
  await page.getByLabel("Correo electrónico").fill("kim@example.org");
  await page.getByLabel("Contraseña").fill(PASSWORD);
  await page.getByRole("button", { name: "Iniciar sesión", exact: true }).click();
  await page.waitForURL(house.at("/es/account/identities/waiting"));
  await look(page, "identity-waiting");
  await page.getByRole("button", { name: "Vincularlas" }).click();
  assert.match(await read(page), /Quedaron vinculadas[^]*kim@example\.org, vinculada el/);

  await page.context().clearCookies();
  await page.goto(house.at("/sign-in?then=/locker"));
  await come("kim@example.org");
  await page.waitForURL(house.at("/locker"));
  await page.goto(house.at("/account"));
  assert.match(await read(page), /Kim Sample/);
  await page.getByRole("button", { name: "Remove Friend" }).click();
  assert.match(await read(page), /it does not sign you in any more/);
  await page.getByRole("button", { name: "Link Friend" }).click();
  await page.getByLabel("Address").fill("new@example.org");
  await page.getByRole("button", { name: "That is me" }).click();
  await page.getByText("That identity is linked to another account.").waitFor();
});

test("an address that a provider has not confirmed opens nothing", async (t) => {
  const page = await house.page(t, { also: friend.issuer });
  await page.goto(house.at("/sign-in"));
  await page.getByRole("button", { name: "Sign in with Friend" }).click();
  await page.getByLabel("Address").fill("unconfirmed@example.org");
  await page.getByRole("button", { name: "That is me" }).click();
  await page.getByText("did not tell us an e-mail address that it has confirmed").first().waitFor();
  await look(page, "provider-no-address");
  // What has come back once does not come back again, and not in another browser.
  const other = await house.page(t, { also: friend.issuer });
  await other.goto(house.at("/sign-in/with/friend/back?code=made-up&state=made-up"));
  await other.getByText("was begun in another browser").first().waitFor();
});
