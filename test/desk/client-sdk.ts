import type { DeskEvent, HostMessage, MessageTarget, WidgetData, WidgetMessage } from './protocol';

/** The part of the widget's own window that the SDK uses. */
export interface WidgetWindow {
  readonly location: Pick<Location, 'origin' | 'host' | 'pathname' | 'protocol' | 'search'>;
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: HostMessage; readonly source: unknown }) => void,
  ): void;
  addEventListener(type: 'unload', listener: () => void): void;
}

type Handler = (this: object, data: unknown) => void;
type Unsigned<Message> = Message extends WidgetMessage
  ? Omit<Message, 'uniqueID' | 'widgetID' | 'widgetOrigin' | 'time'>
  : never;

/**
 * A stand-in for the part of Zoho's client SDK that the widget uses. As strict as the real one: Desk starts the
 * registration, calls before it throw, and messages are accepted from any window.
 */
export function createClientSdk(widget: WidgetWindow) {
  const { origin, protocol, host, pathname, search } = widget.location;
  const serviceOrigin = new URLSearchParams(search).get('serviceOrigin') ?? origin;
  const widgetOrigin = `${protocol}//${host}${pathname}`;
  const loadHandlers: ((data: WidgetData) => void)[] = [];
  const handlers = new Map<string, Handler[]>();
  const waiting = new Map<string, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  let desk: { readonly page: MessageTarget; readonly uniqueID: string } | null = null;
  let promises = 100;

  const instance = {
    dcType: dataCenterOf(host),
    on(name: string, handler: Handler): void {
      if (typeof name !== 'string') throw new TypeError('The name of an event must be a string.');
      if (typeof handler !== 'function') throw new TypeError('The handler of an event must be a function.');
      handlers.set(name, [...(handlers.get(name) ?? []), handler]);
      if (desk) bind(name);
    },
    /** Writes into what it was given, as the real one does. */
    modal: (options: object) =>
      promised({
        eventName: '__INVOKE_MODAL__',
        options: Object.assign(options, { location: '__MODAL__' }),
      }),
  };

  widget.addEventListener('message', ({ data, source }) => {
    // Throws for a message without data, as the real SDK does.
    switch (data.type) {
      case '__REGISTER__':
        return register(source as MessageTarget, data);
      case '__EVENT__':
        return deliver(data.eventName, data.data);
      case '__EVENT_RESPONSE__':
        return settle(data);
    }
  });
  widget.addEventListener('unload', () => {
    if (desk) send({ type: '__DEREGISTER__' });
  });

  return {
    extension: {
      /** Resolves only where it is called before Desk registers the widget: nothing is queued or repeated. */
      onload: () =>
        new Promise<unknown>((resolve) => {
          loadHandlers.push((data) => resolve({ ...data, instance }));
        }),
    },
    get: (property: string, value?: object) => ask({ type: 'GET_DATA', property, value }),
    set: (property: string, value: object) => ask({ type: 'SET_DATA', property, value }),
    delete: (property: string, value: object) => ask({ type: 'DELETE_DATA', property, value }),
    request: (options: object) => promised({ eventName: '__HTTP__', options }),
  };

  function register(page: MessageTarget, { uniqueID, data }: HostMessage & { type: '__REGISTER__' }) {
    desk = { page, uniqueID };
    send({ type: '__REGISTER__' });
    for (const name of handlers.keys()) bind(name);
    for (const handle of loadHandlers) handle(data);
  }

  function bind(eventName: string) {
    send({ type: '__EVENT_BIND__', eventName, count: handlers.get(eventName)?.length ?? 0 });
  }

  function deliver(name: string, data: unknown) {
    for (const handler of handlers.get(name) ?? []) {
      try {
        handler.call(instance, data);
      } catch (error) {
        console.error(error);
      }
    }
  }

  function settle({ promiseID, isSuccess, data }: HostMessage & { type: '__EVENT_RESPONSE__' }) {
    const promise = waiting.get(promiseID);
    waiting.delete(promiseID);
    if (isSuccess) promise?.resolve(data);
    else promise?.reject(data);
  }

  function ask(data: DeskEvent) {
    return promised({ eventName: 'DESK_EVENT', data });
  }

  function promised(
    asked:
      | { eventName: '__HTTP__' | '__INVOKE_MODAL__'; options: unknown }
      | { eventName: 'DESK_EVENT'; data: DeskEvent },
  ): Promise<unknown> {
    const promiseID = `Promise${promises++}`;
    send({ type: '__EVENT__', ...asked, isPromise: true, promiseID });
    return new Promise((resolve, reject) => {
      waiting.set(promiseID, { resolve, reject });
    });
  }

  /** Throws before the registration, and where the message cannot be cloned. */
  function send(message: Unsigned<WidgetMessage>) {
    if (!desk) throw new Error('Parentwindow reference not found.');
    const { uniqueID } = desk;
    const signature = { uniqueID, widgetID: uniqueID, widgetOrigin, time: Date.now() };
    desk.page.postMessage({ ...message, ...signature }, serviceOrigin);
  }
}

/** The last label of the widget's own host, such as EU: only where Zoho hosts it does that name a data center. */
function dataCenterOf(host: string): string {
  const label = host.split('.').at(-1)?.toUpperCase() ?? '';
  return label === 'COM' ? 'US' : label;
}
