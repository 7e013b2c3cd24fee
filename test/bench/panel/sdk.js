/*
 * Stands in for Zoho's client SDK and the Desk behind it, for timings: it answers after a fixed latency, from a portal
 * that is made up by number. The page's address says how: `latency` of each answer in milliseconds, `members` of the
 * large group, `duplicates` of the open contact.
 */
(() => {
  const address = new URLSearchParams(location.search);
  const latency = Number(address.get('latency') ?? 0);
  const members = Number(address.get('members') ?? 1000);
  const duplicates = Number(address.get('duplicates') ?? 3);
  const perPage = 100;
  const listeners = {};
  let callCount = 0;
  let open = 0;

  const answered = (value) =>
    new Promise((resolve) => {
      if (latency) return setTimeout(resolve, latency, value);
      // As a message of the bridge: a task of its own.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve(value);
      };
      channel.port2.postMessage(null);
    });

  function contact(number, shared) {
    const id = String(450000000000000000n + BigInt(number));
    return {
      id,
      firstName: `First${number % 97}`,
      lastName: `Last${number % 1009}`,
      email: shared?.email ?? `person${number}@customers.example`,
      secondaryEmail: number % 5 ? null : `private${number}@home.example`,
      phone: shared?.phone ?? `+1 202 555 ${String(number % 10000).padStart(4, '0')}`,
      mobile: number % 3 ? null : `+1 303 555 ${String(number % 10000).padStart(4, '0')}`,
      type: null,
      accountId: String(460000000000000000n + BigInt(number % 50)),
      account: {
        id: String(460000000000000000n + BigInt(number % 50)),
        accountName: `Account ${number % 50}`,
      },
      ownerId: null,
      isSpam: false,
      isAnonymous: false,
      isEndUser: number % 7 === 0,
      createdTime: new Date(1600000000000 + (number % 40000) * 3600000).toISOString(),
      zohoCRMContact: null,
      webUrl: `https://desk.zoho.com/support/bench/ShowHomePage.do#Contacts/dv/${id}`,
    };
  }

  const shared = (number) => ({ email: `open${number}@customers.example`, phone: '+1 202 555 0100' });
  const opened = () => contact(1000000 + open * 100, shared(open));

  function body(path, data) {
    if (path.endsWith('/defaultFieldName')) return { fieldName: 'email' };
    if (path.endsWith('/groupContacts')) {
      const holders = data.fieldName === 'bothEmail' ? duplicates : 0;
      const numbers = Array.from({ length: holders + 1 }, (_, index) => 1000000 + open * 100 + index);
      return { data: numbers.map((number) => contact(number, shared(open))) };
    }
    if (path.includes('/contactsDeduplication/')) {
      const from = (Number(data.page ?? 1) - 1) * perPage;
      const size = Math.max(0, Math.min(perPage, members - from));
      const first = from === 0 ? [opened()] : [];
      return {
        data: [
          ...first,
          ...Array.from({ length: size - first.length }, (_, index) => contact(from + index + 1)),
        ],
      };
    }
    if (path.endsWith('/statistics')) return { ticketsCount: { total: 3 } };
    if (/\/contacts\/\d+$/.test(path)) {
      const number = Number(BigInt(path.split('/').at(-1)) - 450000000000000000n);
      return {
        ...contact(number, number >= 1000000 ? shared(open) : undefined),
        title: 'Buyer',
        city: 'Springfield',
      };
    }
    return null;
  }

  const page = {
    'portal.id': '60012345',
    'extension.config': [],
    user: { id: '450000000000999001', fullName: 'Agent Bench' },
  };

  window.benchDesk = {
    callCount: () => callCount,
    openNext() {
      open++;
      for (const listener of listeners.contact_Shift ?? []) listener();
    },
    openAgain(number) {
      open = number;
      for (const listener of listeners.contact_Shift ?? []) listener();
    },
  };

  window.ZOHODESK = {
    extension: {
      onload: () =>
        answered({
          locale: 'en',
          localeResources: window.benchTexts,
          location: 'desk.contact.detail.rightpanel',
          meta: { dcType: 'US', userPreferences: { appearance: 'light' } },
          instance: {
            on(event, listener) {
              listeners[event] = [...(listeners[event] ?? []), listener];
            },
          },
        }),
    },
    get(property) {
      if (property === 'database') return answered({ 'database.get': {} });
      if (property === 'contact') return answered({ contact: opened(), status: 'success' });
      return answered({ [property]: page[property] ?? null, status: 'success' });
    },
    set: () => answered({ status: 'success' }),
    delete: () => answered({ status: 'success' }),
    request({ url, data }) {
      const path = new URL(url).pathname;
      callCount++;
      return answered(
        JSON.stringify({ statusCode: 200, response: JSON.stringify({ statusMessage: body(path, data) }) }),
      );
    },
  };
})();
