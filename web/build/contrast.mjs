// Refuses colours that cannot be read: every text colour against every surface that it stands on,
// in both schemes and for every association's accent (WCAG 2.2, 1.4.3 and 1.4.11).
import { readFile } from "node:fs/promises";
import path from "node:path";

const surfaces = ["paper", "card", "well"];
const texts = ["ink", "dim", "accent", "accent-deep", "met", "todo", "person", "danger"];
const pairs = [
  ...texts.flatMap((text) => surfaces.map((surface) => [text, surface, 4.5])),
  ...["met", "todo", "person", "danger"].map((state) => [state, `${state}-tint`, 4.5]),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-deep", 4.5],
  ["on-danger", "danger", 4.5],
  ["on-danger", "danger-deep", 4.5],
  ["ink", "accent-tint", 4.5],
  ["dim", "accent-tint", 4.5],
  ["accent", "accent-tint", 4.5],
  ["accent", "todo-tint", 4.5],
  ["accent", "person-tint", 4.5],
  ["accent", "met-tint", 4.5],
  ...["met-fill", "todo-fill", "person-fill", "edge"].flatMap((it) =>
    surfaces.map((surface) => [it, surface, 3]),
  ),
];

/** @param {string} styles folder with tokens.css and accents.css. Throws with every pair that fails. */
export async function checkContrast(styles) {
  const tokens = await readFile(path.join(styles, "tokens.css"), "utf8");
  const accents = await readFile(path.join(styles, "accents.css"), "utf8");
  const problems = [];
  for (const scheme of ["light", "dark"]) {
    const base = values(tokens, ":root", scheme);
    const names = new Set([...accents.matchAll(/\.(accent-\w+)/g)].map((match) => match[1]));
    for (const name of ["default", ...names]) {
      const own = name === "default" ? {} : values(accents, `.${name}`, scheme);
      const colours = { ...base, ...own };
      for (const [text, surface, least] of pairs) {
        const ratio = contrast(colours[text], colours[surface]);
        if (ratio < least) {
          problems.push(`${scheme} ${name}: --${text} on --${surface} is ${ratio.toFixed(2)}:1, below ${least}:1`);
        }
      }
    }
  }
  if (problems.length) throw new Error(`colours that cannot be read:\n${problems.join("\n")}`);
}

/** The custom properties of one selector; the dark scheme stands on top of the light one. */
function values(css, selector, scheme) {
  const [light, dark = ""] = css.split("@media (prefers-color-scheme: dark)");
  const parts = scheme === "dark" ? [light, dark] : [light];
  const found = {};
  for (const part of parts) {
    const at = part.indexOf(`${selector} {`);
    if (at < 0) continue;
    const body = part.slice(at, part.indexOf("}", at));
    for (const [, name, hex] of body.matchAll(/--([\w-]+):\s*#([0-9a-f]{6});/g)) found[name] = hex;
  }
  return found;
}

function contrast(one, other) {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(hex) {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
