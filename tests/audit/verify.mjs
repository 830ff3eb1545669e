// Checks an export of an association's record, by docs/audit-format.md alone and with nothing but
// what Node brings:  node tests/audit/verify.mjs FILE [DID-DOCUMENT [EARLIER-EXPORT]]
//
// Prints one line. Exit status 0: as it was written, 1: not, 2: not an export or a wrong call.
import { createHash, createPublicKey, verify as verifies } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const FORMAT = "endorse-audit/1";
const HEAD = ["format", "association", "issuer", "exported_at"];
const DEED = ["number", "id", "at", "actor", "person", "on_behalf_of", "verb", "object", "object_id",
  "application", "detail", "hash"];
const MAY_BE_NULL = ["person", "on_behalf_of", "object_id", "application", "detail"];
const END = ["count", "head", "key", "signature"];
const LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** One or more characters of printable ASCII, none of them a space. */
const isWord = (it) => typeof it === "string" && /^[!-~]+$/.test(it);
const isNumber = (it) => Number.isSafeInteger(it) && it >= 0;

/** A line that is exactly the JSON of an object with these members in this order, or null. */
function exactly(line, names) {
  try {
    const it = JSON.parse(line);
    return JSON.stringify(it) === line && Object.keys(it).join() === names.join() ? it : null;
  } catch {
    return null;
  }
}

const text = (what, pairs) =>
  `${FORMAT} ${what}\n` + pairs.map(([name, value]) => `${name}=${value ?? ""}\n`).join("");

function hashOf(deed, association, previous) {
  const members = DEED.filter((name) => name !== "hash").map((name) => [name, deed[name]]);
  const hashed = text("deed", [["association", association], ["previous", previous], ...members]);
  return createHash("sha256").update(hashed, "utf8").digest("hex");
}

/** The Ed25519 key of a Multikey (`z6Mk…`), or null. */
function keyOf(multibase) {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{40,60}$/.test(multibase)) return null;
  let number = 0n;
  for (const letter of multibase.slice(1)) number = number * 58n + BigInt(LETTERS.indexOf(letter));
  const hex = number.toString(16);
  if (hex.length !== 68 || !hex.startsWith("ed01")) return null;
  const x = Buffer.from(hex.slice(4), "hex").toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

/** What is wrong with an export, in a sentence; null if it is as it was written. */
export function wrongWith(bytes, did, earlier) {
  const lines = bytes.toString("utf8").split("\n");
  const head = exactly(lines[0], HEAD);
  if (head?.format !== FORMAT || !HEAD.every((name) => isWord(head[name]))) return "not an export";
  if (lines.length < 3 || lines.pop() !== "") return "the end is cut off";
  const end = exactly(lines.pop(), END);
  if (!end) return "the last line is no end";

  let previous = "0".repeat(64);
  for (const [index, line] of lines.slice(1).entries()) {
    const at = index + 1;
    const deed = exactly(line, DEED);
    if (deed?.number !== at) return `number ${at} is not in its place`;
    const isPlain = (name) => isWord(deed[name]) || (deed[name] === null && MAY_BE_NULL.includes(name));
    if (!DEED.slice(1).every(isPlain)) return `number ${at} cannot be read`;
    if (hashOf(deed, head.association, previous) !== deed.hash) return `number ${at} was altered`;
    if (earlier?.count === at && earlier.head !== deed.hash) return `number ${at} was another`;
    previous = deed.hash;
  }
  if (!isNumber(end.count) || end.count !== lines.length - 1) return "the end counts other deeds";
  if (end.head !== previous) return "the end names another last hash";
  if (earlier && earlier.count > end.count) return "there were more deeds earlier";

  const [issuer, multibase, ...more] = String(end.key).split("#");
  const key = issuer === head.issuer && more.length === 0 ? keyOf(multibase) : null;
  if (!key) return "the key is not one of the issuer's";
  const listed = did?.verificationMethod?.find((it) => it.id === end.key)?.publicKeyMultibase;
  const isListed = did?.id === issuer && did.assertionMethod?.includes(end.key);
  if (did && !(isListed && listed === multibase)) return "the issuer does not list the key";
  const signed = text("end", [["association", head.association], ["issuer", head.issuer],
    ["exported_at", head.exported_at], ["count", end.count], ["head", end.head]]);
  const signature = /^[0-9a-f]{128}$/.test(end.signature) ? end.signature : "";
  return verifies(null, Buffer.from(signed), key, Buffer.from(signature, "hex")) ? null : "the signature is wrong";
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [file, did, earlier] = process.argv.slice(2).map((it) => readFileSync(it));
  const last = earlier && exactly(earlier.toString("utf8").trimEnd().split("\n").at(-1), END);
  if (!file || last === null) process.exit(2);
  const wrong = wrongWith(file, did && JSON.parse(did), last);
  process.stdout.write(`${wrong ?? "as it was written"}\n`);
  process.exitCode = wrong === null ? 0 : wrong === "not an export" ? 2 : 1;
}
