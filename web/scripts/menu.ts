// The menu on a phone is a details element and opens by itself; here it only learns to close.

/** Closes an open menu on Escape and on a tap beside it. */
export function menu(): void {
  const details = document.querySelector<HTMLDetailsElement>("details.menu");
  if (!details) return;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    if (!details.contains(event.target as Node)) details.open = false;
  });
}
