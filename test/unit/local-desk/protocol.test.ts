import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../../plugin-manifest.json';
import { createBridge } from '../../desk/bridge';
import { createClientSdk } from '../../desk/client-sdk';
import { createSamplePortal } from '../../desk/portal';
import type { MessageTarget } from '../../desk/protocol';
import { createWidgetHost, type DeskService, type WidgetHostOptions } from '../../desk/widget-host';
import { worlds } from '../../desk/worlds';
import { settle } from '../support';

type Listener = (event: { data: never; source: unknown }) => void;

/** A window that listens: what is posted to it comes as a clone, a moment later, from whoever `sender` is. */
class FakeWindow implements MessageTarget {
  readonly origins: string[] = [];
  readonly received: unknown[] = [];
  readonly #listeners: Listener[] = [];
  readonly #unloaders: (() => void)[] = [];
  sender: unknown = null;
  readonly location = {
    origin: 'https://1.zappsusercontent.eu',
    protocol: 'https:',
    host: '1.zappsusercontent.eu',
    pathname: '/appfiles/1/1.0/9f/app/widget.html',
    search: '?serviceOrigin=https%3A%2F%2Fdesk.zoho.eu',
  };

  postMessage(message: unknown, targetOrigin: string) {
    const data = structuredClone(message);
    this.origins.push(targetOrigin);
    void Promise.resolve().then(() => this.dispatch(data));
  }

