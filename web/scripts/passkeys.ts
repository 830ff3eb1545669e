// Passkeys: asks the server what to ask, the browser for an answer, and sends the form with it.
//
//   <form method="post" action="…" data-passkey="get" data-question="/…/question" hidden>
//   <input type="hidden" name="token"><input type="hidden" name="answer">
//   <p role="alert" hidden data-failed>That did not work.</p><button type="submit">…</button>
//
// `make` adds one, `get` shows one. A form with `data-sends="id"` is sent by itself, and then the other one.

interface Question {
  token: string;
  publicKey: { challenge: string; user?: { id: string }; excludeCredentials?: { id: string }[] };
}

/** Makes every form with `data-passkey` work, if this browser knows passkeys; shows what says that it does not. */
export function passkeys(): void {
  const knows = typeof window.PublicKeyCredential === "function";
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    const shown = knows ? "[data-needs-passkeys]" : "[data-no-passkeys]";
    for (const part of form.querySelectorAll<HTMLElement>(shown)) part.hidden = false;
    if (!knows) continue;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void answer(form);
    });
  }
}

async function answer(form: HTMLFormElement): Promise<void> {
  const failed = form.querySelector<HTMLElement>("[data-failed]");
  if (failed) failed.hidden = true;
  try {
    const question = await ask(form.dataset.question ?? "");
    const credential = await of(form.dataset.passkey ?? "", question);
    fill(form, "token", question.token);
    fill(form, "answer", JSON.stringify(credential));
    const next = document.getElementById(form.dataset.sends ?? "");
    if (next instanceof HTMLFormElement) {
      await send(form);
      next.submit();
    } else {
      form.submit();
    }
  } catch {
    if (failed) failed.hidden = false;
  }
}

async function ask(address: string): Promise<Question> {
  const response = await fetch(address, { method: "POST", credentials: "same-origin", redirect: "error" });
  if (!response.ok) throw new Error(response.statusText);
  return (await response.json()) as Question;
}

/** Where it leads to does not matter; that it leads somewhere says that it was taken. */
async function send(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  const response = await fetch(form.action, { method: "POST", body, credentials: "same-origin", redirect: "manual" });
  if (response.type !== "opaqueredirect") throw new Error(response.statusText);
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** What the device says, as the server reads it. */
async function of(what: string, { publicKey }: Question): Promise<object> {
  const options = {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    ...(publicKey.user && { user: { ...publicKey.user, id: bytes(publicKey.user.id) } }),
    ...(publicKey.excludeCredentials && {
      excludeCredentials: publicKey.excludeCredentials.map((it) => ({ ...it, id: bytes(it.id) })),
    }),
  };
  const credential =
    what === "make"
      ? await navigator.credentials.create({ publicKey: options as unknown as PublicKeyCredentialCreationOptions })
      : await navigator.credentials.get({ publicKey: options as unknown as PublicKeyCredentialRequestOptions });
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
  const { response } = credential;
  const said: Record<string, unknown> = { clientDataJSON: text(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse) {
    said.attestationObject = text(response.attestationObject);
    said.transports = response.getTransports();
  } else if (response instanceof AuthenticatorAssertionResponse) {
    said.authenticatorData = text(response.authenticatorData);
    said.signature = text(response.signature);
    said.userHandle = response.userHandle && text(response.userHandle);
  }
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response: said, extensions: {} };
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (it) => it.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
