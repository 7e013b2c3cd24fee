import manifest from '../../plugin-manifest.json';
import type { ReadRequest } from '../../src/desk/zohodesk';
import { createBridge, type Envelope } from './bridge';
import type { DeskMessage, SdkCall } from './messages';
import { createSamplePortal, type RawContact } from './portal';
import { type WorldName, worlds } from './worlds';

/*
 * The page of the local Desk: a list of contacts, the open record, and the widget in the right panel. Everything it
 * is set to stands in its address, so that any state can be linked to, by people and by tests.
 */

const translations = import.meta.glob<Record<string, string>>('../../app/translations/*.json', {
  eager: true,
  import: 'default',
});
const locales = Object.keys(translations).map((path) => path.replace(/^.*\/|\.json$/g, ''));

/** The settings of the page, each with its choices; the first is the one it starts with. */
const choices = {
  world: Object.keys(worlds) as WorldName[],
  appearance: ['light', 'dark', 'pureDark', 'auto'],
  theme: ['blue', 'green', 'red', 'yellow', 'orange'],
  font: ['Puvi', 'Lato', 'Roboto'],
  locale: ['en', ...locales.filter((locale) => locale !== 'en')],
  width: ['340', '280', '420', '720'],
  location: ['desk.contact.detail.rightpanel', 'desk.contact.detail.subtab', 'desk.ticket.detail.rightpanel'],
  envelope: ['text', 'object', 'json'] as Envelope[],
  texts: ['given', 'missing'],
  widget: ['source', 'build'],
} as const;
type Setting = keyof typeof choices;
type Settings = { -readonly [Name in Setting]: (typeof choices)[Name][number] };

const address = new URLSearchParams(location.search);
const settings = Object.fromEntries(
  Object.entries(choices).map(([name, values]) => {
    const chosen = address.get(name);
    return [name, chosen && (values as readonly string[]).includes(chosen) ? chosen : values[0]];
  }),
) as Settings;

const portal = createSamplePortal();
const contact = portal.contacts.get(address.get('contact') ?? '') ?? portal.contacts.get(portal.idOf('jane'));
if (!contact) throw new Error('the sample portal is empty');

/** Every request that the widget made, for tests to read. */
const requests: ReadRequest[] = [];
Object.assign(window, { localDesk: { requests, emit } });

const bridge = createBridge({
  portal,
  manifest,
  world: worlds[settings.world](),
  envelope: settings.envelope,
  app: () => ({
    uniqueID: '5f0c1c0e-0000-4000-8000-000000000001',
    extensionID: '189200000009000001',
    location: settings.location,
    locale: settings.locale,
    ...(settings.texts === 'given'
      ? { localeResources: translations[`../../app/translations/${settings.locale}.json`] }
      : {}),
    meta: {
      dcType: 'EU',
      service: 'zohodesk',
      deskDomainUrl: 'https://desk.zoho.eu',
      userPreferences: preferences(),
    },
  }),
  page: () => ({
    'portal.id': portal.orgId,
    ...(settings.location.startsWith('desk.ticket')
      ? { ticket: { id: '189200000007000001', contactId: String(contact.id), email: contact.email } }
      : { contact: plain(contact), 'contact.id': String(contact.id) }),
  }),
  onRequest: (request) => requests.push(request),
});

const frame = document.querySelector<HTMLIFrameElement>('#widget');
addEventListener('message', async ({ data, source }: MessageEvent<SdkCall>) => {
  if (source !== frame?.contentWindow || data.localDesk !== 'call') return;
  const { id, method, argument } = data;
  try {
    tell({ localDesk: 'answer', id, resolved: true, value: await answer(method, argument) });
  } catch (reason) {
    tell({ localDesk: 'answer', id, resolved: false, value: reason });
  }
});
show();

function answer(method: SdkCall['method'], argument: unknown): Promise<unknown> {
  switch (method) {
    case 'onload':
      return bridge.extension.onload();
    case 'get':
      return bridge.get(String(argument));
    case 'request':
      return bridge.request(argument as ReadRequest);
  }
}

function tell(message: DeskMessage) {
  frame?.contentWindow?.postMessage(message, '*');
}

function emit(name: string, data: unknown) {
  tell({ localDesk: 'event', name, data });
}

function preferences() {
  return { appearance: settings.appearance, theme: settings.theme, fontFamily: settings.font };
}

/** What Desk's page knows of a contact: text, without the account. */
function plain({ id, account: _, ...fields }: RawContact) {
  return { ...fields, id: String(id) };
}

function show() {
  document.documentElement.dataset.appearance = settings.appearance;
  showControls();
  showGroups();
  showContacts();
  showRecord();
  if (!frame) return;
  frame.width = settings.width;
  frame.src = settings.widget === 'build' ? '/build/duplicate-contacts/app/widget.html' : '/app/widget.html';
}

function showControls() {
  const form = document.querySelector('#controls');
  for (const name of Object.keys(choices) as Setting[]) {
    const select = create('select', { name });
    for (const value of choices[name])
      select.append(new Option(value, value, false, value === settings[name]));
    select.addEventListener('change', () => change(name, select.value));
    form?.append(create('label', {}, `${name} `, select));
  }
}

/** Looks change at once, as Desk tells them to its widgets; everything else needs a new page. */
function change<Name extends Setting>(name: Name, value: string) {
  Object.assign(settings, { [name]: value });
  if (name === 'appearance' || name === 'theme' || name === 'font') {
    document.documentElement.dataset.appearance = settings.appearance;
    history.replaceState(null, '', addressOf({}));
    emit('user_preference.changed', { [name === 'font' ? 'fontFamily' : name]: value });
  } else {
    location.assign(addressOf({}));
  }
}

function addressOf(other: Record<string, string>): string {
  const changed = Object.entries(settings).filter(([name, value]) => value !== choices[name as Setting][0]);
  const current = { contact: String(contact?.id), ...Object.fromEntries(changed), ...other };
  return `?${new URLSearchParams(current)}`;
}

function showGroups() {
  const list = document.querySelector('#groups');
  for (const { duplicateId, label, contactIds } of portal.groups) {
    const copy = create('button', { type: 'button', ariaLabel: `Copy ${duplicateId}` }, 'Copy');
    copy.addEventListener('click', () => navigator.clipboard.writeText(duplicateId));
    list?.append(
      create(
        'li',
        {},
        `${label} (${contactIds.length})`,
        create('small', {}, create('code', {}, duplicateId), ' ', copy),
      ),
    );
  }
}

function showContacts() {
  const list = document.querySelector('#contacts');
  for (const [id, entry] of portal.contacts) {
    const link = create('a', { href: addressOf({ contact: id }) }, nameOf(entry));
    if (entry === contact) link.setAttribute('aria-current', 'page');
    list?.append(create('li', {}, link, create('small', {}, String(entry.email ?? entry.phone ?? '—'))));
  }
}

function showRecord() {
  if (!contact) return;
  const fields = create('dl', {});
  for (const [name, value] of Object.entries({
    ...plain(contact),
    ...portal.details.get(String(contact.id)),
  })) {
    if (value === null || typeof value === 'object') continue;
    fields.append(create('dt', {}, name), create('dd', { dir: 'auto' }, String(value)));
  }
  document.querySelector('#record')?.append(create('h1', { dir: 'auto' }, nameOf(contact)), fields);
}

function nameOf(entry: RawContact): string {
  return [entry.firstName, entry.lastName].filter(Boolean).join(' ');
}

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
