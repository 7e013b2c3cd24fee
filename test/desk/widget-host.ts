import type { ReadRequest, ZohoDesk } from '../../src/desk/zohodesk';
import type { DeskEvent, HostMessage, MessageTarget, WidgetData, WidgetMessage } from './protocol';
import type { StorageCalls } from './storage';

/** What Desk does for its widgets. What it throws is the refusal, but for Errors: those are Desk's own. */
export type DeskService = Pick<ZohoDesk, 'request'> & StorageCalls;

export interface WidgetHostOptions {
  /** The address that the frame was given. */
  readonly address: string;
  /** The window in the frame, as it is when this is asked for. */
  readonly frame: () => MessageTarget | null;
  /** What the widget is told of itself; asked for on each load of the frame. */
  readonly describe: () => Promise<WidgetData>;
  readonly service: DeskService;
  /** Opens a modal for the widget; gives what the opener is told of it. Without it, nobody answers. */
  readonly openModal?: (options: ModalOptions) => Promise<unknown>;
  /** Told of each event that the widget wants to hear. */
  readonly onBound?: (eventName: string) => void;
  readonly uniqueID: string;
  /** How long a widget may take to register after its frame is rendered, in milliseconds. */
  readonly registerWithin?: number;
}

/** What `instance.modal` is given. */
export interface ModalOptions {
  readonly url: string;
  readonly title: string;
  readonly location: string;
}

/** Desk's side of one widget. */
export interface WidgetHost {
  /** The frame stands in the page. */
  rendered(): void;
  /** The frame has loaded its address, be it again. */
  loaded(): Promise<void>;
  /** A message has come, from whomever. */
  receive(event: { readonly data: unknown; readonly source: unknown }): void;
  /** Tells the widget an event, where it has bound that. */
  emit(name: string, data: unknown): void;
}

/**
 * Desk's side of one widget, as strict and as silent as the real one. It starts the registration once per load of the
 * frame and queues nothing, drops messages that this widget did not sign, sends only events that were bound, never
 * answers when its own handler fails, and ignores for good a widget that loaded but did not register in time.
 */
export function createWidgetHost(options: WidgetHostOptions): WidgetHost {
  const { address, frame, service, uniqueID, registerWithin = 15_000 } = options;
  const { origin, pathname } = new URL(address);
  const widgetOrigin = `${origin}${pathname}`;
  const bound = new Set<string>();
  let hasLoaded = false;
  let isRegistered = false;
  let isForgotten = false;

  return {
    rendered() {
      setTimeout(() => {
        if (hasLoaded && !isRegistered) isForgotten = true;
      }, registerWithin);
    },

    async loaded() {
      hasLoaded = true;
      const data = await options.describe();
      post({ type: '__REGISTER__', uniqueID, data, __time__: Date.now() });
    },

    receive({ data, source }) {
      if (isForgotten || source !== frame() || !isSigned(data)) return;
      switch (data.type) {
        case '__REGISTER__':
          isRegistered = true;
          break;
        case '__DEREGISTER__':
          isRegistered = false;
          bound.clear();
          break;
        case '__EVENT_BIND__':
          if (!isRegistered) break;
          bound.add(data.eventName);
          options.onBound?.(data.eventName);
          break;
        case '__EVENT__':
          if (isRegistered) void answer(data);
          break;
      }
    },

    emit(eventName, data) {
      if (isRegistered && bound.has(eventName)) post({ type: '__EVENT__', eventName, data });
    },
  };

  function isSigned(data: unknown): data is WidgetMessage {
    const message = data as Partial<WidgetMessage> | null | undefined;
    return message?.uniqueID === uniqueID && message.widgetOrigin === widgetOrigin;
  }

  async function answer(asked: WidgetMessage & { type: '__EVENT__' }) {
    try {
      respond(asked, true, await carryOut(asked));
    } catch (reason) {
      // Desk swallows its own mistakes: the widget waits for ever.
      if (!(reason instanceof Error)) respond(asked, false, reason);
    }
  }

  async function carryOut(asked: WidgetMessage & { type: '__EVENT__' }): Promise<unknown> {
    switch (asked.eventName) {
      case '__HTTP__':
        return service.request(asked.options as ReadRequest);
      case '__INVOKE_MODAL__':
        if (!options.openModal) throw new Error('no modals here');
        return options.openModal(asked.options as ModalOptions);
      case 'DESK_EVENT':
        return carryOutForDesk(asked.data);
    }
  }

  function carryOutForDesk({ type, property, value }: DeskEvent): Promise<unknown> {
    switch (type) {
      case 'GET_DATA':
        return service.get(property, value as object | undefined);
      case 'SET_DATA':
        return service.set(property, value as object);
      case 'DELETE_DATA':
        return service.delete(property, value as object);
    }
  }

  function respond(
    { promiseID, eventName }: WidgetMessage & { type: '__EVENT__' },
    isSuccess: boolean,
    data: unknown,
  ) {
    post({ type: '__EVENT_RESPONSE__', promiseID, eventName, isSuccess, data, time: Date.now() });
  }

  function post(message: HostMessage) {
    frame()?.postMessage(message, origin);
  }
}
