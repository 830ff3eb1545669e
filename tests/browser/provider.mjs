// A provider of identities on this machine: OpenID Connect by a library that others certify theirs with.
// Whoever comes says which address is theirs, and is believed.
import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";

/** Starts one that knows a client; `unconfirmed@…` is an address that it has not confirmed. */
export async function provider({ clientId, clientSecret, redirectUri }) {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const oidc = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["a key for cookies"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/who/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: `Pat ${id.split("@")[0]}`,
        email: id,
        email_verified: !id.startsWith("unconfirmed"),
      }),
    }),
    // Nobody is asked whether we may know what they have come to tell us.
    async loadExistingGrant({ oidc: { client, provider: it, session } }) {
      const grant = new it.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = oidc.callback();
  server.on("request", (request, response) => {
    if (!request.url.startsWith("/who/")) return answer(request, response);
    return who(oidc, request, response);
  });
  return {
    issuer,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function who(oidc, request, response) {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><html lang="en"><title>Who?</title><link rel="icon" href="data:,">
      <form method="post"><label>Address <input name="who"></label><button>That is me</button></form>`);
    return;
  }
  let body = "";
  for await (const part of request) body += part;
  const accountId = new URLSearchParams(body).get("who");
  await oidc.interactionFinished(request, response, { login: { accountId } });
}
