import assert from "node:assert/strict";
import { test } from "node:test";
import { keepParts } from "./govuk.mjs";

test("of a shared rule only our selectors stay", () => {
  const css = keepParts(".govuk-header,.govuk-button,.govuk-button--start{color:red}");

  assert.equal(css, ".govuk-button,.govuk-button--start{color:red}");
});

test("fonts, page furniture and rules that wait for scripts are left out", () => {
  const css = keepParts(
    "@font-face{font-family:GDS Transport;src:url(/x.woff2)}.govuk-template{color:red}" +
      ".govuk-frontend-supported .govuk-button{color:red}:root{--x:1}@media print{.govuk-header{color:red}}",
  );

  assert.equal(css, "");
});

test("the name of their typeface goes, the rest of the rule stays", () => {
  const css = keepParts(".govuk-hint{font-family:GDS Transport,arial,sans-serif;margin:0}");

  assert.equal(css, ".govuk-hint{margin:0}");
});

test("a rule inside a media query stays inside it", () => {
  const css = keepParts("@media (min-width:40em){.govuk-hint{margin:0}.govuk-tabs{margin:0}}");

  assert.equal(css, "@media (min-width:40em){.govuk-hint{margin:0}}");
});

test("a part whose name begins like one of ours is another part", () => {
  assert.equal(keepParts(".govuk-list-of-other{color:red}.govuk-list--bullet{color:blue}"), ".govuk-list--bullet{color:blue}");
});
