// A form with something typed and not sent asks before the page is left.

const dirty = new Set<HTMLFormElement>();

/** Watches every form that posts and has something to type in; `data-no-guard` opts out. */
export function guardForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("main form")) {
    if (form.method !== "post" || "noGuard" in form.dataset) continue;
    if (!form.querySelector('textarea, select, input:not([type="hidden"])')) continue;
    // What came back to be corrected was typed, too, and nobody has kept it.
    if (form.querySelector(".govuk-form-group--error, .govuk-error-summary")) dirty.add(form);
    form.addEventListener("input", () => dirty.add(form));
    form.addEventListener("submit", () => dirty.clear());
  }
  window.addEventListener("beforeunload", (event) => {
    if (dirty.size > 0) event.preventDefault();
  });
}

/** What was typed is kept: the page may be left. */
export function isKept(form: HTMLFormElement): void {
  dirty.delete(form);
}
