// The site's pages.

const escape = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const button = (action, label) =>
  `<form method="post" action="${action}"><button>${escape(label)}</button></form>`;

export const page = (title, ...parts) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
  form { margin: .5rem 0 }
  button { font: inherit; padding: .5rem 1rem; width: 100%; text-align: left }
</style>
<h1>${escape(title)}</h1>
${parts.join('\n')}
`;

export const signInPage = (users) =>
  page(
    'Sign in to the shop',
    '<p>A real site asks for a password here.</p>',
    ...Object.entries(users).map(([id, user]) => button(`/sign-in/${id}`, `I am ${user.name}`)),
  );

export const accountPage = (user, portals) =>
  page(
    `Hello ${user.name}`,
    ...portals.map(([id, portal]) => button(`/portal/${id}`, portal.title)),
    '<p><a href="/members">The members’ page</a></p>',
    button('/sign-out', 'Sign out'),
  );

export const membersPage = (customer) =>
  page('Members', `<p>You signed in at the portal as customer ${escape(customer)}.</p>`);

export const sorryPage = (message) =>
  page('That did not work', `<p>${escape(message)}</p>`, '<p><a href="/">Back to your account</a></p>');
