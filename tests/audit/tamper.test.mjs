// The record of the demonstration's people, exported by the program itself: untouched it is as it was
// written, and each of a hundred changes to it is found by two checkers, the program's own and
// verify.mjs, which was made from docs/audit-format.md.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { wrongWith } from "./verify.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const top = path.resolve(here, "../..");
const built = path.join(path.resolve(top, process.env.CARGO_TARGET_DIR ?? "target"), "debug/endorse");
const program = process.env.ENDORSE_BIN ?? built;
const folder = mkdtempSync(path.join(tmpdir(), "endorse-audit-"));
const at = (name) => path.join(folder, name);
const issuers = at("issuers");

/** Whatever it is, the same changes are tried every time. */
const SEED = Number(process.env.SEED ?? 20261123);
const CHANGES = Number(process.env.CHANGES ?? 100);

let whole;
let did;

before(async () => {
  assert.ok(existsSync(program), `${program} is missing: run 'cargo build -p endorse' first`);
  const demo = spawn(program, ["demo", "--listen", "127.0.0.1:0", "--data", at("data")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise((resolve) => demo.once("close", resolve));
  process.once("exit", () => demo.kill("SIGKILL"));
  let url;
  for await (const line of createInterface({ input: demo.stdout })) {
    url ??= line.match(/^READY (\S+)/)?.[1];
    if (url) break;
  }
  assert.ok(url, "the demonstration did not start");
  did = await (await fetch(`${url}/.well-known/did.json`)).json();
  demo.kill("SIGTERM");
  await gone;
  writeFileSync(at("settings.toml"), `public_url = "${url}"\n`);
  whole = execFileSync(program, ["audit", "export", "--data", at("data"), "--config", at("settings.toml")]);
  execFileSync("mkdir", [issuers]);
  writeFileSync(path.join(issuers, "did.json"), JSON.stringify(did));
}, { timeout: 180_000 });
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the program says of an export, and its exit status. */
function ours(bytes, ...more) {
  writeFileSync(at("changed.jsonl"), bytes);
  const call = ["audit", "verify", at("changed.jsonl"), "--format", "json", ...more];
  const { status, stdout } = spawnSync(program, call, { encoding: "utf8" });
  return { status, said: stdout ? JSON.parse(stdout) : null };
}

/** The other checker as a program of its own. */
const theirs = (...files) =>
  spawnSync(process.execPath, [path.join(here, "verify.mjs"), ...files], { encoding: "utf8" }).status;

/** Numbers that look like chance and are the same every time (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let it = Math.imul(state ^ (state >>> 15), state | 1);
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61);
    return ((it ^ (it >>> 14)) >>> 0) % below;
  };
}

/** A value that reads a little differently. */
function other(value, any) {
  if (value === null) return "x";
  if (typeof value === "number") return value + 1 + any(5);
  const place = any(value.length);
  const letter = value[place] === "0" ? "1" : "0";
  return any(4) === 0 ? null : value.slice(0, place) + letter + value.slice(place + 1);
}

/** Changes an export in one way. Says which line was touched first, as far as that can be said. */
const WAYS = {
  edit(lines, any) {
    const line = any(lines.length);
    const it = JSON.parse(lines[line]);
    const names = Object.keys(it);
    const name = names[any(names.length)];
    lines[line] = JSON.stringify({ ...it, [name]: other(it[name], any) });
    return line;
  },
  delete(lines, any) {
    const line = 1 + any(lines.length - 2);
    lines.splice(line, 1 + any(3));
    return line;
  },
  reorder(lines, any) {
    const one = 1 + any(lines.length - 3);
    const two = one + 1 + any(lines.length - 2 - one);
    [lines[one], lines[two]] = [lines[two], lines[one]];
    return one;
  },
  insert(lines, any) {
    const line = 1 + any(lines.length - 1);
    const source = JSON.parse(lines[1 + any(lines.length - 2)]);
    const deed = any(2) === 0 ? source : { ...source, number: line, verb: "decided-endorsed" };
    lines.splice(line, 0, JSON.stringify(deed));
    return line;
  },
  truncate(lines, any) {
    const bytes = `${lines.join("\n")}\n`;
    return bytes.slice(0, any(bytes.length));
  },
};

test("the record of the demonstration is as it was written", () => {
  assert.equal(wrongWith(whole, did), null);
  assert.equal(wrongWith(whole), null);
  writeFileSync(at("whole.jsonl"), whole);
  assert.equal(theirs(at("whole.jsonl"), path.join(issuers, "did.json"), at("whole.jsonl")), 0);

  const { status, said } = ours(whole, "--issuers", issuers, "--checkpoint", at("whole.jsonl"));
  assert.equal(status, 0, JSON.stringify(said));
  assert.equal(said.deeds, whole.toString().split("\n").length - 3);
  assert.ok(said.deeds > 200, `only ${said.deeds} deeds`);
});

test("every change of a hundred is found by both checkers", (t) => {
  const any = chance(SEED);
  const kinds = Object.keys(WAYS);
  const text = whole.toString("utf8");
  const found = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  for (let n = 0; n < CHANGES; n += 1) {
    const kind = kinds[n % kinds.length];
    const lines = text.split("\n").slice(0, -1);
    const done = WAYS[kind](lines, any);
    const changed = typeof done === "string" ? done : `${lines.join("\n")}\n`;
    const what = `change ${n} of seed ${SEED}: ${kind} at ${typeof done === "string" ? done.length : done}`;
    assert.notEqual(changed, text, what);
    const bytes = Buffer.from(changed);
    assert.notEqual(wrongWith(bytes), null, what);
    assert.notEqual(wrongWith(bytes, did), null, what);
    const { status, said } = ours(bytes);
    assert.ok(status === 1 || (status === 2 && said === null), `${what}: ${status}`);
    assert.ok(ours(bytes, "--issuers", issuers).status > 0, what);
    // The first broken place is named by its number.
    if (status === 1 && typeof done === "number" && done > 0 && done < text.split("\n").length - 2) {
      assert.equal(said.first_broken.number, done, `${what}: ${JSON.stringify(said)}`);
    }
    found[kind] += 1;
  }
  t.diagnostic(`${CHANGES} of ${CHANGES} found: ${JSON.stringify(found)}`);
});

test("an export that somebody else signed is no export of the association's", () => {
  const stranger = structuredClone(did);
  for (const it of stranger.verificationMethod) it.id = `${it.id}x`;
  assert.notEqual(wrongWith(whole, stranger), null);
  execFileSync("mkdir", [at("strangers")]);
  writeFileSync(at("strangers/did.json"), JSON.stringify(stranger));
  assert.equal(ours(whole, "--issuers", at("strangers")).said.first_broken.code, "unlisted-key");
});

test("something that is no export is a wrong call", () => {
  writeFileSync(at("other.json"), readFileSync(path.join(issuers, "did.json")));
  assert.equal(theirs(at("other.json")), 2);
  assert.equal(ours(readFileSync(at("other.json"))).status, 2);
  assert.equal(spawnSync(program, ["audit", "verify", at("nowhere.jsonl")]).status, 2);
});
