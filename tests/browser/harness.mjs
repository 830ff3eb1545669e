// A house to visit: the demonstration on a port of its own with a data folder of its own, and a real
// browser to walk through it.
//
//   const house = await open();
//   after(() => house.close());
//   test("a visitor …", async (t) => {
//     const page = await house.page(t);
//     await page.goto(house.at("/"));
//     await look(page, "front");
//   });
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

export { lettersIn, mailIn, mailServer } from "./mail.mjs";

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const pictures = path.join(top, "tests/browser/out");

/** The widths that every page is looked at in: a phone, a tablet, a desk. */
export const WIDTHS = [360, 768, 1280];

/** Long enough for a debug build on a slow machine to make its people; nobody waits for it in vain. */
const PATIENCE = 120_000;

/** The one without windows first: it is the same engine, at two thirds of the processor's time. */
const BROWSERS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a demonstration and a browser. `args` go to the program. */
export async function open({ args = [], command = "demo", listen } = {}) {
  const server = await start(command, args, listen);
  try {
    return new House(server, await launch());
  } catch (problem) {
    await server.stop();
    throw problem;
  }
}

/** Starts the browser of this machine. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? BROWSERS.find((it) => existsSync(it));
  assert.ok(executablePath, "Chromium is missing: 'apt-get install chromium', or name one in CHROMIUM");
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** Where the program is. */
export function program() {
  const built = path.join(top, process.env.CARGO_TARGET_DIR ?? "target", "debug/endorse");
  const binary = process.env.ENDORSE_BIN ?? built;
  assert.ok(existsSync(binary), `${binary} is missing: run 'cargo build -p endorse' first`);
  return binary;
}

