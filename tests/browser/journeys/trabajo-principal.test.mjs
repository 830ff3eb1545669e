// The main job in Spanish and without script: an account, the locker, somebody who gives a reference,
// signatures, and what still stands in the way.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fill, look, mailIn, open, read } from "../harness.mjs";
import { pdf } from "../papers.mjs";

const house = await open();
after(() => house.close());

const LUZ = { name: "Luz Íñiguez", email: "luz.iniguez@example.org", password: "siete garzas en el agua" };
const ELSA = { name: "Elsa Ejemplo", email: "elsa.ejemplo@example.org" };

test("en español y sin script: de la cuenta a lo que falta para presentar", async (t) => {
  const page = await house.page(t, { script: false, lang: "es-US" });
  const step = house.story(t);
  const button = (name) => page.getByRole("main").getByRole("button", { name, exact: true });
  let application;

  await step("una visitante lee lo que se pide y crea una cuenta", async () => {
    await page.goto(house.at("/es/categories/ifa"));
    await speaksSpanish(page);
    assert.match(await read(page), /30 horas reloj/);
    await page.goto(house.at("/es/register"));
    await fill(page, LUZ);
    await button("Crear cuenta").click();
    await page.waitForURL(/said=said-registered/);
    await speaksSpanish(page);

    const letter = await mailIn(house.outbox, LUZ.email);
    assert.match(letter.subject, /Confirme su dirección/);
    assert.match(letter.text, /Hola:/);
    assert.doesNotMatch(letter.text, /Luz Íñiguez/);
    assert.match(letter.links[0], /\/es\//);
    await page.goto(letter.links[0]);
    await button("Sí, es mi dirección").click();
    assert.match(await read(page), /su dirección quedó confirmada/);
  });

  await step("inicia una solicitud", async () => {
    await page.goto(house.at("/es/categories/ifa"));
    await page.getByRole("main").getByRole("link", { name: "Empezar con esta categoría" }).click();
    await button("Iniciar").click();
    await page.waitForURL(/\/es\/applications\/[0-9a-f-]{36}/);
    application = new URL(page.url()).pathname;
    assert.match(await read(page), /Todavía no/);
    await speaksSpanish(page);
    await look(page, "trabajo-inicio");
  });

  await step("llena la carpeta; un error vuelve con todo lo escrito", async () => {
    await page.goto(house.at("/es/locker/education/new"));
    await speaksSpanish(page);
    await fill(page, { degree: "cda", institution: "Centro Ejemplo", conferred: "2021-05-14" });
    await button("Guardar en mi carpeta").click();
    assert.match(await read(page), /Guardado en la carpeta/);

    await page.goto(house.at("/es/locker/work/new"));
    await speaksSpanish(page);
    await fill(page, { role: "Educadora", employer: "Centro Infantil", from: "2020-09-01", kinds: ["promotion"], paid: "yes" });
    await button("Guardar en mi carpeta").click();

    await page.goto(house.at("/es/locker/trainings/new"));
    await fill(page, { title: "El apego en el primer año", trainer: "Instituto Ejemplo", imh: "muchas" });
    await button("Guardar en mi carpeta").click();
    await speaksSpanish(page);
    assert.equal(await page.locator(".govuk-error-summary").count(), 1);
    assert.equal(await page.locator("[name=title]").inputValue(), "El apego en el primer año");
    assert.equal(await page.locator("[name=imh]").inputValue(), "muchas");
    await look(page, "trabajo-error");
    await fill(page, { from: "2025-02-03", to: "2025-02-05", imh: "7,5" });
    await page.locator(".boxes summary").first().click();
    await page.locator(".boxes input").first().check();
    await button("Guardar en mi carpeta").click();
    assert.match(await read(page), /7,5 h/);
    await speaksSpanish(page);
  });

  await step("agrega un documento; uno que no lo es se rechaza en una frase", async () => {
    await page.goto(house.at("/es/documents"));
    const buffer = Buffer.from("no es un PDF");
    await page.locator("[name=file]").setInputFiles({ name: "cda.pdf", mimeType: "application/pdf", buffer });
    await page.locator("main form.form button[type=submit]").first().click();
    await speaksSpanish(page);
    assert.equal(await page.locator(".govuk-error-summary").count(), 1);
    const good = { name: "cda.pdf", mimeType: "application/pdf", buffer: pdf("CDA de muestra") };
    await page.locator("[name=file]").setInputFiles(good);
    await page.locator("main form.form button[type=submit]").first().click();
    assert.match(await read(page), /El documento está guardado/);
    await speaksSpanish(page);
  });

  await step("pide una referencia, y se la dan en español", async () => {
    await page.goto(house.at(`${application}/references`));
    await speaksSpanish(page);
    await fill(page, { relation: "colleague", ...ELSA, language: "es", waiver: "waive", waiver_name: LUZ.name });
    await button("Enviar la carta").click();
    assert.match(await read(page), /Elsa Ejemplo/);

    const letter = await mailIn(house.outbox, ELSA.email);
    const address = letter.links.find((it) => it.includes("/ratings/"));
    assert.match(address, /\/es\/ratings\//);
    const rater = await house.page(t, { script: false, lang: "es-US" });
    await rater.goto(address);
    await speaksSpanish(rater);
    const items = await rater.locator("fieldset.q").all();
    const ids = await Promise.all(items.map((it) => it.getAttribute("id")));
    await rater.locator(`[name="${ids[0]}"][value="often"]`).check();
    await rater.getByRole("button", { name: "Enviar mi referencia" }).click();
    await speaksSpanish(rater);
    assert.match(await read(rater), new RegExp(`Faltan ${ids.length - 1} respuestas`));
    assert.ok(await rater.locator(`[name="${ids[0]}"][value="often"]`).isChecked(), "an answer is lost");
    await look(rater, "trabajo-referencia");
    for (const id of ids) await rater.locator(`[name="${id}"][value="often"]`).check();
    await fill(rater, {
      known_months: "24",
      known_as: "Trabajamos en el mismo equipo.",
      overall_recommendation: "recommend",
      typed_name: ELSA.name,
      i_attest: true,
    });
    await rater.getByRole("button", { name: "Enviar mi referencia" }).click();
    assert.match(await read(rater), /^Gracias/);
    await speaksSpanish(rater);
  });

  await step("firma los dos textos", async () => {
    for (const agreement of ["code-of-ethics", "endorsement-agreement"]) {
      await page.goto(house.at(`/es/agreements/${agreement}`));
      await speaksSpanish(page);
      await fill(page, { name: "luz iniguez", accepted: true });
      await button("Firmar").click();
      assert.match(await read(page), /Firmado\. Se guarda para usted una copia/);
    }
  });

  await step("ve lo que cuenta y lo que lo impide", async () => {
    await page.goto(house.at("/es/home"));
    await speaksSpanish(page);
    assert.match(await read(page), /7,5 de 30/);
    await page.goto(house.at(`${application}/submission`));
    await speaksSpanish(page);
    const said = await read(page);
    assert.match(said, /\d+ cosas lo impiden/);
    assert.match(said, /22,5 horas más de capacitación/);
    assert.match(said, /2 valoraciones/);
    assert.equal(await button("Presentar mi solicitud").count(), 0);
    await look(page, "trabajo-falta");
    await page.goto(house.at("/es/inbox"));
    await speaksSpanish(page);
    assert.match(await read(page), /Elsa Ejemplo respondió/);
  });
});

/** The page says that it speaks Spanish, no text is missing, and none is left in English. */
async function speaksSpanish(page) {
  assert.equal(await page.locator("html").getAttribute("lang"), "es", page.url());
  // What is said to be English, such as the title of a source, may be.
  const said = await page.evaluate(() => {
    for (const it of document.querySelectorAll('body [lang="en"]')) it.hidden = true;
    return document.body.innerText;
  });
  assert.doesNotMatch(said, /\[[a-z][a-z0-9]*(-[a-z0-9]+)+\]/, `${page.url()}: a text is missing`);
  assert.doesNotMatch(said, /\b(the|your|with|Please|application)\b/, `${page.url()}: a text is in English`);
}
