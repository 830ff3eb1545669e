// Checks a badge of ours with libraries that others wrote, without a network.
//
// BADGE_DIR is a folder with badge.json, did.json (the issuer's DID document) and status.json (its
// list of revocations), and perhaps revoked/status.json (a list that revokes the badge). Without it
// the sample badge of the crate `credentials` is checked.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = process.env.BADGE_DIR ?? here('../../crates/credentials/tests/golden');
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const badge = read(join(folder, 'badge.json'));
const did = read(join(folder, 'did.json'));
const status = read(join(folder, 'status.json'));
const revoked = join(folder, 'revoked', 'status.json');

const contexts = new Map([
  ['https://www.w3.org/ns/credentials/v2', 'credentials-v2.json'],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'open-badges-3.0.3.json'],
  ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', 'open-badges-extensions.json'],
].map(([url, file]) => [url, read(here(`../../web/dist/contexts/${file}`))]));

/** Knows the contexts, the issuer, its keys and one status list. Everything else does not exist. */
const loader = (list, issuer = did) => async (url) => {
  const key = issuer.verificationMethod.find((it) => it.id === url);
  const document = contexts.get(url)
    ?? (url === issuer.id ? issuer : undefined)
    ?? (key && { '@context': 'https://w3id.org/security/multikey/v1', ...key })
    ?? (url === list.id ? list : undefined);
  if (!document) throw new Error(`not at hand: ${url}`);
  return { contextUrl: null, documentUrl: url, document: structuredClone(document) };
};

// The library refuses a proof by a key that the issuer's document does not list; that the key's
// owner is the badge's issuer we must see to ourselves.
const verify = async (credential, { now, issuer = did, list = status } = {}) => {
  const { verified, error } = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loader(list, issuer),
    now: now ?? new Date(new Date(credential.validFrom).getTime() + 60_000),
    checkStatus: async () => ({ verified: true }),
  });
  const why = [error, ...(error?.errors ?? [])].map((it) => it?.message).join('; ');
  return { verified, why };
};

/** Every place in a document, as a list of names. */
const places = (value, at = []) => (typeof value !== 'object' ? [at]
  : [at, ...Object.entries(value).flatMap(([name, it]) => places(it, [...at, name]))]);
const at = (document, place) => place.reduce((it, name) => it[name], document);

test('the badge is genuine', async () => {
  assert.equal(badge.issuer.id, did.id);
  assert.equal(badge.proof.verificationMethod.split('#')[0], did.id);
  const { verified, why } = await verify(badge);
  assert.ok(verified, why);
});

test('the key in the badge\'s key id is the key that the issuer lists', async () => {
  const key = did.verificationMethod.find((it) => it.id === badge.proof.verificationMethod);
  assert.equal(badge.proof.verificationMethod, `${did.id}#${key.publicKeyMultibase}`);
  assert.ok(did.assertionMethod.includes(key.id));
  await Ed25519Multikey.from(key);
});

test('a badge in which any one text was changed is not genuine', async () => {
  const all = places(badge).filter((place) => typeof at(badge, place) !== 'object');
  assert.ok(all.length > 40, `only ${all.length} places`);
  for (const place of all) {
    const changed = structuredClone(badge);
    const holder = at(changed, place.slice(0, -1));
    const name = place.at(-1);
    holder[name] = typeof holder[name] === 'string' ? `${holder[name]}x` : !holder[name];
    const now = new Date(new Date(badge.validFrom).getTime() + 60_000);
    const { verified } = await verify(changed, { now });
    assert.equal(verified, false, place.join('.'));
  }
});

test('a badge to which something was added is not genuine', async () => {
  for (const member of [{ noContextKnowsThis: 'x' }, { awardedBy: { id: 'urn:x:y' } }]) {
    const { verified } = await verify({ ...badge, ...member });
    assert.equal(verified, false, JSON.stringify(member));
  }
});

test('a badge from which something was taken is not genuine', async () => {
  for (const name of Object.keys(badge).filter((it) => it !== 'validFrom')) {
    const { [name]: _, ...rest } = badge;
    const { verified } = await verify(rest);
    assert.equal(verified, false, name);
  }
});

test('a badge whose key the issuer does not list is not genuine', async () => {
  const { verified, why } = await verify(badge, { issuer: { ...did, assertionMethod: [] } });
  assert.equal(verified, false);
  assert.match(why, /not authorized/);
});

test('a badge is not valid before its first or after its last day', async () => {
  // The library forgives clocks that are five minutes off.
  const early = new Date(new Date(badge.validFrom).getTime() - 600_000);
  const late = new Date(new Date(badge.validUntil).getTime() + 600_000);
  assert.equal((await verify(badge, { now: early })).verified, false);
  assert.equal((await verify(badge, { now: late })).verified, false);
});

/** The bit itself: the library says `verified` of a revoked badge too. */
const bit = async (list) => {
  const { verified, why } = await verify(list);
  assert.ok(verified, why);
  const answer = await checkStatus({
    credential: badge,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loader(list),
    // Its proof and dates were looked at above, as of the list's own time.
    verifyBitstringStatusListCredential: false,
    verifyMatchingIssuers: true,
  });
  assert.ok(answer.verified, answer.error?.message);
  assert.equal(answer.results.length, 1);
  return answer.results[0].status;
};

test('the issuer\'s list does not revoke the badge', async () => {
  assert.equal(await bit(status), false);
});

test('a list that revokes the badge is read as such', { skip: !existsSync(revoked) }, async () => {
  assert.equal(await bit(read(revoked)), true);
});

test('a list that was altered is not genuine', async () => {
  const altered = structuredClone(status);
  const list = altered.credentialSubject.encodedList;
  altered.credentialSubject.encodedList = `${list.slice(0, 20)}${list[20] === 'A' ? 'B' : 'A'}${list.slice(21)}`;
  assert.equal((await verify(altered)).verified, false);
});
