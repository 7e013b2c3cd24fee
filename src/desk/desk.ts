import { isRecord, parseJson } from '../base/json';
import { withTimeLimit } from '../base/time';
import { portalOrigin } from './data-centre';
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
  /** Where it answers, such as `https://desk.zoho.eu`, or `null` where Desk names no known data centre. */
  readonly origin: string | null;
  /** The App's `dcType`, such as `EU`. */
  readonly dataCentre: string | null;
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
  /** Where in Desk the widget stands, such as `desk.contact.detail.rightpanel`. */
  readonly location: string;
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

/** How long Desk may take to answer the first call, and to give a value of its page, in seconds. */
const startLimit = 20;
const propertyLimit = 5;

/**
 * Connects to Desk's page. Rejects when Desk does not answer: nothing can be shown then.
 * Keys of the App: https://www.zoho.com/desk/extensions/guide/widget-data-libraries-overview.html
 */
export async function connectDesk(zohoDesk: ZohoDesk): Promise<Desk> {
  const app = await withTimeLimit(zohoDesk.extension.onload(), startLimit, noAnswer);
  const App = isRecord(app) ? app : {};
  const meta = isRecord(App.meta) ? App.meta : {};
  const location = textOf(App.location) ?? '';
  // What is asked of the page first leaves together: each answer takes a turn of the bridge.
  const record = location.startsWith('desk.ticket') ? 'ticket' : 'contact';
  const askedAhead = new Map([record, 'extension.config'].map((property) => [property, ask(property)]));
  const portalId = textOf(await ask('portal.id'));

  return {
    locale: textOf(App.locale) ?? 'en',
    // Documentation and typings say localeResources, Zoho's own template says localeResource.
    localeTexts: textsOf(App.localeResources ?? App.localeResource),
    preferences: preferencesOf(meta.userPreferences),
    portal: {
      zohoDesk,
      origin: portalOrigin(meta),
      dataCentre: textOf(meta.dcType),
      // A portal id that is no number makes Desk fail with an opaque 500 (seen in public extensions).
      orgId: portalId && /^\d+$/.test(portalId) ? portalId : null,
    },
    location,
    getProperty(property) {
      const asked = askedAhead.get(property);
      askedAhead.delete(property);
      return asked ?? ask(property);
    },

    onRecordChange(listener) {
      for (const event of ['ticket_Shift', 'contact_Shift', 'contact_Updated', 'pageChange'])
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
    const instance = isRecord(App.instance) ? App.instance : {};
    const on = instance.on;
    if (typeof on === 'function') on.call(instance, event, listener);
  }
}

function preferencesOf(raw: unknown): Preferences {
  const preferences = isRecord(raw) ? raw : {};
  return {
    appearance: textOf(preferences.appearance),
    theme: textOf(preferences.theme),
    fontFamily: textOf(preferences.fontFamily),
  };
}

function textsOf(raw: unknown): Record<string, string> {
  const texts = typeof raw === 'string' ? parseJson(raw) : raw;
  if (!isRecord(texts)) return {};
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function textOf(value: unknown): string | null {
  return (typeof value === 'string' && value.trim()) || (typeof value === 'number' && String(value)) || null;
}

function noAnswer(): never {
  throw new Error('no answer from Desk');
}
