// What an association sets for itself: seen at once, readable in light and in dark, in both languages.
import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { after, test } from "node:test";
import { axe, look, open, read } from "../harness.mjs";

const house = await open();
after(() => house.close());

/** A picture of one colour, as a PNG. */
function png(width, height) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc(body), body.length + 4);
    return whole;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const rows = Buffer.concat(Array(height).fill(Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, 0x6a)])));
  const mark = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([mark, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

test("an administrator gives the association a colour, a logo, a contact and a page", async (t) => {
  const page = await house.as(t, "administrator");
  await page.locator(".rail > nav").getByRole("link", { name: "Association" }).click();
  await look(page, "association");

  await page.getByRole("link", { name: "Change Color" }).click();
  await look(page, "association-color");
  await page.getByLabel("Color").fill("#ffcc00");
  await page.getByRole("button", { name: "Keep it" }).click();
  assert.match(await read(page), /Color: Text in this color could not be read by everybody/);
  await look(page, "association-color-refused");
  await page.getByLabel("Color").fill("#7a2c68");
  await page.getByRole("button", { name: "Keep it" }).click();
  assert.match(await read(page), /It holds on all pages now/);

  await page.getByRole("link", { name: "Change Logo" }).click();
  await look(page, "association-logo");
  await page.getByLabel("Picture").setInputFiles({ name: "l.png", mimeType: "image/png", buffer: png(120, 60) });
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("link", { name: "Change Telephone" }).click();
  await page.getByLabel("Telephone").fill("203-555-0100");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("link", { name: "Change About you, in Spanish" }).click();
  await page.getByLabel("About you, in Spanish").fill("# Quiénes somos\n\nPersonas voluntarias.");
  await page.getByRole("button", { name: "Keep it" }).click();
  await look(page, "association-set");
  await page.goto(house.at("/es/desk/association"));
  await look(page, "association-es");
  const picture = page.locator(".rail .brand img");
  assert.equal(await picture.evaluate((it) => it.naturalWidth), 120);

  for (const dark of [false, true]) {
    const visitor = await house.page(t, { dark });
    for (const [path, name] of [["/", "front-set"], ["/es/about", "about-es"], ["/sign-in", "sign-in-set"]]) {
      await visitor.goto(house.at(path));
      if (dark) await axe(visitor);
      else await look(visitor, name);
    }
    for (const path of ["/", "/es/"]) {
      await visitor.setViewportSize({ width: 360, height: 900 });
      await visitor.goto(house.at(path));
      const [name, language] = await Promise.all([".brand", ".lang"].map((it) => visitor.locator(`.top ${it}`).boundingBox()));
      assert.ok(language.y < name.y + name.height, `beside a logo the languages stand on the line of the name: ${path}`);
    }
    const accent = () => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    const seen = await visitor.evaluate(accent);
    assert.equal(seen === "#7a2c68", !dark, `${seen} on a ${dark ? "dark" : "light"} screen`);
  }
});

test("roles and invitations are looked at", async (t) => {
  const page = await house.as(t, "administrator");
  for (const lang of ["", "/es"]) {
    for (const [path, name] of [["/desk/roles", "roles"], ["/desk/roles/invitations", "roles-invite"]]) {
      await page.goto(house.at(`${lang}${path}`));
      await look(page, `${name}${lang.replace("/", "-")}`);
    }
  }
});
