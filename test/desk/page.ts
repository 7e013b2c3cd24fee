import ownManifest from '../../plugin-manifest.json';
import type { ReadRequest } from '../../src/desk/zohodesk';
import { createBridge } from './bridge';
import { createControls } from './control-bar';
import { create } from './elements';
import type { LocalDeskPage } from './local-desk-page';
import { isTicket, pageFacts, plain } from './page-facts';
import { createSamplePortal, type RawContact } from './portal';
import { choices, readConfig, readSettings, type SettingName } from './settings';
import { rowsIn, type StorageRequest, type StoredRow } from './storage';
import { stormOf } from './storm';
import { developerBase } from './widget-address';
import { createWidgetPanel } from './widget-panel';
import { calls, only, worlds } from './worlds';

/*
 * The page of the local Desk: a list of contacts, the open record, and the widget in the right panel. Everything it
 * is set to stands in its address, so that any state can be linked to, by people and by tests.
 */

const address = new URLSearchParams(location.search);
const settings = readSettings(address);
const portal = createSamplePortal({
  defaultMatchField: settings.defaultField === 'none' ? null : settings.defaultField,
  countsFrom: settings.countsFrom === '1' ? 1 : 0,
});
let contactId = contactIn(address);

/** In developer mode Desk reads the manifest where the widget is served. */
const developer = address.get('developer');
const manifest: typeof ownManifest = developer
  ? await (await fetch(`${developerBase(developer)}plugin-manifest.json`)).json()
  : ownManifest;

/** The extension's storage outlives a reload of the page, as it does in Desk. */
const shelf = rowsIn(settings.storage === 'shared' ? localStorage : sessionStorage);

const requests: ReadRequest[] = [];
const storageCalls: StorageRequest[] = [];
Object.assign(window, {
  localDesk: {
    requests,
    storageCalls,
    get rows() {
      return new Map(Array.from(shelf.values(), (row) => [row.key, row]));
    },
    emit: (name, data) => widget.host?.emit(name, data),
    registerAgain: async () => widget.host?.loaded(),
    openContact,
    editContact,
    putRow,
  } satisfies LocalDeskPage,
});

/** In the world `stormy`, its seed stands in the address, and the storage and the wrapping go wrong with it. */
const seed = Number(address.get('seed') ?? 1);
const storm = settings.world === 'stormy' ? stormOf(seed) : null;

const bridge = createBridge({
  portal,
  manifest,
  world: only(calls[settings.calls], storm?.world ?? worlds[settings.world]()),
  envelope: storm?.envelope ?? settings.envelope,
  config: readConfig(address),
  storage: shelf,
  storageMode: storm?.storage ?? settings.storage,
  onStorageRequest: (request) => storageCalls.push(request),
  page: () => pageFacts(portal, contact(), settings),
  onRequest: (request) => requests.push(request),
});

const widget = createWidgetPanel(settings, bridge, () => change('authorized', 'yes'));
addEventListener('popstate', () => turnTo(contactIn(new URLSearchParams(location.search))));
show();

function contactIn(query: URLSearchParams): string {
  const id = query.get('contact') ?? '';
  return portal.contacts.has(id) ? id : portal.idOf('jane');
}

function contact(): RawContact {
  const open = portal.contacts.get(contactId);
  if (!open) throw new Error(`no contact ${contactId}`);
  return open;
}

function openContact(id: string) {
  if (!portal.contacts.has(id)) throw new Error(`no contact ${id}`);
  if (id === contactId) return;
  history.pushState(null, '', addressOf({ contact: id }));
  turnTo(id);
}

/** Desk's page shows another record in place. The widget's frame stays, and is told of a ticket once that is there. */
function turnTo(id: string) {
  contactId = id;
  showContacts();
  showRecord();
  if (isTicket(settings.location)) widget.host?.emit('ticket_Shift', { ticket_shifted: true });
  // Nobody has seen such an event: it stands for the one that Desk may have.
  else if (settings.events === 'on') widget.host?.emit('contact_Shift', {});
}

function editContact(id: string, fields: Readonly<Record<string, unknown>>) {
  portal.edit(id, { modifiedTime: new Date().toISOString(), ...fields });
  showContacts();
  showRecord();
}

function putRow(row: StoredRow) {
  shelf.set(row.key, row);
}

function show() {
  document.documentElement.dataset.appearance = settings.appearance;
  document.querySelector('#controls')?.append(...createControls(settings, change));
  showGroups();
  showContacts();
  showRecord();
  document.querySelector('aside')?.append(widget.element);
}

/** Looks change at once, as Desk tells them to its widgets; everything else needs a new page. */
function change(name: SettingName, value: string) {
  Object.assign(settings, { [name]: value });
  if (name === 'appearance' || name === 'theme' || name === 'font') {
    document.documentElement.dataset.appearance = settings.appearance;
    history.replaceState(null, '', addressOf({}));
    widget.host?.emit('user_preference.changed', { [name === 'font' ? 'fontFamily' : name]: value });
  } else {
    location.assign(addressOf({}));
  }
}

function addressOf(other: Record<string, string>): string {
  const changed = Object.entries(settings).filter(
    ([name, value]) => value !== choices[name as SettingName][0],
  );
  const kept = ['config', 'seed', 'developer'].flatMap((name) => {
    const value = address.get(name);
    return value ? [[name, value]] : [];
  });
  const current = { contact: contactId, ...Object.fromEntries([...changed, ...kept]) };
  return `?${new URLSearchParams({ ...current, ...other })}`;
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

/** The list keeps its links, so that the one that was clicked keeps the focus. */
function showContacts() {
  const list = document.querySelector('#contacts');
  for (const [id, entry] of portal.contacts) {
    const known = document.getElementById(`contact-${id}`);
    const item = known ?? create('li', { id: `contact-${id}` }, create('a', {}), create('small', {}));
    if (!known) list?.append(item);
    const [link, note] = item.children;
    if (!(link instanceof HTMLAnchorElement) || !note) continue;
    link.href = addressOf({ contact: id });
    link.textContent = nameOf(entry);
    note.textContent = String(entry.email ?? entry.phone ?? '—');
    if (id === contactId) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      openContact(id);
    };
  }
}

function showRecord() {
  const fields = create('dl', {});
  for (const [name, value] of Object.entries({ ...plain(contact()), ...portal.details.get(contactId) })) {
    if (value === null || typeof value === 'object') continue;
    fields.append(create('dt', {}, name), create('dd', { dir: 'auto' }, String(value)));
  }
  document
    .querySelector('#record')
    ?.replaceChildren(create('h1', { dir: 'auto' }, nameOf(contact())), fields);
}

function nameOf(entry: RawContact): string {
  return [entry.firstName, entry.lastName].filter(Boolean).join(' ');
}
