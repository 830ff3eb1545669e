// Keeps those parts of GOV.UK Frontend's stylesheet that Endorse uses. Its fonts, its crown, its
// header and everything that needs its scripts stay out.

/** Blocks (`govuk-<block>`, with their elements and modifiers) that pages here may use. */
const parts = [
  "button",
  "checkboxes",
  "error-message",
  "error-summary",
  "fieldset",
  "form-group",
  "hint",
  "input",
  "label",
  "list",
  "radios",
  "select",
  "summary-list",
  "textarea",
  "visually-hidden",
  "visually-hidden-focusable",
];
const known = new RegExp(`^govuk-(?:${parts.join("|")})(?:--|__|$)`);

/** @param {string} css GOV.UK Frontend, whole. @returns {string} the part of it that we use. */
export function keepParts(css) {
  const ours = css.replaceAll(/font-family:GDS Transport,[^;}]*;?/g, "");
  return blocks(ours).map(keep).join("");
}

function keep({ head, body }) {
  if (head.startsWith("@font-face")) return "";
  if (/^@(?:media|supports|layer)/.test(head)) {
    const inside = blocks(body).map(keep).join("");
    return inside ? `${head}{${inside}}` : "";
  }
  if (head.startsWith("@") || head === ":root") return "";
  const selectors = split(head).filter(wanted);
  return selectors.length ? `${selectors.join(",")}{${body}}` : "";
}

/** A selector is wanted if it names a class, and only classes of the parts above. */
function wanted(selector) {
  const classes = [...selector.matchAll(/\.([\w-]+)/g)].map((match) => match[1]);
  return classes.length > 0 && classes.every((name) => known.test(name));
}

/** The rules of a stylesheet, one level deep. */
function blocks(css) {
  const found = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let at = 0; at < css.length; at += 1) {
    if (css[at] === "/" && css[at + 1] === "*") {
      const end = css.indexOf("*/", at) + 2;
      if (depth === 0) start = end;
      at = end - 1;
    } else if (css[at] === ";" && depth === 0) {
      start = at + 1;
    } else if (css[at] === "{") {
      if (depth === 0) open = at;
      depth += 1;
    } else if (css[at] === "}") {
      depth -= 1;
      if (depth === 0) {
        found.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
        start = at + 1;
      }
    }
  }
  return found;
}

/** Selectors, split at the commas that are not inside brackets. */
function split(head) {
  const found = [""];
  let depth = 0;
  for (const sign of head) {
    if (sign === "(" || sign === "[") depth += 1;
    if (sign === ")" || sign === "]") depth -= 1;
    if (sign === "," && depth === 0) found.push("");
    else found[found.length - 1] += sign;
  }
  return found.map((one) => one.trim());
}
