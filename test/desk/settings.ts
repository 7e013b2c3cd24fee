import type { Envelope } from './bridge';
import type { MatchField } from './match-fields';
import { storageModes } from './storage';
import { type CallName, calls, type WorldName, worlds } from './worlds';

const translations = import.meta.glob<Record<string, string>>('../../app/translations/*.json', {
  eager: true,
  import: 'default',
});
const locales = Object.keys(translations).map((path) => path.replace(/^.*\/|\.json$/g, ''));

/** The texts that Desk hands over for a language. */
export function textsOf(locale: string): Record<string, string> | undefined {
  return translations[`../../app/translations/${locale}.json`];
}

/** The settings of the local Desk's page, each with its choices; the first is the one it starts with. */
export const choices = {
  world: Object.keys(worlds) as WorldName[],
  location: ['desk.contact.detail.rightpanel', 'desk.contact.detail.subtab', 'desk.ticket.detail.rightpanel'],
  width: ['340', '280', '420', '720'],
  locale: ['en', ...locales.filter((locale) => locale !== 'en')],
  appearance: ['light', 'dark', 'pureDark', 'auto'],
  theme: ['blue', 'green', 'red', 'yellow', 'orange'],
  font: ['Puvi', 'Lato', 'Roboto'],
  /** Which calls the world is kept to. */
  calls: Object.keys(calls) as CallName[],
  envelope: ['text', 'object', 'json'] as Envelope[],
  /** The portal's default match field. */
  defaultField: ['bothEmail', 'email', 'phone', 'fullName', 'lastName', 'none'] satisfies (
    | MatchField
    | 'none'
  )[],
  /** Whether Desk tells the widget that another record was opened. */
  events: ['on', 'off'],
  /** How much of the open contact Desk tells; `bare` is all that is confirmed. */
  told: ['full', 'bare'],
  ticketContact: ['named', 'none'],
  /** Who is signed in; of somebody unknown, Desk tells nothing. */
  agent: ['noor', 'sam', 'unknown'],
  /** How the extension's storage works. */
  storage: storageModes,
  texts: ['given', 'missing'],
  widget: ['source', 'build'],
} as const;

/** Those of them that the control bar shows without being asked. */
export const usedOften: readonly SettingName[] = [
  'world',
  'location',
  'width',
  'locale',
  'appearance',
  'theme',
];

export type SettingName = keyof typeof choices;
export type Settings = { -readonly [Name in SettingName]: (typeof choices)[Name][number] };

/** Reads the settings from the page's address; what it does not name, or names wrongly, is as at the start. */
export function readSettings(address: URLSearchParams): Settings {
  return Object.fromEntries(
    Object.entries(choices).map(([name, values]) => {
      const chosen = address.get(name);
      return [name, chosen && (values as readonly string[]).includes(chosen) ? chosen : values[0]];
    }),
  ) as Settings;
}

/** The extension's settings, which the address holds as JSON in `config`. */
export function readConfig(address: URLSearchParams): unknown {
  try {
    return JSON.parse(address.get('config') ?? '[]');
  } catch {
    return [];
  }
}
