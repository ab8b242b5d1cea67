// A company's own site: its users sign in here, and a button for each billing portal signs them in there.

import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { accountPage, membersPage, page, signInPage, sorryPage } from './pages.mjs';
import { chargebeeCustomer, chargebeeLogin, portals } from './platforms.mjs';
import { users } from './users.mjs';

const sessions = new Map();

const routes = {
  'GET /': home,
  'POST /sign-in/:id': signIn,
  'POST /sign-out': signOut,
  'POST /portal/:id': openPortal,
  'GET /members': members,
  'GET /members/return': membersReturn,
  'GET /members/cancelled': () => ({ html: page('Members only', '<p>You did not sign in.</p>') }),
};

async function home({ session }) {
  const user = users[session?.user];
  if (!user) return { html: signInPage(users) };
  const shown = [];
  for (const [id, portal] of Object.entries(portals)) {
    if (!portal.isFor || (await portal.isFor(user))) shown.push([id, portal]);
  }
  return { html: accountPage(user, shown) };
}

function signIn({ id }) {
  if (!users[id]) return { status: 404, html: sorryPage('There is no such user.') };
  const cookie = randomBytes(20).toString('hex');
  sessions.set(cookie, { user: id });
  return { redirect: '/', cookie };
}

function signOut({ cookie }) {
  sessions.delete(cookie);
  return { redirect: '/', cookie: '' };
}

async function openPortal({ id, session, site }) {
  const user = users[session?.user];
  if (!user) return { redirect: '/' };
  if (!portals[id]) return { status: 404, html: sorryPage('There is no such portal.') };
  return { redirect: await portals[id].link(user, site) };
}

// This page is for whoever signs in at Chargebee's portal. The state ties what comes back to this browser.
function members({ session, site }) {
  if (!session) return { redirect: '/' };
  if (session.customer) return { html: membersPage(session.customer) };
  session.state = randomBytes(20).toString('hex');
  return {
    redirect: chargebeeLogin(`${site}/members/return?state=${session.state}`, `${site}/members/cancelled`),
  };
}

async function membersReturn({ session, query }) {
  if (!session?.state || query.get('state') !== session.state) {
    return { status: 403, html: sorryPage('This browser did not ask to sign in.') };
  }
  delete session.state;
  session.customer = await chargebeeCustomer(query.get('auth_session_id'), query.get('auth_session_token'));
  return { redirect: '/members' };
}

const server = createServer(async (request, response) => {
  const site = `http://${request.headers.host}`;
  const url = new URL(request.url, site);
  const cookie = /(?:^|; )shop=(\w+)/.exec(request.headers.cookie)?.[1];
  const [, first, id] = url.pathname.split('/');
  const route =
    routes[`${request.method} ${url.pathname}`] ?? routes[`${request.method} /${first}/:id`];
  let answer;
  try {
    if (request.method === 'POST' && request.headers.origin !== site) {
      answer = { status: 403, html: sorryPage('This form is not ours.') };
    } else {
      answer = route
        ? await route({ id, site, cookie, session: sessions.get(cookie), query: url.searchParams })
        : { status: 404, html: sorryPage('There is no such page.') };
    }
  } catch (error) {
    console.error(error.message);
    answer = { status: 502, html: sorryPage('The billing platform did not answer as it should.') };
  }
  if (answer.cookie !== undefined) {
    response.setHeader('Set-Cookie', `shop=${answer.cookie}; Path=/; HttpOnly; SameSite=Lax`);
  }
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(answer.redirect ? 303 : (answer.status ?? 200), {
    'Content-Type': 'text/html; charset=utf-8',
    ...(answer.redirect && { Location: answer.redirect }),
  });
  response.end(answer.html);
});

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`The shop is at http://127.0.0.1:${server.address().port}`);
});
