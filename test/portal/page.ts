import manifest from '../../plugin-manifest.json';
import { isRecord, parseJson } from '../../src/base/json';
import { deskHosts } from '../../src/desk/data-center';
import { jsonOf } from '../desk/api-answer';
import { createBridge } from '../desk/bridge';
import { createControls } from '../desk/control-bar';
import { create } from '../desk/elements';
import { pageFacts, plain } from '../desk/page-facts';
import type { RawContact } from '../desk/portal';
import { choices, readConfig, readSettings, type SettingName } from '../desk/settings';
import { rowsIn } from '../desk/storage';
import { createWidgetPanel } from '../desk/widget-panel';
import { createLivePortal, readPortalFacts } from './live-portal';

/*
 * The page of the local Desk over a real portal: the open contact, and the widget beside it. What the portal says goes
 * through the same bridge as the sample portal's answers; what the widget stores stays in this browser.
 */

/** What only the sample portal can do otherwise, or has to be as the portal is. */
const settled: readonly SettingName[] = ['world', 'calls', 'defaultField', 'countsFrom', 'authorized'];

const address = new URLSearchParams(location.search);
for (const name of settled) address.delete(name);
const settings = readSettings(address);
const { orgId, dataCenter } = await readPortalFacts();
const host = deskHosts[dataCenter] ?? '';

const portal = createLivePortal(showBar);
showBar(null);
document.documentElement.dataset.appearance = settings.appearance;
document.querySelector('#controls')?.append(...createControls(settings, change, settled));
listenToForm();

const contact = await readContact(contactIn(address.get('contact') ?? ''));
showRecord();
const bridge = createBridge({
  portal,
  manifest,
  envelope: settings.envelope,
  config: readConfig(address),
  storage: rowsIn(settings.storage === 'shared' ? localStorage : sessionStorage),
  storageMode: settings.storage,
  page: () => pageFacts({ orgId }, contact, settings),
});
const home = { dcType: dataCenter, deskDomainUrl: `https://${host}` };
document.querySelector('aside')?.append(createWidgetPanel(settings, bridge, () => {}, home).element);

/** Says whose data this is, and what to do about the last answer where that was no good. */
function showBar(advice: string | null) {
  document
    .querySelector('#live')
    ?.replaceChildren(
      `Live data of portal ${orgId} (${host}) – real people, read only.`,
      ...(advice ? [create('small', {}, advice)] : []),
    );
}

/** The last long number of what was pasted: an id, or the address of a contact in Desk. */
function contactIn(pasted: string): string | null {
  return pasted.match(/\d{6,19}/g)?.at(-1) ?? null;
}

async function readContact(id: string | null): Promise<RawContact | null> {
  if (id === null) return null;
  const { body } = await portal.answer({
    method: 'GET',
    path: `/contacts/${id}`,
    query: { include: 'accounts' },
  });
  const read = body === null ? undefined : parseJson(jsonOf(body));
  return isRecord(read) && (typeof read.id === 'string' || typeof read.id === 'number')
    ? { ...read, id: String(read.id) }
    : null;
}

function showRecord() {
  const asked = contactIn(address.get('contact') ?? '');
  const heading = contact
    ? [contact.firstName, contact.lastName].filter(Boolean).join(' ')
    : asked
      ? `No contact ${asked} could be read.`
      : 'No contact is open.';
  const fields = create('dl', {});
  for (const [name, value] of Object.entries(contact ? plain(contact) : {})) {
    if (value === null || typeof value === 'object') continue;
    fields.append(create('dt', {}, name), create('dd', { dir: 'auto' }, String(value)));
  }
  document.querySelector('#record')?.replaceChildren(create('h1', { dir: 'auto' }, heading), fields);
}

function listenToForm() {
  const form = document.querySelector<HTMLFormElement>('#contact');
  const field = form?.querySelector('input');
  if (!form || !field) return;
  field.value = address.get('contact') ?? '';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open({ contact: contactIn(field.value) ?? field.value });
  });
}

function change(name: SettingName, value: string) {
  open({ [name]: value === choices[name][0] ? '' : value });
}

/** Everything that the page is set to stands in its address. */
function open(changed: Readonly<Record<string, string>>) {
  const next = { ...Object.fromEntries(address), ...changed };
  const named = Object.entries(next).filter(([, value]) => value !== '');
  location.assign(`?${new URLSearchParams(named)}`);
}
