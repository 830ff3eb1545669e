// A page that only leads on, without waiting for its button.
//
//   <form method="post" action="…" data-goes-on>…<button type="submit">Go on</button></form>

/** Sends the form with `data-goes-on`, if there is one. */
export function goingOn(): void {
  document.querySelector<HTMLFormElement>("form[data-goes-on]")?.requestSubmit();
}
