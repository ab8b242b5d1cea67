// How each platform makes a login link. All of this runs on the server, at the click, and the link goes to the browser
// at once: it works once and not for long, so there is nothing to keep.

import { createHmac } from 'node:crypto';
import Chargebee from 'chargebee';

export const gateway = new URL(process.env.GATEWAY ?? 'http://127.0.0.1:8080');

const chargebee = new Chargebee({
  site: gateway.hostname,
  hostSuffix: '',
  protocol: gateway.protocol.slice(0, -1),
  port: gateway.port,
  apiKey: 'test_demo_key',
});

export const portals = {
  twocheckout: { title: 'My licenses (2Checkout)', link: twoCheckoutLink },
  chargebee: { title: 'My subscription (Chargebee)', link: chargebeeLink },
  planhat: { title: 'My workspace (Planhat)', link: planhatLink, isFor: hasPlanhatAccess },
  fusebill: { title: 'My invoices (Fusebill)', link: fusebillLink },
};

async function twoCheckoutLink(user) {
  const date = new Date().toISOString().slice(0, 19).replace('T', ' ');
  const text = ['DEMOSHOP', date].map((part) => Buffer.byteLength(part) + part).join('');
  const hash = createHmac('sha3-256', 'demo-secret-key').update(text).digest('hex');
  const session = await twoCheckout('login', 'DEMOSHOP', date, hash, 'sha3-256');
  return twoCheckout('getSingleSignOn', session, user.subscription, null, 30, 'my_license');
}

async function twoCheckout(method, ...params) {
  const response = await call('/rpc/6.0/', {
    method: 'POST',
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = await response.json();
  if (error) throw new Error(`2Checkout: ${error.message}`);
  return result;
}

async function chargebeeLink(user, site) {
  const { portal_session: session } = await chargebee.portalSession.create({
    customer: { id: user.chargebee },
    redirect_url: `${site}/`,
  });
  return session.access_url;
}

const planhatToken = { headers: { Authorization: 'Bearer planhat-demo-token' } };

async function planhatLink(user) {
  return (await call(`/shareabletokens/${user.planhat}`, planhatToken)).text();
}

async function hasPlanhatAccess(user) {
  return (await call(`/shareabletokens/access/${user.planhat}`, planhatToken)).json();
}

async function fusebillLink(user) {
  const response = await call(`/v1/SingleSignOn/GetSingleSignOnToken/${user.fusebill}`, {
    headers: { Authorization: 'Basic MDpERU1PS0VZ' },
  });
  const page = new URL('/ManagedPortal/Invoices', gateway);
  page.searchParams.set('token', await response.json());
  return page.href;
}

async function call(path, request) {
  const response = await fetch(new URL(path, gateway), request);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

/** Chargebee's portal as identity provider: where the browser signs in. */
export function chargebeeLogin(returnUrl, cancelUrl) {
  const login = new URL('/portal/login', gateway);
  login.searchParams.set('return_url', returnUrl);
  login.searchParams.set('cancel_url', cancelUrl);
  return login.href;
}

/** What comes back from there is proved by activating it; the answer says who signed in. */
export async function chargebeeCustomer(sessionId, token) {
  const { portal_session: session } = await chargebee.portalSession.activate(sessionId, { token });
  return session.customer_id;
}
