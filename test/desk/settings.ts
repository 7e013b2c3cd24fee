import type { Envelope } from './bridge';
import type { MatchField } from './match-fields';
import { storageModes } from './storage';
import { type CallName, calls, type WorldName, worlds } from './worlds';

const locales = Object.keys(import.meta.glob('../../app/translations/*.json')).map((path) =>
  path.replace(/^.*\/|\.json$/g, ''),
);

/** The settings of the local Desk's page, each with its choices; the first is the one it starts with. */
export const choices = {
  world: Object.keys(worlds) as WorldName[],
  location: ['desk.contact.detail.rightpanel', 'desk.contact.detail.subtab', 'desk.ticket.detail.rightpanel'],
  width: ['340', '280', '285', '305', '420', '720', '1200'],
  /** In pixels; Desk's panel beside a ticket had 545, and may have 145 to 600. */
  height: ['window', '545', '145', '600'],
  locale: ['en', ...locales.filter((locale) => locale !== 'en')],
  appearance: ['light', 'dark', 'pureDark', 'auto'],
  theme: ['blue', 'green', 'red', 'yellow', 'orange'],
  font: ['Puvi', 'Lato', 'Roboto'],
  /** Whether the extension's connection is authorized, and who looks where it is not. */
  authorized: ['yes', 'administratorPending', 'agentPending', 'lightAgent'],
  /** Which calls the world is kept to. */
  calls: Object.keys(calls) as CallName[],
  envelope: ['text', 'object', 'json', 'rejected', 'encodedTwice', 'mobile'] as Envelope[],
  /** The portal's default match field. */
  defaultField: ['bothEmail', 'email', 'phone', 'fullName', 'lastName', 'none'] satisfies (
    | MatchField
    | 'none'
  )[],
  /** What /groupContacts calls the first contact of a group. */
  countsFrom: ['0', '1'],
  /** Whether Desk tells the widget that another contact was opened; another ticket is always told. */
  events: ['off', 'on'],
  /** How much of the open contact Desk tells; `bare` is all that is confirmed. */
  told: ['full', 'bare'],
  ticketContact: ['named', 'none'],
  /** Who is signed in; of somebody unknown, Desk tells nothing. */
  agent: ['noor', 'sam', 'unknown'],
  /** How the extension's storage works. */
  storage: storageModes,
  /** The key under which Desk hands over the translation, or that it found none. */
  texts: ['localeResource', 'localeResources', 'missing'],
  /** How Desk names the language; in developer mode it may be the manifest's list. */
  localeForm: ['text', 'list'],
  /** The attributes of the widget's frame: none, a permission to write the clipboard, or a sandbox. */
  frame: ['none', 'clipboard', 'sandboxed'],
  /** Whether a modal's frame gets its address with the query or without, or Desk opens no modal. */
  modal: ['withQuery', 'withoutQuery', 'refused'],
  /** What the browser lets the frame store: something apart from other sites, or nothing at all. */
  browserStorage: ['partitioned', 'blocked'],
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

/** Those that change what Desk answers: with another choice, the widget is to forget the answers it has kept. */
const answersDependOn = [
  'world',
  'calls',
  'envelope',
  'defaultField',
  'countsFrom',
  'agent',
  'storage',
  'authorized',
  'told',
] as const satisfies readonly SettingName[];

/** Equal for settings with which Desk answers the same. */
export function answersKey(settings: Settings): string {
  return answersDependOn.map((name) => settings[name]).join(' ');
}

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