/** Starts the program and waits until it says READY. It is stopped when this process ends, at the latest. */
export async function start(command = "demo", args = [], listen = "127.0.0.1:0") {
  const binary = program();
  const data = await mkdtemp(path.join(tmpdir(), "endorse-browser-"));
  const call = [command, "--listen", listen, "--data", data, ...args];
  const child = spawn(binary, command === "demo" ? [...call, "--fresh"] : call, {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = new Promise((resolve) => child.once("close", resolve));
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);

  let log = "";
  child.stderr.on("data", (part) => (log += part));
  const people = new People();
  const url = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no READY within ${PATIENCE} ms:\n${log}`)), PATIENCE);
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`endorse ${command} ended with ${code}:\n${log}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const ready = /^READY (https?:\/\/\S+)/.exec(line);
      if (ready) {
        clearTimeout(late);
        resolve(ready[1].replace(/\/$/, ""));
      } else {
        people.read(line);
      }
    });
  }).catch(async (problem) => {
    kill();
    await rm(data, { recursive: true, force: true });
    throw problem;
  });

  return {
    url,
    data,
    outbox: path.join(data, "outbox"),
    people,
    log: () => log,
    async stop() {
      process.removeListener("exit", kill);
      child.kill("SIGTERM");
      const stubborn = setTimeout(kill, 15_000);
      await gone;
      clearTimeout(stubborn);
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The table of sign-ins that the demonstration prints: role, e-mail, password. */
class People {
  #rows = [];
  #links = new Map();
  #waiting = new Set();

  /** Takes in a line of output; any line with an address in it is a row. */
  read(line) {
    const link = /^(\S+) .*: (https?:\/\/\S+)$/.exec(line);
    if (link) this.#links.set(link[1], link[2]);
    const row = /^[\s|│]*(\S.*?)[\s|│]+(\S+@\S+)[\s|│]+(\S+)[\s|│]*$/.exec(line);
    if (row) this.#rows.push({ role: row[1].trim(), email: row[2], password: row[3] });
    for (const look of this.#waiting) look();
  }

  /** The first person whose role fits, as soon as the program has named one. */
  async find(role) {
    const wanted = role instanceof RegExp ? role : new RegExp(`^${role}$`, "i");
    return this.#named(wanted, () => this.#rows.find((it) => wanted.test(it.role)));
  }

  /** The link of somebody without an account. */
  async link(role) {
    return this.#named(role, () => this.#links.get(role));
  }

  #named(wanted, find) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(look);
        const roles = this.#rows.map((it) => it.role).join(", ");
        reject(new Error(`the demonstration names nobody as ${wanted}; it names: ${roles}`));
      }, 10_000);
      const look = () => {
        const found = find();
        if (!found) return;
        clearTimeout(late);
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/** Pages whose browser runs no script: axe, being one, cannot look at them. */
const scriptless = new WeakSet();

class House {
  #browser;

  constructor(server, browser) {
    Object.assign(this, server);
    this.#browser = browser;
  }

  /** An address in the house. */
  at(address) {
    return new URL(address, this.url).href;
  }

  /** The person of a role, to sign in as. */
  person(role) {
    return this.people.find(role);
  }

  /**
   * A page of a person's own: own cookies, own language. When the test ends, the page must have been
   * calm: no error on its console, nothing refused by its policy, nothing asked of another host but `also`.
   */
  async page(t, { script = true, width = 1280, dark = false, lang = "en-US", also } = {}) {
    const context = await this.#browser.newContext({
      javaScriptEnabled: script,
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
      locale: lang,
      acceptDownloads: true,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    if (!script) scriptless.add(page);
    const problems = listen(page, [this.url, ...(also ? [also] : [])]);
    t.after(async () => {
      await context.close();
      assert.deepEqual(problems, [], "the page complained");
    });
    return page;
  }

  /** Tells a story step by step; once one has failed, it says what was open, and the rest is not told. */
  story(t) {
    let failed = false;
    return (name, tell) =>
      t.test(name, { skip: failed && "an earlier step failed" }, async () => {
        failed = true;
        try {
          await tell();
        } catch (problem) {
          const open = this.#browser.contexts().flatMap((it) => it.pages());
          const said = open.map(async (it) => `--- ${it.url()}\n${await read(it).catch(() => "")}`);
          throw new Error([problem.stack, ...(await Promise.all(said))].join("\n"));
        }
        failed = false;
      });
  }

  /** A page, signed in as the person of a role. */
  async as(t, role, options) {
    const page = await this.page(t, options);
    const person = await this.person(role);
    await signIn(page, this.at("/sign-in"), person.email, person.password);
    return page;
  }

  async close() {
    await this.#browser.close();
    await this.stop();
  }
}

/** Everything that a page complains of, as it happens. */
function listen(page, homes) {
  const problems = [];
  page.on("pageerror", (problem) => problems.push(`script: ${problem.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // A page shown again with problems (422), or one that is not there (404), is an answer.
    const answer = /status of (4\d\d)/.exec(message.text());
    if (answer && message.location().url.split("#")[0] === page.url().split("#")[0]) return;
    problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!homes.some((home) => url.startsWith(home)) && !/^(data|blob|about|chrome-error):/.test(url)) {
      problems.push(`asked another host: ${url}`);
    }
  });
  return problems;
}

/** Signs in by the form, as a person would. */
export async function signIn(page, address, email, password) {
  await page.goto(address);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form:has(input[name=password]) button").first().click();
  await page.waitForLoadState();
  assert.doesNotMatch(new URL(page.url()).pathname, /sign-in$/, `could not sign in as ${email}`);
}

/** Fails with a line for everything that keeps somebody out: WCAG 2.2, levels A and AA. */
export async function axe(page) {
  // In the page itself: it has no frames, and a second page for each look takes a quarter of the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const lines = violations.flatMap((it) =>
    it.nodes.map((node) => `${it.id}: ${it.help}\n    ${node.target.join(" ")}\n    ${node.html.slice(0, 200)}`),
  );
  assert.equal(lines.length, 0, `axe on ${page.url()}:\n  ${lines.join("\n  ")}`);
}

/**
 * Nothing may need scrolling sideways at a phone's, a tablet's and a desk's width. With PICTURES=1 there
 * are pictures of the whole page to look at, too.
 */
export async function screenshot(page, name) {
  if (!process.env.PICTURES) return wide(page);
  await mkdir(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true });
    await fits(page, width);
  }
  await page.setViewportSize(before);
}

/** Fails if the page needs scrolling sideways on a screen of one of these widths. */
export async function wide(page, widths = WIDTHS) {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await fits(page, width);
  }
  await page.setViewportSize(before);
}

async function fits(page, width) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `${page.url()} is ${wide} px wide on a screen of ${width} px`);
}

/** What every page of every journey goes through: axe (where script runs), and its width on three screens. */
export async function look(page, name) {
  if (!scriptless.has(page)) await axe(page);
  await screenshot(page, name);
}

/**
 * Fills in the form on the page, field by field by its name: a text, a day, a choice of a list or of
 * a group, `true` for one box, a list of values for several boxes.
 */
export async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const kind = await field.evaluate((it) => (it.tagName === "SELECT" ? "select" : it.type));
    if (kind === "select") await field.selectOption(value);
    else if (kind === "radio") await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else if (value === true) await field.check();
    else if (Array.isArray(value)) {
      for (const one of value) await page.locator(`main [name="${name}"][value="${one}"]`).check();
    } else await field.fill(value);
  }
}

/** What a person reads on the page, without its header and footer. */
export async function read(page) {
  return (await page.locator("main").innerText()).replace(/[ \t]+\n/g, "\n").trim();
}
