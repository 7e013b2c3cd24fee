import type { DeskMessage, SdkCall } from './messages';

/*
 * Stands in for Zoho's client SDK inside the widget's frame: the same global, talking to the page of the local Desk.
 * Served as one classic script in place of the address in app/widget.html.
 */

const waiting = new Map<number, (message: DeskMessage & { localDesk: 'answer' }) => void>();
const listeners = new Map<string, ((data: unknown) => void)[]>();

addEventListener('message', ({ data, source }: MessageEvent<DeskMessage>) => {
  if (source !== parent) return;
  if (data.localDesk === 'answer') waiting.get(data.id)?.(data);
  if (data.localDesk === 'event') for (const listener of listeners.get(data.name) ?? []) listener(data.data);
});

let calls = 0;
function call(method: SdkCall['method'], argument: unknown, options?: unknown): Promise<unknown> {
  const id = ++calls;
  return new Promise((resolve, reject) => {
    waiting.set(id, ({ resolved, value }) => {
      waiting.delete(id);
      if (resolved) resolve(value);
      else reject(value);
    });
    parent.postMessage({ localDesk: 'call', id, method, argument, options } satisfies SdkCall, '*');
  });
}

const instance = {
  on(name: string, listener: (data: unknown) => void) {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  },
};

Object.assign(window, {
  ZOHODESK: {
    extension: { onload: async () => ({ ...((await call('onload', null)) as object), instance }) },
    get: (property: string, options?: object) => call('get', property, options),
    set: (property: string, value: object) => call('set', property, value),
    delete: (property: string, options: object) => call('delete', property, options),
    request: (options: object) => call('request', options),
    invoke: async () => undefined,
    notify: async () => undefined,
  },
});
