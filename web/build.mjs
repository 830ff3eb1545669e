// Builds web/dist: styles, scripts, fonts and icons under names that carry their content, so that a
// browser may keep them for ever; a manifest that says which name is today's; a .gz beside each.
//
//   npm run build -w web
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import subsetFont from "subset-font";
import { checkContrast } from "./build/contrast.mjs";
import { keepParts } from "./build/govuk.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, "dist");
const assets = path.join(dist, "assets");
const require = createRequire(import.meta.url);

/** Browsers of the last three years; older ones get plain but working pages. */
const target = ["chrome111", "firefox113", "safari16.4"];
/** Gzipped styles and scripts of one page, fonts aside. */
const budget = 60 * 1024;
/** Latin, Latin-1, the accents of neighbouring languages, punctuation, arrows, a few signs. */
const letters = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x100, 0x17f],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2265],
];

await main();

async function main() {
  // Nothing is taken away before its successor is there: a running server or compiler may be reading.
  await mkdir(path.join(dist, "fonts"), { recursive: true });
  await mkdir(assets, { recursive: true });

  await checkContrast(path.join(here, "styles"));
  checkTypes();
  await fonts();
  const names = { ...(await bundle()), ...(await icons()) };
  await contexts();
  await compress(names);
  await writeFile(path.join(dist, "manifest.json"), `${JSON.stringify(names, null, 2)}\n`);
  await rm(path.join(dist, "fonts"), { recursive: true });
  await sweep(names);
  await report(names);
}

function checkTypes() {
  const tsc = path.join(path.dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  execFileSync(process.execPath, [tsc, "-p", here], { stdio: "inherit" });
}

async function fonts() {
  const text = letters
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
    .map((point) => String.fromCodePoint(point))
    .join("");
  const sources = {
    next: "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    mono: "@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-400-normal.woff2",
  };
  for (const [name, source] of Object.entries(sources)) {
    const whole = await readFile(path.join(packageOf(source), ...source.split("/").slice(2)));
    const part = await subsetFont(whole, text, { targetFormat: "woff2" });
    await writeFile(path.join(dist, "fonts", `${name}.woff2`), part);
  }
}

function packageOf(source) {
  const name = source.split("/").slice(0, 2).join("/");
  return path.dirname(require.resolve(`${name}/package.json`));
}

async function bundle() {
  const result = await build({
    absWorkingDir: here,
    entryPoints: { main: "styles/main.css", app: "scripts/main.ts" },
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    outdir: assets,
    bundle: true,
    minify: true,
    format: "esm",
    target,
    loader: { ".woff2": "file" },
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    plugins: [
      {
        name: "govuk-parts",
        setup(it) {
          it.onLoad({ filter: /govuk-frontend\.min\.css$/ }, async ({ path: file }) => ({
            contents: keepParts(await readFile(file, "utf8")),
            loader: "css",
          }));
        },
      },
    ],
  });
  const names = {};
  for (const [file, { entryPoint }] of Object.entries(result.metafile.outputs)) {
    if (entryPoint === "styles/main.css") names["main.css"] = path.basename(file);
    if (entryPoint === "scripts/main.ts") names["main.js"] = path.basename(file);
    if (file.endsWith(".woff2")) {
      names[path.basename(file).replace(/-[A-Z0-9]+\.woff2$/, ".woff2")] = path.basename(file);
    }
  }
  const scripts = names["main.js"];
  names["main.js"] = scripts.replace(/^app-/, "main-");
  await cp(path.join(assets, scripts), path.join(assets, names["main.js"]));
  await rm(path.join(assets, scripts));
  return names;
}

async function icons() {
  const sprite = (await readFile(path.join(here, "icons.svg"), "utf8"))
    .replace(/<!--.*?-->/gs, "")
    .replace(/>\s+</g, "><");
  const hash = createHash("sha256").update(sprite).digest("hex").slice(0, 8);
  const name = `icons-${hash}.svg`;
  await writeFile(path.join(assets, name), sprite);
  // The one name without a hash: it stands in the frame of every page, and hardly ever changes.
  await cp(path.join(here, "favicon.svg"), path.join(assets, "favicon.svg"));
  return { "icons.svg": name, "favicon.svg": "favicon.svg" };
}

/** JSON-LD contexts that a badge needs are gathered by their own script. */
async function contexts() {
  const script = path.join(here, "contexts.mjs");
  if (existsSync(script)) {
    execFileSync(process.execPath, [script], { cwd: here, stdio: "inherit" });
  }
}

async function compress(names) {
  for (const name of Object.values(names).filter((it) => /\.(css|js|svg)$/.test(it))) {
    const file = path.join(assets, name);
    await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
  }
}

/** Takes away what earlier builds left. */
async function sweep(names) {
  const kept = new Set(Object.values(names).flatMap((name) => [name, `${name}.gz`]));
  for (const name of await readdir(assets)) {
    if (!kept.has(name)) await rm(path.join(assets, name));
  }
}

async function report(names) {
  let page = 0;
  for (const [plain, name] of Object.entries(names)) {
    const size = (await readFile(path.join(assets, name))).length;
    const zipped = /\.woff2$/.test(name)
      ? size
      : (await readFile(path.join(assets, `${name}.gz`))).length;
    if (/\.(css|js)$/.test(name)) page += zipped;
    console.log(`${plain.padEnd(12)} ${kb(size)}  gzipped ${kb(zipped)}  ${name}`);
  }
  console.log(`styles and scripts of a page: ${kb(page)} of ${kb(budget)} gzipped`);
  if (page > budget) throw new Error("styles and scripts are over the budget of a page");
}

function kb(bytes) {
  return `${(bytes / 1024).toFixed(1)} kB`.padStart(9);
}
