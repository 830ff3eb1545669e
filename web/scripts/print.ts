// "Print or save as PDF": a button that only makes sense with a script.

/** Shows every `data-print` button and makes it work. */
export function printing(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
