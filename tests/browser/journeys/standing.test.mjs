// An endorsement's standing, memberships and payments, as coordinators and their people see them, in
// both languages.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fill, look, open, read } from "../harness.mjs";

const house = await open();
after(() => house.close());

for (const prefix of ["", "/es"]) {
  const name = (it) => `standing-${it}${prefix.replace("/", "-")}`;

  test(`a coordinator puts an endorsement to rest, and sees payments${prefix}`, async (t) => {
    const page = await house.as(t, "Coordinator");
    await page.goto(house.at(`${prefix}/desk/payments`));
    await look(page, name("desk-payments"));
    await page.goto(house.at(`${prefix}/desk/endorsements`));
    await look(page, name("desk-list"));
    const mark = page.locator("main tr:has(.tag.met) a.strong").first();
    await page.goto(house.at(await mark.getAttribute("href")));
    await look(page, name("desk-one"));
    const one = page.url();
    await page.goto(`${one}/hold`);
    await page.locator("main form button").first().click();
    assert.match(await read(page), /20/);
    await look(page, name("desk-hold"));
    await fill(page, { reason: "Asked for it by phone on Monday." });
    await page.locator("main form button").first().click();
    await look(page, name("desk-rests"));
    assert.match(await read(page), /Asked for it by phone on Monday\./);
    await page.goto(`${one.split("?")[0]}/revoke`);
    await look(page, name("desk-revoke"));
    await page.goto(one);
    await page.locator('main a[href*="/verify/"]').click();
    await look(page, name("verify"));
    assert.match(await read(page), prefix ? /En pausa desde el/ : /At rest since/);
    await page.goto(`${one.split("?")[0]}/resume`);
    await fill(page, { reason: "Asked for it by phone on Friday." });
    await page.locator("main form button").first().click();
    await look(page, name("desk-goes-on"));
  });

  test(`somebody says that they are a member, and the coordinator looks${prefix}`, async (t) => {
    const person = await house.as(t, /newcomer/i);
    await person.goto(house.at(`${prefix}/memberships/claims`));
    await person.locator("main form button").first().click();
    await look(person, name("claim"));
    const days = { from: "2020-01-01", until: "2099-12-31" };
    await fill(person, { whose: "other", name: "Sample Association", ...days });
    await person.locator("main form button").first().click();
    assert.match(await read(person), /Sample Association/);
    await look(person, name("memberships"));
    await person.goto(house.at(`${prefix}/payments`));
    await look(person, name("payments"));
    const page = await house.as(t, "Coordinator");
    await page.goto(house.at(`${prefix}/desk`));
    await look(page, name("desk"));
    await page.locator('main a[href*="/membership-claims/"]').first().click();
    await look(page, name("desk-claim"));
    await page.locator("main form button").first().click();
    await look(page, name("desk-member"));
  });

  test(`the exam, the first renewal and what is owed are shown${prefix}`, async (t) => {
    const examinee = await house.as(t, /exam/i);
    await examinee.goto(house.at(`${prefix}/home`));
    await look(examinee, name("exam"));
    const holder = await house.as(t, /^endorsed/i);
    await holder.goto(house.at(`${prefix}/endorsements`));
    await holder.goto(house.at(await holder.locator("main a.strong").first().getAttribute("href")));
    await look(holder, name("held"));
    await holder.locator('main form[action$="/renewals"] button').click();
    await look(holder, name("renewal"));
  });
}
