import { isRecord, parseJson } from '../base/json';
import { withTimeLimit } from '../base/time';
import type { ContactId } from '../duplicates/contact';
import { portalOrigin } from './data-center';
import { readId, readText } from './read-value';
import type { ZohoDesk } from './zohodesk';

/** The agent's choices about Desk's looks; values as Desk names them, `null` where it does not say. */
export interface Preferences {
  /** `light`, `dark`, `pureDark` or `auto`. */
  readonly appearance: string | null;
  /** `red`, `green`, `blue`, `yellow` or `orange`. */
  readonly theme: string | null;
  /** `Puvi`, `Lato` or `Roboto`. */
  readonly fontFamily: string | null;
}

/** What it takes to call the portal's REST API; see `createReadApi` (read-api.ts). */
export interface Portal {
  readonly zohoDesk: ZohoDesk;
  /** Where it answers, such as `https://desk.zoho.eu`, or `null` where Desk names no known data center. */
  readonly origin: string | null;
  /** The App's `dcType`, such as `EU`. */
  readonly dataCenter: string | null;
  /** The portal's own id; without it, Desk uses the one of the connection. */
  readonly orgId: string | null;
}

/** The handful of things that we need from Desk's page. */
export interface Desk {
  /** The agent's language: one of the codes that Desk's manifest allows, such as `en` or `tw`. */
  readonly locale: string;
  /** The texts of `app/translations/<locale>.json`, where Desk hands them over. */
  readonly localeTexts: Readonly<Record<string, string>>;
  readonly preferences: Preferences;
  readonly portal: Portal;
  /** Where in Desk the widget stands, such as `desk.contact.detail.rightpanel`; `modalLocation` in a modal. */
  readonly location: string;
  /** Whether the widget stands beside a ticket. */
  readonly isTicket: boolean;
  /**
   * Asks Desk for a modal, which `modalOf` (modal.ts) does; `null` where the App's `instance` has none. `instance.modal` is
   * documented: https://www.zoho.com/desk/extensions/guide/widget-data-libraries-overview.html. Unknown: which forms of
   * `url` Desk takes, whether it keeps the query, and how it refuses.
   */
  readonly showModal: ((page: { readonly url: string; readonly title: string }) => unknown) | null;
  /**
   * The contact that this modal was opened for, or `null` where nobody says so. First the page's own address, then the
   * data of `modal.opened`: that event is seen in public extensions, whether it ever brings our id is unknown, and so is
   * whether Desk keeps the address as it was given.
   */
  modalContactId(): ContactId | null;
  /** A value of the page that Desk shows, such as `contact` or `ticket.contactId`; `null` where Desk has none. Never rejects. */
  getProperty(property: string): Promise<unknown>;
  /**
   * Calls `listener` whenever another record may be open; which one, the listener has to find out. Only `ticket_Shift`
   * is seen in public extensions: no other event for this is documented.
   */
  onRecordChange(listener: () => void): void;
  /** Calls `listener` with the preferences that changed; Desk sends only those. */
  onPreferencesChange(listener: (changed: Partial<Preferences>) => void): void;
}

/** Where a page in a modal stands (seen in Desk's SDK). */
export const modalLocation = '__MODAL__';

/** How long Desk may take to answer the first call, and to give a value of its page, in seconds. */
const startLimit = 20;
const propertyLimit = 5;

/**
 * Connects to Desk's page. Rejects when Desk does not answer: nothing can be shown then. `address` is the query of the
 * widget's own address: a contact in it means a modal, wherever Desk says that the widget stands.
 * Keys of the App: https://www.zoho.com/desk/extensions/guide/widget-data-libraries-overview.html
 */
export async function connectDesk(zohoDesk: ZohoDesk, address = new URLSearchParams()): Promise<Desk> {
  const app = await withTimeLimit(zohoDesk.extension.onload(), startLimit, noAnswer);
  const App = isRecord(app) ? app : {};
  const meta = isRecord(App.meta) ? App.meta : {};
  const instance = isRecord(App.instance) ? App.instance : {};
  const { modal } = instance;
  const addressedId = address.get('contactId');
  const location = addressedId === null ? (readText(App.location) ?? '') : modalLocation;
  let openedWith: unknown;
  subscribe('modal.opened', (data) => {
    openedWith = data;
  });
  // What is asked of the page first leaves together: each answer takes a turn of the bridge.
  const isTicket = location.startsWith('desk.ticket');
  const record = isTicket ? 'ticket' : 'contact';
  const askedAhead = new Map([record, 'extension.config'].map((property) => [property, ask(property)]));
  const portalId = readText(await ask('portal.id'));

  return {
    locale: readText(App.locale) ?? 'en',
    // Documentation and typings say localeResources, Zoho's own template says localeResource.
    localeTexts: textsOf(App.localeResources ?? App.localeResource),
    preferences: preferencesOf(meta.userPreferences),
    portal: {
      zohoDesk,
      origin: portalOrigin(meta),
      dataCenter: readText(meta.dcType),
      // A portal id that is no number makes Desk fail with an opaque 500 (seen in public extensions).
      orgId: portalId && /^\d+$/.test(portalId) ? portalId : null,
    },
    location,
    isTicket,
    showModal: typeof modal === 'function' ? (page) => modal.call(instance, page) : null,
    modalContactId: () => readId(addressedId) ?? (isRecord(openedWith) ? readId(openedWith.contactId) : null),

    getProperty(property) {
      const asked = askedAhead.get(property);
      askedAhead.delete(property);
      return asked ?? ask(property);
    },

    onRecordChange(listener) {
      for (const event of ['ticket_Shift', 'contact_Shift', 'contact_Updated', 'pageChange', 'modal.opened'])
        subscribe(event, listener);
    },

    onPreferencesChange(listener) {
      subscribe('user_preference.changed', (raw) => {
        const changed = Object.entries(preferencesOf(raw)).filter(([, value]) => value !== null);
        listener(Object.fromEntries(changed));
      });
    },
  };

  /** `ZOHODESK.get` answers `{[property]: value, status}` (https://www.zoho.com/desk/extensions/guide/global-methods.html). */
  async function ask(property: string): Promise<unknown> {
    try {
      const answer = await withTimeLimit(zohoDesk.get(property), propertyLimit, noAnswer);
      return isRecord(answer) ? (answer[property] ?? null) : null;
    } catch {
      return null; // Desk rejects what does not exist where the widget stands, such as a contact in a ticket
    }
  }

  function subscribe(event: string, listener: (data: unknown) => void) {
    const on = instance.on;
    if (typeof on === 'function') on.call(instance, event, listener);
  }
}

function preferencesOf(raw: unknown): Preferences {
  const preferences = isRecord(raw) ? raw : {};
  return {
    appearance: readText(preferences.appearance),
    theme: readText(preferences.theme),
    fontFamily: readText(preferences.fontFamily),
  };
}

function textsOf(raw: unknown): Record<string, string> {
  const texts = typeof raw === 'string' ? parseJson(raw) : raw;
  if (!isRecord(texts)) return {};
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function noAnswer(): never {
  throw new Error('no answer from Desk');
}
