// The site's own users, and what each is called by the billing platforms. These are the gateway's demo accounts.

export const users = {
  ada: {
    name: 'Ada Lovelace',
    subscription: 'DC47E143FA',
    chargebee: 'cb_ada',
    planhat: '5d81eb28aeeafc7a74d8f901',
    fusebill: 1001,
  },
  grace: {
    name: 'Grace Hopper',
    subscription: '8AF9A9DC95',
    chargebee: 'cb_grace',
    planhat: '5d81eb28aeeafc7a74d8f902',
    fusebill: 1002,
  },
};
