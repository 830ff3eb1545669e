// Letters as they arrive: read from an outbox folder, or taken in by a mail server on loopback.
import assert from "node:assert/strict";
import { watch } from "node:fs";
import { mkdir, readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { SMTPServer } from "smtp-server";

/** How long to wait for a letter before saying that it did not come. */
const PATIENCE = 15_000;

/**
 * One letter, read from its bytes.
 * @typedef {{ from: string, to: string, subject: string, id: string, text: string, links: string[],
 *   headers: Map<string, string> }} Letter
 */

/** Every letter to an address in an outbox folder so far, oldest first. */
export async function lettersIn(outbox, to) {
  const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith(".eml"));
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(outbox, name);
      return { at: (await stat(file)).mtimeMs, name, raw: await readFile(file) };
    }),
  );
  files.sort((a, b) => a.at - b.at || a.name.localeCompare(b.name));
  return files.map((file) => readLetter(file.raw)).filter((letter) => isTo(letter, to));
}

/** The newest letter to an address whose subject or text fits, as soon as it is there. */
export async function mailIn(outbox, to, fits = /(?:)/) {
  await mkdir(outbox, { recursive: true });
  const arrived = async () =>
    (await lettersIn(outbox, to)).findLast((it) => fits.test(it.subject) || fits.test(it.text));

  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), PATIENCE);
  try {
    // Watching begins before looking, so that nothing can slip in between.
    const changes = changesIn(outbox, stop.signal);
    for (;;) {
      const letter = await arrived();
      if (letter) return letter;
      if (!(await changes.next())) break;
    }
  } finally {
    clearTimeout(late);
    stop.abort();
  }
  assert.fail(`no letter to ${to} that fits ${fits} in ${outbox}`);
}

/** Tells, one call after another, that something changed in a folder; false once it is over. */
function changesIn(folder, signal) {
  let changed = false;
  let wake = () => {};
  const watcher = watch(folder, { signal, persistent: false }, () => {
    changed = true;
    wake();
  });
  watcher.on("error", () => {});
  signal.addEventListener("abort", () => wake());
  return {
    async next() {
      if (!changed && !signal.aborted) await new Promise((resolve) => (wake = resolve));
      changed = false;
      return !signal.aborted;
    },
  };
}

/** A mail server on loopback that keeps what it is given. `url` is what to set as `mail.smtp`. */
export async function mailServer() {
  const letters = [];
  let wake = () => {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        letters.push(readLetter(Buffer.concat(parts)));
        wake();
        done();
      });
    },
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}?tls=none`,
    letters,
    /** The newest letter to an address, as soon as it is there. */
    async letterTo(to) {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const letter = letters.findLast((it) => isTo(it, to));
        if (letter) return letter;
        const left = end - Date.now();
        assert.ok(left > 0, `no letter to ${to} reached the mail server`);
        await new Promise((resolve) => {
          const late = setTimeout(resolve, left);
          wake = () => {
            clearTimeout(late);
            resolve();
          };
        });
      }
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function isTo(letter, to) {
  return letter.to.toLowerCase().includes(to.toLowerCase());
}

/** Reads a letter: its headers, its plain text, the links in it. */
export function readLetter(raw) {
  const { headers, body } = split(raw);
  const text = plainText(headers, body).replaceAll("\r\n", "\n");
  const header = (name) => decodeWords(headers.get(name) ?? "");
  return {
    from: header("from"),
    to: header("to"),
    subject: header("subject"),
    id: header("message-id"),
    text,
    links: [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map((link) => link[0].replace(/[.,;]$/, "")),
    headers,
  };
}

function split(raw) {
  const bytes = raw.toString("latin1");
  const end = /\r?\n\r?\n/.exec(bytes);
  const head = end ? bytes.slice(0, end.index) : bytes;
  const body = end ? bytes.slice(end.index + end[0].length) : "";
  const headers = new Map();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body };
}

function plainText(headers, body) {
  const type = headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    const read = parts.map((part) => split(Buffer.from(part.replace(/^\r?\n/, ""), "latin1")));
    const plain = read.find((it) => /^(text\/plain|multipart\/)/i.test(it.headers.get("content-type") ?? "text/plain"));
    return plain ? plainText(plain.headers, plain.body) : "";
  }
  switch ((headers.get("content-transfer-encoding") ?? "7bit").toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64").toString("utf8");
    case "quoted-printable":
      return unquote(body.replace(/=\r?\n/g, ""));
    default:
      return Buffer.from(body, "latin1").toString("utf8");
  }
}

function unquote(text) {
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Headers may hold `=?utf-8?b?…?=`: what stands in them for letters beyond ASCII. */
function decodeWords(text) {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how, word) =>
      how.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : unquote(word.replaceAll("_", " ")),
    );
}
