// A button that copies what stands beside it.
//
//   <button class="btn btn--small" type="button" hidden data-copy="fingerprint" data-copied="Copied">Copy</button>

/** Shows every `data-copy` button and makes it work. */
export function copying(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy ?? "");
    if (!source) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.textContent?.trim() ?? "");
      const label = button.textContent;
      button.textContent = button.dataset.copied ?? label;
      button.addEventListener("blur", () => (button.textContent = label), { once: true });
    });
  }
}
