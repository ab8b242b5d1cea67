// A link into myAccount over JSON-RPC, with Node alone.

import { createHmac } from 'node:crypto';

const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:8080';
const merchantCode = 'DEMOSHOP';
const secretKey = 'demo-secret-key';

let id = 0;

async function call(method, ...params) {
  const response = await fetch(`${gateway}/rpc/6.0/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: ++id, method, params }),
  });
  const { result, error } = await response.json();
  if (error) throw new Error(error.message);
  return result;
}

function login() {
  const date = new Date().toISOString().slice(0, 19).replace('T', ' ');
  const text = [merchantCode, date].map((part) => Buffer.byteLength(part) + part).join('');
  const hash = createHmac('sha3-256', secretKey).update(text).digest('hex');
  return call('login', merchantCode, date, hash, 'sha3-256');
}

try {
  const session = await login();
  const customer = await call('getCustomerInformation', session, '352365983');
  const link = await call(
    'getSingleSignOnByCustomer', session, customer.ExternalCustomerReference, 'ExternalCustomerReference',
    'my_products', null, 300);
  console.log(link);
} catch (error) {
  console.error(error.cause?.message ?? error.message);
  process.exitCode = 1;
}