  dispatch(data: unknown, source = this.sender) {
    this.received.push(data);
    for (const listener of this.#listeners) listener({ data: data as never, source });
  }

  unload() {
    for (const unloader of this.#unloaders) unloader();
  }

  addEventListener(type: string, listener: (event: never) => void) {
    if (type === 'unload') this.#unloaders.push(listener as () => void);
    else this.#listeners.push(listener as Listener);
  }
}

const service: DeskService = {
  get: async (property) => ({ [property]: 'known', status: 'success' }),
  set: async () => ({}),
  delete: async () => ({}),
  request: async () => 'answered',
};

/** Desk's page with a widget in a frame that has not loaded yet. */
function widgetInDesk(options: Partial<WidgetHostOptions> = {}) {
  const [frame, page] = [new FakeWindow(), new FakeWindow()];
  frame.sender = page;
  page.sender = frame;
  const host = createWidgetHost({
    address: `${frame.location.origin}${frame.location.pathname}${frame.location.search}`,
    frame: () => frame,
    describe: async () => ({ uniqueID: 'w1', location: 'desk.contact.detail.rightpanel' }),
    service,
    uniqueID: 'w1',
    ...options,
  });
  page.addEventListener('message', host.receive);
  const sdk = createClientSdk(frame);
  return { frame, page, host, sdk };
}

/** The same, once the frame has loaded and the widget has asked in time who it is. */
async function registeredWidget(options: Partial<WidgetHostOptions> = {}) {
  const desk = widgetInDesk(options);
  const app = desk.sdk.extension.onload();
  await desk.host.loaded();
  await settle();
  return { ...desk, app: (await app) as { instance: ReturnType<typeof instanceOf> } };
}

interface Instance {
  readonly dcType: string;
  on(name: unknown, handler: unknown): unknown;
  modal(options: object): Promise<unknown>;
}

function instanceOf(app: unknown) {
  return (app as { instance: Instance }).instance;
}

/** What has become of a promise by now. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  let state = 'pending';
  promise.then(
    () => {
      state = 'resolved';
    },
    () => {
      state = 'rejected';
    },
  );
  await settle(60 * 60_000);
  return state;
}

const typesIn = (target: FakeWindow) => target.received.map((message) => (message as { type: string }).type);
const aRequest = { url: 'https://desk.zoho.eu/api/v1/contacts', postBody: {} };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the registration', () => {
  it('is started by Desk alone: a widget that waits sends nothing', async () => {
    const { page, sdk } = widgetInDesk();
    expect(await stateOf(sdk.extension.onload())).toBe('pending');
    expect(page.received).toEqual([]);
  });

  it('happens once per load of the frame, and the SDK answers it', async () => {
    const { frame, page, host } = widgetInDesk();
    await host.loaded();
    await settle(60_000);
    expect(typesIn(frame)).toEqual(['__REGISTER__']);
    expect(page.received).toEqual([
      {
        type: '__REGISTER__',
        uniqueID: 'w1',
        widgetID: 'w1',
        widgetOrigin: 'https://1.zappsusercontent.eu/appfiles/1/1.0/9f/app/widget.html',
        time: expect.any(Number),
      },
    ]);
    await host.loaded();
    await settle();
    expect(typesIn(frame)).toEqual(['__REGISTER__', '__REGISTER__']);
  });

  it('resolves onload with what Desk knows of the widget, and the instance', async () => {
    const { app } = await registeredWidget();
    expect(app).toMatchObject({ uniqueID: 'w1', location: 'desk.contact.detail.rightpanel' });
    expect(app.instance.dcType).toBe('EU');
  });

  it('never resolves an onload that was called after it', async () => {
    const { sdk, host } = widgetInDesk();
    await host.loaded();
    await settle();
    expect(await stateOf(sdk.extension.onload())).toBe('pending');
  });

  it('resolves even that one when Desk repeats it, and binds all events again', async () => {
    const { sdk, host, page, app } = await registeredWidget();
    app.instance.on('ticket_Shift', () => {});
    const late = sdk.extension.onload();
    await host.loaded();
    expect(await stateOf(late)).toBe('resolved');
    expect(typesIn(page)).toEqual(['__REGISTER__', '__EVENT_BIND__', '__REGISTER__', '__EVENT_BIND__']);
  });

  it('is accepted from any window', async () => {
    const { frame, sdk } = widgetInDesk();
    const stranger = new FakeWindow();
    const app = sdk.extension.onload();
    frame.dispatch({ type: '__REGISTER__', uniqueID: 'x', data: { uniqueID: 'x' } }, stranger);
    expect(await app).toMatchObject({ uniqueID: 'x' });
    await settle();
    expect(typesIn(stranger)).toEqual(['__REGISTER__']);
  });

  it.each([
    ['1.zappsusercontent.com', 'US'],
    ['1.zappsusercontent.com.cn', 'CN'],
    ['127.0.0.1:5000', '1:5000'],
  ])("names the data center after the last label of the widget's host %s", async (host, dcType) => {
    const frame = new FakeWindow();
    Object.assign(frame.location, { host });
    const app = createClientSdk(frame).extension.onload();
    frame.dispatch({ type: '__REGISTER__', uniqueID: 'w1', data: { uniqueID: 'w1' } }, new FakeWindow());
    expect(instanceOf(await app).dcType).toBe(dcType);
  });
});

describe('the SDK', () => {
  const calls = ['get', 'set', 'delete', 'request'] as const;
  const call = (sdk: ReturnType<typeof createClientSdk>, name: (typeof calls)[number], options: object) =>
    name === 'request' ? sdk.request(options) : sdk[name]('database', options);

  it.each(calls)('throws at once where %s is called before the registration', (name) => {
    const { sdk } = widgetInDesk();
    expect(() => call(sdk, name, {})).toThrow('Parentwindow reference not found.');
  });

  it.each(calls)('throws at once where %s is given what cannot be cloned', async (name) => {
    const { sdk } = await registeredWidget();
    expect(() => call(sdk, name, { listener: () => {} })).toThrow(DOMException);
  });

  it('posts to the origin that its address names', async () => {
    const { page, sdk } = await registeredWidget();
    await sdk.get('ticket');
    expect(new Set(page.origins)).toEqual(new Set(['https://desk.zoho.eu']));
  });

  it('posts to its own origin where the address names none', async () => {
    const frame = new FakeWindow();
    const page = new FakeWindow();
    Object.assign(frame.location, { search: '' });
    createClientSdk(frame);
    frame.dispatch({ type: '__REGISTER__', uniqueID: 'w1', data: { uniqueID: 'w1' } }, page);
    expect(page.origins).toEqual([frame.location.origin]);
  });

  it('throws in its own listener at a message without data', () => {
    const { frame } = widgetInDesk();
    expect(() => frame.dispatch(null, new FakeWindow())).toThrow(TypeError);
  });

  it.each([{}, { type: 'other' }, 'hello', 7])('passes over the message %j', async (data) => {
    const { frame, page } = widgetInDesk();
    frame.dispatch(data);
    await settle();
    expect(page.received).toEqual([]);
  });

  it('takes its leave when the frame is unloaded, but for one that was never registered', async () => {
    const unknown = widgetInDesk();
    expect(() => unknown.frame.unload()).not.toThrow();
    const { frame, page, host, app } = await registeredWidget();
    const heard = vi.fn();
    app.instance.on('ticket_Shift', heard);
    await settle();
    frame.unload();
    await settle();
    expect(typesIn(page).at(-1)).toBe('__DEREGISTER__');
    host.emit('ticket_Shift', {});
    await settle();
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('what a widget asks for', () => {
  it('goes to Desk in the form of its protocol', async () => {
    const { page, sdk } = await registeredWidget();
    await sdk.get('database', { key: 'a' });
    await sdk.request(aRequest);
    expect(page.received.slice(1)).toMatchObject([
      {
        type: '__EVENT__',
        eventName: 'DESK_EVENT',
        data: { type: 'GET_DATA', property: 'database', value: { key: 'a' } },
        isPromise: true,
        promiseID: 'Promise100',
      },
      { type: '__EVENT__', eventName: '__HTTP__', options: aRequest, promiseID: 'Promise101' },
    ]);
  });

  it('is answered', async () => {
    const { sdk } = await registeredWidget();
    expect(await sdk.get('ticket')).toEqual({ ticket: 'known', status: 'success' });
    expect(await sdk.request(aRequest)).toBe('answered');
  });

  it.each([[{ errMsg: 'No Data Found' }], ['{"statusCode":403,"statusMessage":""}']])(
    'is refused with the plain value %j',
    async (reason) => {
      const { sdk } = await registeredWidget({ service: { ...service, get: () => Promise.reject(reason) } });
      await expect(sdk.get('ticket')).rejects.toEqual(reason);
    },
  );

  it('is a modal, of which the page tells the opener', async () => {
    const openModal = vi.fn(async () => ({ widgetID: 'w2' }));
    const { app } = await registeredWidget({ openModal });
    const asked = { url: '/app/widget.html', title: 'Comparison' };
    expect(await app.instance.modal(asked)).toEqual({ widgetID: 'w2' });
    expect(openModal).toHaveBeenCalledExactlyOnceWith({ ...asked, location: '__MODAL__' });
  });

  it("is never answered where Desk's own code fails", async () => {
    const { sdk } = await registeredWidget({
      service: { ...service, get: () => Promise.reject(new TypeError('x is undefined')) },
    });
    expect(await stateOf(sdk.get('ticket'))).toBe('pending');
  });

  it('is never answered where a request has no postBody', async () => {
    const bridge = createBridge({
      portal: createSamplePortal(),
      manifest,
      world: worlds.usual(),
      page: () => ({}),
    });
    const { sdk } = await registeredWidget({ service: bridge });
    const { postBody: _, ...bare } = { ...aRequest, type: 'GET', headers: {}, data: {} };
    expect(await stateOf(sdk.request(bare))).toBe('pending');
  });
});

describe("Desk's page", () => {
  const signed = {
    uniqueID: 'w1',
    widgetOrigin: 'https://1.zappsusercontent.eu/appfiles/1/1.0/9f/app/widget.html',
  };
  const ask = {
    ...signed,
    type: '__EVENT__',
    eventName: 'DESK_EVENT',
    data: { type: 'GET_DATA', property: 'ticket' },
    promiseID: 'Promise1',
  };

  it.each<[what: string, message: unknown]>([
    ['for another widget', { ...ask, uniqueID: 'w2' }],
    ['from another path', { ...ask, widgetOrigin: 'https://1.zappsusercontent.eu/app/other.html' }],
    ['from a path with a query', { ...ask, widgetOrigin: `${signed.widgetOrigin}?page=2` }],
    ['from another host', { ...ask, widgetOrigin: signed.widgetOrigin.replace('//1.', '//2.') }],
    ['that is nothing', null],
    ['that is text', 'hello'],
  ])('drops a message %s', async (_, message) => {
    const { page, frame } = await registeredWidget();
    page.dispatch(message);
    await settle();
    expect(typesIn(frame)).toEqual(['__REGISTER__']);
  });

  it('drops a message from another window', async () => {
    const { page, frame } = await registeredWidget();
    page.dispatch(ask, new FakeWindow());
    await settle();
    expect(typesIn(frame)).toEqual(['__REGISTER__']);
    page.dispatch(ask);
    await settle();
    expect(typesIn(frame)).toEqual(['__REGISTER__', '__EVENT_RESPONSE__']);
  });

  it('answers nobody who has not registered', async () => {
    const { page, frame } = widgetInDesk();
    page.dispatch(ask);
    await settle();
    expect(frame.received).toEqual([]);
  });

  it('forgets a widget that has loaded but not registered in 15 seconds, for good', async () => {
    const { page, frame, host } = widgetInDesk({ describe: () => new Promise(() => {}) });
    host.rendered();
    void host.loaded();
    await settle(15_000);
    page.dispatch({ ...signed, type: '__REGISTER__' });
    page.dispatch(ask);
    await settle();
    expect(frame.received).toEqual([]);
  });

  it('can be told how long to wait', async () => {
    const { page, frame, host } = widgetInDesk({
      describe: () => new Promise(() => {}),
      registerWithin: 100,
    });
    host.rendered();
    void host.loaded();
    await settle(99);
    page.dispatch({ ...signed, type: '__REGISTER__' });
    await settle(1);
    page.dispatch(ask);
    await settle();
    expect(typesIn(frame)).toEqual(['__EVENT_RESPONSE__']);
  });

  it('waits for a frame that is slow to load', async () => {
    const { host, sdk } = widgetInDesk();
    host.rendered();
    await settle(20_000);
    await host.loaded();
    await settle();
    expect(await sdk.get('ticket')).toMatchObject({ status: 'success' });
  });
});

describe('events', () => {
  it('reach only those who have bound them, with the instance as this', async () => {
    const { host, frame, app } = await registeredWidget();
    const heard: unknown[] = [];
    app.instance.on('ticket_Shift', function (this: unknown, data: unknown) {
      heard.push(this, data);
    });
    await settle();
    host.emit('contact_Shift', {});
    host.emit('ticket_Shift', { ticket_shifted: true });
    await settle();
    expect(heard).toEqual([app.instance, { ticket_shifted: true }]);
    expect(typesIn(frame)).toEqual(['__REGISTER__', '__EVENT__']);
  });

  it('reach all handlers, though one throws', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { host, app } = await registeredWidget();
    const second = vi.fn();
    app.instance.on('ticket_Shift', () => {
      throw new Error('broken');
    });
    app.instance.on('ticket_Shift', second);
    await settle();
    host.emit('ticket_Shift', {});
    await settle();
    expect(second).toHaveBeenCalledOnce();
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it('are bound without an answer, by a name and a function', async () => {
    const { page, app } = await registeredWidget();
    expect(app.instance.on('pageChange', () => {})).toBeUndefined();
    await settle();
    expect(page.received.at(-1)).toMatchObject({ type: '__EVENT_BIND__', eventName: 'pageChange', count: 1 });
    expect(() => app.instance.on(7, () => {})).toThrow(TypeError);
    expect(() => app.instance.on('pageChange', 'handler')).toThrow(TypeError);
  });
});
