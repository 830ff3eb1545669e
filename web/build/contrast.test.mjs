// The rules that the build itself enforces.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { checkContrast } from "./contrast.mjs";

const styles = fileURLToPath(new URL("../styles/", import.meta.url));

test("the colors that we have can be read", async () => {
  await checkContrast(styles);
});

test("an accent that is too pale is refused by name, in the scheme where it fails", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "endorse-colors-"));
  try {
    const tokens = await readFile(path.join(styles, "tokens.css"), "utf8");
    await writeFile(path.join(folder, "tokens.css"), tokens);
    await writeFile(path.join(folder, "accents.css"), ".accent-mist {\n  --accent: #9fc5c8;\n}\n");

    await assert.rejects(checkContrast(folder), /light accent-mist: --accent on --paper is 1\.\d\d:1/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
