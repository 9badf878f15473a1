// A real OAuth 2 and OpenID server for the tests. It prints the port the system chose, and ends with its input.
// Beside it stand a page on which the tests say who signs in, and what GitHub has instead of OpenID's user information.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const people = new Map();
const redirects = new Set();
const tokens = [];
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

// May come without a code verifier, as LinkedIn's web flow asks.
const unproved = 'blog zonder bewijs';
let seen = 0;
let port = 0;

const body = async (request) => {
  const pieces = [];
  for await (const piece of request) {
    pieces.push(piece);
  }

  return Buffer.concat(pieces).toString();
};
const answer = (response, status, text, type = 'text/html; charset=utf-8') => {
  response.writeHead(status, { 'Content-Type': type });
  response.end(text);
};

let oidc;
let handle;

function begin() {
  oidc = new Provider(`http://127.0.0.1:${port}`, {
    clients: ['blog', unproved].map((client) => ({ client_id: client, client_secret: 'geheim van het blog', redirect_uris: ['https://blog.voorbeeld.test/'], grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_post' })),
    cookies: { keys: ['niet geheim'] },
    pkce: { required: (_, client) => client.clientId !== unproved },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'picture'] },
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/wie/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ ...(people.get(id) ?? {}), sub: id }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, AuthorizationCode: 60, AccessToken: 600, IdToken: 600 },
  });

  // The sites of the tests listen at ports that are only known once they run: each says exactly where it is.
  oidc.Client.prototype.redirectUriAllowed = (address) => redirects.has(address);
  oidc.on('grant.success', (ctx) => tokens.push(ctx.oidc.params.code_verifier ?? ''));
  handle = oidc.callback();
}

async function ours(request, response, path) {
  const parts = path.split('/');
  if (request.method === 'PUT' && parts[1] === 'mensen') {
    people.set(decodeURIComponent(parts[2]), JSON.parse(await body(request)));
    answer(response, 204, '');
  } else if (request.method === 'PUT' && parts[1] === 'adres') {
    redirects.add(await body(request));
    answer(response, 204, '');
  } else if (request.method === 'GET' && parts[1] === 'bewijzen') {
    answer(response, 200, JSON.stringify(tokens), 'application/json');
  } else if (request.method === 'GET' && parts[1] === 'foto.png') {
    seen += 1;
    answer(response, 200, picture, 'image/png');
  } else if (request.method === 'GET' && parts[1] === 'gezien') {
    answer(response, 200, String(seen), 'text/plain');
  } else if (request.method === 'GET' && parts[1] === 'wie') {
    answer(response, 200, `<!doctype html><html lang="nl"><title>Wie ben je</title><main><h1>Wie ben je</h1><form method="post" action="/wie/${parts[2]}"><label>Naam <input name="wie"></label><button>Verder</button></form></main>`);
  } else if (request.method === 'POST' && parts[1] === 'wie') {
    const said = new URLSearchParams(await body(request));
    const result = said.has('fout')
      ? { error: said.get('fout'), error_description: said.get('woorden') ?? '' }
      : { login: { accountId: said.get('wie'), remember: false } };
    await oidc.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  } else {
    return false;
  }

  return true;
}

const server = createServer(async (request, response) => {
  try {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (!(await ours(request, response, path))) {
      await handle(request, response);
    }
  } catch (failed) {
    answer(response, 500, String(failed?.stack ?? failed), 'text/plain');
  }
});

server.listen(0, '127.0.0.1', () => {
  port = server.address().port;
  begin();
  console.log(`port ${port}`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
