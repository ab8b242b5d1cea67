// A link into the customer portal, with Chargebee's SDK for Node.

import Chargebee from 'chargebee';

const gateway = new URL(process.env.GATEWAY ?? 'http://127.0.0.1:8080');
const chargebee = new Chargebee({
  apiKey: 'test_demo_key',
  // With Chargebee itself, the name of the site is all that stands here.
  site: gateway.hostname,
  hostSuffix: '',
  protocol: gateway.protocol.slice(0, -1),
  port: Number(gateway.port || (gateway.protocol === 'https:' ? 443 : 80)),
});

try {
  const { portal_session: session } = await chargebee.portalSession.create({
    customer: { id: 'cb_ada' },
    redirect_url: 'http://localhost:3000/signed-out',
  });
  console.log(session.access_url);
} catch (error) {
  console.error(error.cause?.message ?? error.message);
  process.exitCode = 1;
}
