// Drives Chargebee's SDK for Node and prints what it makes of the answers. Runs where the SDK is installed; arguments are
// the gateway's port, and the id and token of a login that awaits its activation.

import { createRequire } from 'node:module';

const Chargebee = createRequire(`${process.cwd()}/`)('chargebee');
const [port, loginId, loginToken] = process.argv.slice(2);

function site(apiKey) {
  return new Chargebee({ apiKey, site: '127.0.0.1', hostSuffix: '', protocol: 'http', port: Number(port) });
}

async function failure(call) {
  try {
    await call();
    return 'no failure';
  } catch ({ http_status_code, api_error_code, error_code, type, param, message }) {
    return { http_status_code, api_error_code, error_code, type, param, message };
  }
}

const { portalSession } = site('test_demo_key');
const grace = { customer: { id: 'cb_grace' } };
const once = { 'chargebee-idempotency-key': 'node' };

const created = await portalSession.create({ customer: { id: 'cb_ada' }, redirect_url: 'https://shop.example/bye' });
const id = created.portal_session.id;
const first = await portalSession.create(grace, once);
const again = await portalSession.create(grace, once);

console.log(
  JSON.stringify({
    created: created.portal_session,
    retrieved: (await portalSession.retrieve(id)).portal_session,
    loggedOut: (await portalSession.logout(id)).portal_session,
    activated: (await portalSession.activate(loginId, { token: loginToken })).portal_session,
    replays: [first.isIdempotencyReplayed, again.isIdempotencyReplayed],
    sameId: first.portal_session.id === again.portal_session.id,
    unknownCustomer: await failure(() => portalSession.create({ customer: { id: 'nobody' } })),
    wrongKey: await failure(() => site('wrong').portalSession.retrieve(id)),
    wrongState: await failure(() => portalSession.activate(id, { token: created.portal_session.token })),
  }),
);
