import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../../plugin-manifest.json';
import { connectDesk } from '../../../src/desk/desk';
// Loaded before the tests, so that the panel's own loading of it takes no time of the real clock.
import '../../../src/duplicates/to-e164';
import type { GroupReference } from '../../../src/duplicates/group-reference';
import type { OpenRecord } from '../../../src/state/open-record';
import { createSession, type Session } from '../../../src/state/session';
import type { ApiRequest } from '../../desk/api-answer';
import { createBridge } from '../../desk/bridge';
import type { MatchField } from '../../desk/match-fields';
import { pageFacts } from '../../desk/page-facts';
import { createSamplePortal, duplicatesOf, type SamplePortal } from '../../desk/portal';
import type { Settings as Page } from '../../desk/settings';
import type { Records } from '../../desk/storage';
import { calls as callsOf, only, type World, worlds } from '../../desk/worlds';
import { createShelf, settle } from '../support';

const ticket = 'desk.ticket.detail.rightpanel';

/** The group by id of Jane, with somebody whom no field of hers finds. */
const janesGroup: GroupReference = { by: 'id', duplicateId: '189200000004010003', parameters: {} };
/** A group by id that Jane is not in. */
const othersGroup: GroupReference = { by: 'id', duplicateId: '189200000004010002', parameters: {} };

interface Opening extends Partial<Pick<Page, 'location' | 'told' | 'ticketContact'>> {
  readonly portal?: SamplePortal;
  readonly world?: World;
  readonly config?: unknown;
  readonly storage?: Records;
  /** Waited for before the storage answers. */
  readonly storageAnswers?: () => Promise<void>;
  /** Waited for before Desk tells what it knew of the open contact when it was asked. */
  readonly contactIsTold?: () => Promise<void>;
}

/** The panel without its surface, beside the contact of this key in the sample portal. */
async function openPanel(key: string, opening: Opening = {}) {
  const { portal = createSamplePortal(), world = worlds.usual(), storageAnswers, contactIsTold } = opening;
  const page = {
    location: opening.location ?? 'desk.contact.detail.rightpanel',
    told: opening.told ?? 'full',
    ticketContact: opening.ticketContact ?? 'named',
  } as const;
  const requests: string[] = [];
  const listeners: (() => void)[] = [];
  let contactId = portal.idOf(key);

  const bridge = createBridge({
    portal,
    manifest,
    world,
    config: opening.config ?? [],
    storage: opening.storage === undefined ? new Map() : opening.storage,
    app: () => ({
      location: page.location,
      locale: 'en',
      meta: { dcType: 'EU' },
      instance: {
        on(event: string, listener: () => void) {
          if (event === 'contact_Shift') listeners.push(listener);
        },
      },
    }),
    page() {
      const contact = portal.contacts.get(contactId);
      return contact ? pageFacts(portal, contact, page) : {};
    },
    onRequest: ({ url, data }) => {
      const path = url.split('/api/v1/')[1] ?? '';
      requests.push(data.fieldName ? `${data.fieldName}=${data.fieldValues}` : path);
    },
  });
  const desk = await connectDesk({
    ...bridge,
    async get(property: string, options?: object) {
      if (property === 'database') await storageAnswers?.();
      const answer = bridge.get(property, options);
      if (property === 'contact') await contactIsTold?.();
      return answer;
    },
  });
  const session = createSession(desk);
  await settle();

  return {
    portal,
    session,
    requests,
    record: () => recordIn(session),
    id: (name: string) => portal.idOf(name),
    /** What was asked of the API since the last time, in alphabetical order. */
    asked: () => requests.splice(0).sort(),
    /** Shows another record, as Desk does: the widget is told that something changed. */
    async show(name: string) {
      contactId = portal.idOf(name);
      for (const listener of listeners) listener();
      await settle();
    },
    async edit(fields: Readonly<Record<string, unknown>>) {
      portal.edit(contactId, fields);
      for (const listener of listeners) listener();
      await settle();
    },
    async refresh() {
      await session.refresh();
      await settle();
    },
  };
}

type Panel = Awaited<ReturnType<typeof openPanel>>;

function recordIn({ record }: Session): OpenRecord {
  if (!record.value) throw new Error('no record is open');
  return record.value;
}

function detectionOf({ record }: Panel) {
  const open = record();
  if (open.kind !== 'contact') throw new Error('nothing is looked for');
  return open.detection;
}

/** Whom the panel shows as possible duplicates, by their ids. */
function duplicatesIn({ record }: Panel): string[] {
  return record()
    .candidates.all.value.filter(({ isDuplicate }) => isDuplicate)
    .map(({ contact }) => contact.id);
}

/** What became of each value that was asked for, by the field it stands in. */
function phasesIn(panel: Panel): Record<string, string> {
  const { checks } = detectionOf(panel);
  return Object.fromEntries(
    checks.value.map(({ value, reading }) => [value.source, reading.phase.value.kind]),
  );
}

async function openGroup({ record }: Panel, reference: GroupReference): Promise<string> {
  record().groups.open(reference);
  await settle();
  return record().groups.selected.value;
}

/** A world whose calls wait until the test lets them through, one by one and in any order. */
function worldByHand(isMeant: (request: ApiRequest) => boolean = () => true) {
  const waiting: { readonly request: ApiRequest; readonly letThrough: () => void }[] = [];
  const world = only(isMeant, {
    respond: (request, usual) =>
      new Promise((resolve) => {
        waiting.push({
          request,
          letThrough: () => resolve({ kind: 'answer', answer: usual() }),
        });
      }),
  });
  return {
    world,
    waiting,
    async letThrough(turn: number) {
      waiting.splice(turn, 1)[0]?.letThrough();
      await settle();
    },
    async letAllThrough() {
      for (const call of waiting.splice(0).reverse()) call.letThrough();
      await settle();
    },
  };
}

/** A world that is as another one while `on` says so. */
function switched(other: World) {
  const state = { on: false };
  const world: World = {
    respond: (request, usual) => (state.on ? other : worlds.usual()).respond(request, usual),
  };
  return { state, world };
}

function freshBrowser() {
  vi.stubGlobal('localStorage', createShelf());
  vi.stubGlobal('sessionStorage', createShelf());
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 12, 9, 30) });
  freshBrowser();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('opening a contact', () => {
  it('finds its duplicates by itself', async () => {
    const panel = await openPanel('jane');
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'complete' });
    expect(detectionOf(panel).isSettled.value).toBe(true);
    const [candidate] = panel.record().candidates.all.value;
    expect(candidate).toMatchObject({ evidence: { strength: 'strong' } });
  });

  it.each([
    'jane',
    'jose',
    'joseShort',
    'weiLiLatin',
    'piet',
    'sofia',
    'ines',
    'harper',
    'miriam',
    'anonymous',
  ])('finds everyone who shares an address or a phone with %s, and nobody else', async (key) => {
    const panel = await openPanel(key);
    const expected = duplicatesOf(panel.portal, panel.id(key), ['bothEmail', 'phone']);
    expect(duplicatesIn(panel).sort()).toEqual(expected.sort());
  });

  it('knows of the open contact what its groups tell, beside what the page tells', async () => {
    const panel = await openPanel('jane');
    expect(panel.record().contact.value).toMatchObject({
      id: panel.id('jane'),
      email: 'jane.vandijk@acme.example',
      accountName: 'Acme BV',
    });
  });

  it('checks the name of one who has neither address nor phone', async () => {
    const panel = await openPanel('lastNameOnly');
    expect(panel.asked()).toEqual(['contactsDeduplication/defaultFieldName', 'fullName=Petersen']);
    expect(phasesIn(panel)).toEqual({ fullName: 'complete' });
  });

  it('offers the values that were not asked for, and asks for them when told to', async () => {
    const panel = await openPanel('annaBerlin');
    panel.asked();
    const { furtherValues, check } = detectionOf(panel);
    expect(furtherValues.value.map(({ source }) => source)).toEqual(['fullName', 'lastName', 'firstName']);
    const [name] = furtherValues.value;
    if (name) check(name);
    await settle();
    expect(panel.asked()).toEqual(['fullName=Anna Müller']);
    expect(duplicatesIn(panel)).toEqual([panel.id('annaSpam')]);
    expect(furtherValues.value.map(({ source }) => source)).toEqual(['lastName', 'firstName']);
  });
});

describe('what it costs', () => {
  it('is three calls for the first contact of the day', async () => {
    const panel = await openPanel('jane');
    expect(panel.session.usage.calls.value).toBe(3);
    expect(panel.asked()).toEqual([
      'bothEmail=jane.vandijk@acme.example',
      'contactsDeduplication/defaultFieldName',
      'phone=+31 20 555 01 02',
    ]);
  });

  it('is two for the next', async () => {
    const panel = await openPanel('jane');
    panel.asked();
    await panel.show('sofia');
    expect(panel.session.usage.calls.value).toBe(5);
    expect(panel.asked()).toEqual(['bothEmail=sofia.lindqvist@norrsken.example', 'phone=+46 8 555 0182']);
    expect(duplicatesIn(panel)).toEqual([]);
  });

  it('is nothing for one who was open before', async () => {
    const panel = await openPanel('jane');
    await panel.show('sofia');
    panel.asked();
    await panel.show('jane');
    expect(panel.asked()).toEqual([]);
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it('is only the phone for one whose address was asked for before, in another case', async () => {
    const panel = await openPanel('jane');
    panel.asked();
    await panel.show('janeWork');
    expect(panel.asked()).toEqual(['phone=0205550102']);
    expect(duplicatesIn(panel)).toEqual([panel.id('jane')]);
  });

  it('is nothing for a panel that is opened again in the same browser', async () => {
    await openPanel('jane');
    const again = await openPanel('jane');
    expect(again.session.usage.calls.value).toBe(0);
    expect(duplicatesIn(again)).toEqual([again.id('janeWork')]);
  });

  it('is the match field alone that is kept in another tab, and on the same day', async () => {
    await openPanel('jane');
    vi.stubGlobal('sessionStorage', createShelf());
    expect((await openPanel('jane')).asked()).toHaveLength(2);
    await settle(24 * 60 * 60_000);
    expect((await openPanel('jane')).asked()).toHaveLength(3);
  });

  it('is two calls again after a quarter of an hour', async () => {
    const panel = await openPanel('jane');
    await panel.show('sofia');
    panel.asked();
    await settle(15 * 60_000);
    await panel.show('jane');
    expect(panel.asked()).toEqual(['bothEmail=jane.vandijk@acme.example', 'phone=+31 20 555 01 02']);
  });

  it('is the same where the browser keeps nothing, as long as the panel is open', async () => {
    vi.unstubAllGlobals();
    for (const name of ['localStorage', 'sessionStorage']) {
      vi.stubGlobal(name, undefined);
      Object.defineProperty(globalThis, name, {
        configurable: true,
        get() {
          throw new DOMException('access is denied for this document', 'SecurityError');
        },
      });
    }
    const panel = await openPanel('jane');
    await panel.show('sofia');
    await panel.show('jane');
    expect(panel.session.usage.calls.value).toBe(5);
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it('is no more where the portal matches by a field that is checked anyway, or by none', async () => {
    for (const defaultMatchField of ['bothEmail', 'email', 'secondaryEmail', 'phone', null] as const) {
      freshBrowser();
      const panel = await openPanel('jane', { portal: createSamplePortal({ defaultMatchField }) });
      expect(panel.session.usage.calls.value, String(defaultMatchField)).toBe(3);
    }
  });

  it.each<[field: MatchField, call: string]>([
    ['fullName', 'fullName=Anna Müller'],
    ['lastName', 'lastName=Müller'],
    ['firstName', 'firstName=Anna'],
  ])('is one call more where the portal matches by %s', async (defaultMatchField, call) => {
    const panel = await openPanel('annaBerlin', { portal: createSamplePortal({ defaultMatchField }) });
    expect(panel.session.usage.calls.value).toBe(4);
    expect(panel.asked()).toContain(call);
    expect(duplicatesIn(panel)).toContain(panel.id('annaSpam'));
  });

  it('is never more than four requests under way at once', async () => {
    const { world, waiting, letThrough } = worldByHand();
    const panel = await openPanel('jane', { world });
    for (const value of detectionOf(panel).furtherValues.value) detectionOf(panel).check(value);
    for (const { duplicateId } of panel.portal.groups)
      panel.record().groups.open({ by: 'id', duplicateId, parameters: {} });
    await settle();
    let most = waiting.length;
    for (let turn = 0; waiting.length && turn < 100; turn++) {
      await letThrough(0);
      most = Math.max(most, waiting.length);
    }
    expect(most).toBe(4);
    expect(panel.requests.length).toBeGreaterThan(12);
    expect(detectionOf(panel).isSettled.value).toBe(true);
  });

  it('is never more than that either where the agent hurries from contact to contact', async () => {
    const { world, waiting, letThrough } = worldByHand();
    const panel = await openPanel('jane', { world });
    let most = waiting.length;
    for (const key of ['sofia', 'jose', 'miriam', 'piet']) {
      await panel.show(key);
      // What the agent left behind is still under way: Desk offers no way to call it back.
      most = Math.max(most, waiting.length);
    }
    for (let turn = 0; waiting.length && turn < 100; turn++) {
      await letThrough(0);
      most = Math.max(most, waiting.length);
    }
    const expected = duplicatesOf(panel.portal, panel.id('piet'), ['bothEmail', 'phone']);
    expect(duplicatesIn(panel).sort()).toEqual(expected.sort());
    expect(most).toBe(4);
  });
});

describe('looking again', () => {
  it('costs nothing and changes nothing while the record is the same', async () => {
    const panel = await openPanel('jane');
    const before = panel.record();
    panel.asked();
    for (let turn = 0; turn < 3; turn++) await panel.session.checkOpenRecord();
    await settle();
    expect(panel.record()).toBe(before);
    expect(panel.asked()).toEqual([]);
  });

  it('asks for the changed value alone where the record was edited', async () => {
    const panel = await openPanel('sofia');
    const before = panel.record();
    panel.asked();
    await panel.edit({ email: 'jane.vandijk@acme.example' });
    expect(panel.record()).toBe(before);
    expect(panel.asked()).toEqual(['bothEmail=jane.vandijk@acme.example']);
    expect(duplicatesIn(panel).sort()).toEqual([panel.id('jane'), panel.id('janeWork')].sort());
  });

  it('asks nothing where another field was edited, and tells it', async () => {
    const panel = await openPanel('jane');
    panel.asked();
    await panel.edit({ lastName: 'Bakker' });
    expect(panel.asked()).toEqual([]);
    expect(panel.record().contact.value).toMatchObject({ lastName: 'Bakker' });
  });

  it('finds out by itself which record is open, without being told', async () => {
    const panel = await openPanel('jane');
    await panel.show('sofia');
    expect(panel.record().contact.value?.id).toBe(panel.id('sofia'));
  });
});

describe('refreshing', () => {
  it('asks for everything about people anew, and finds what changed', async () => {
    const panel = await openPanel('jane');
    panel.asked();
    panel.portal.edit(panel.id('sofia'), { email: 'jane.vandijk@acme.example' });
    await panel.refresh();
    expect(panel.asked()).toEqual(['bothEmail=jane.vandijk@acme.example', 'phone=+31 20 555 01 02']);
    expect(duplicatesIn(panel).sort()).toEqual([panel.id('janeWork'), panel.id('sofia')].sort());
  });

  it('leaves the newer answers to those who come later', async () => {
    const panel = await openPanel('jane');
    panel.portal.edit(panel.id('sofia'), { email: 'jane.vandijk@acme.example' });
    await panel.refresh();
    await panel.show('ines');
    panel.asked();
    await panel.show('jane');
    expect(panel.asked()).toEqual([]);
    expect(duplicatesIn(panel)).toContain(panel.id('sofia'));
  });

  it('tells when everything was read', async () => {
    const panel = await openPanel('jane');
    expect(panel.session.usage.readAt.value).toBe(Date.now());
    await settle(60_000);
    expect(panel.session.usage.readAt.value).toBe(Date.now() - 60_000);
    await panel.refresh();
    expect(panel.session.usage.readAt.value).toBe(Date.now());
  });

  it('shares the calls that are under way already', async () => {
    const { world, letAllThrough } = worldByHand();
    const panel = await openPanel('jane', { world });
    await panel.refresh();
    await letAllThrough();
    expect(panel.session.usage.calls.value).toBe(3);
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it('is not lost where Desk tells of a change in the same moment', async () => {
    const panel = await openPanel('jane');
    panel.asked();
    await Promise.all([panel.session.refresh(), panel.session.checkOpenRecord()]);
    await settle();
    expect(panel.asked()).toEqual(['bothEmail=jane.vandijk@acme.example', 'phone=+31 20 555 01 02']);
  });

  it('keeps the opened groups and the chosen tab, and reads those groups anew too', async () => {
    const panel = await openPanel('jane');
    const byId = await openGroup(panel, janesGroup);
    const byName = await openGroup(panel, { by: 'field', fieldName: 'lastName', fieldValue: 'Haddad' });
    panel.record().groups.select(byId);
    panel.asked();
    await panel.refresh();
    expect(panel.record().groups.opened.value.map(({ key }) => key)).toEqual([byId, byName]);
    expect(panel.record().groups.selected.value).toBe(byId);
    expect(panel.asked()).toEqual([
      'bothEmail=jane.vandijk@acme.example',
      'contactsDeduplication/189200000004010003',
      'lastName=Haddad',
      'phone=+31 20 555 01 02',
    ]);
    expect(duplicatesIn(panel)).toContain(panel.id('janePrivate'));
  });

  it('keeps them where the record was edited, without a call for them', async () => {
    const panel = await openPanel('jane');
    const key = await openGroup(panel, janesGroup);
    panel.asked();
    await panel.edit({ phone: '+31 20 555 01 99' });
    expect(panel.record().groups.opened.value.map((group) => group.key)).toEqual([key]);
    expect(panel.record().groups.selected.value).toBe(key);
    expect(panel.asked()).toEqual(['phone=+31 20 555 01 99']);
  });

  it('keeps nothing of them for another contact', async () => {
    const panel = await openPanel('jane');
    await openGroup(panel, janesGroup);
    await panel.show('sofia');
    expect(panel.record().groups.opened.value).toEqual([]);
    expect(panel.record().groups.selected.value).toBe('all');
  });
});

describe('another contact while answers are under way', () => {
  it('gets none of them, however late and in whichever order they come', async () => {
    const { world, waiting, letThrough } = worldByHand(callsOf.groupsByValue);
    const panel = await openPanel('jane', { world });
    const jane = panel.record();
    await panel.show('sofia');
    const sofia = panel.record();
    expect(sofia).not.toBe(jane);
    expect(waiting.map(({ request }) => request.query.fieldValues)).toEqual([
      'jane.vandijk@acme.example',
      '+31 20 555 01 02',
      'sofia.lindqvist@norrsken.example',
      '+46 8 555 0182',
    ]);

    const phases: Record<string, string>[] = [];
    // Sofia's address, Jane's phone, Jane's address, and Sofia's phone at last.
    for (const turn of [2, 1, 0, 0]) {
      await letThrough(turn);
      phases.push(phasesIn(panel));
      expect(panel.record()).toBe(sofia);
      expect(panel.record().candidates.all.value).toEqual([]);
    }
    expect(phases).toEqual([
      { email: 'complete', phone: 'reading' },
      { email: 'complete', phone: 'reading' },
      { email: 'complete', phone: 'reading' },
      { email: 'complete', phone: 'complete' },
    ]);
  });

  it('stops the search of the one before', async () => {
    const { world, letAllThrough } = worldByHand(callsOf.groupsByValue);
    const panel = await openPanel('jane', { world });
    const jane = panel.record();
    const detection = detectionOf(panel);
    await panel.show('sofia');
    const phases = () => detection.checks.value.map(({ reading }) => reading.phase.value.kind);
    expect(phases()).toEqual(['stopped', 'stopped']);
    await letAllThrough();
    expect(phases()).toEqual(['stopped', 'stopped']);
    expect(jane.candidates.all.value).toEqual([]);
  });

  it('has its own answers in a Desk that answers later questions first', async () => {
    const panel = await openPanel('jane', { world: worlds.outOfOrder() });
    await panel.show('sofia');
    await panel.show('jose');
    await settle(5000);
    const expected = duplicatesOf(panel.portal, panel.id('jose'), ['bothEmail', 'phone']);
    expect(duplicatesIn(panel).sort()).toEqual(expected.sort());
    expect(panel.record().contact.value?.id).toBe(panel.id('jose'));
  });

  it('is asked for once more when the agent comes back, since nobody waited for the answers', async () => {
    const { world, letAllThrough } = worldByHand(callsOf.groupsByValue);
    const panel = await openPanel('jane', { world });
    await panel.show('sofia');
    await panel.show('jane');
    await letAllThrough();
    await letAllThrough();
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'complete' });
  });

  it('is not asked for the values of the one before, whose record comes late', async () => {
    const { world, waiting, letAllThrough } = worldByHand(callsOf.contact);
    const panel = await openPanel('jane', { world, told: 'bare' });
    await panel.show('sofia');
    expect(waiting).toHaveLength(2);
    await letAllThrough();
    const values = panel.asked().filter((call) => call.includes('='));
    expect(values).toEqual(['bothEmail=sofia.lindqvist@norrsken.example', 'phone=+46 8 555 0182']);
  });

  it('is shown also where Desk tells late that it was another one', async () => {
    const delays = [0, 1000, 0];
    const contactIsTold = () => new Promise<void>((resolve) => setTimeout(resolve, delays.shift() ?? 0));
    const panel = await openPanel('jane', { contactIsTold });
    await panel.show('jose');
    await panel.show('sofia');
    const sofia = panel.record();
    expect(sofia.contact.value?.id).toBe(panel.id('sofia'));
    panel.asked();
    await settle(1000);
    expect(panel.record()).toBe(sofia);
    expect(panel.asked()).toEqual([]);
  });
});

describe('how much Desk tells', () => {
  it('is enough where it tells the address and the phone', async () => {
    const panel = await openPanel('jane');
    expect(panel.asked().filter((call) => call.startsWith('contacts/'))).toEqual([]);
  });

  it('is made up for by reading the record where it is a bare name', async () => {
    const panel = await openPanel('jane', { told: 'bare' });
    expect(panel.asked()).toEqual([
      'bothEmail=jane.vandijk@acme.example',
      `contacts/${panel.id('jane')}`,
      'contactsDeduplication/defaultFieldName',
      'phone=+31 20 555 01 02',
    ]);
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(panel.record().contact.value).toMatchObject({ title: 'Head of Facilities' });
  });

  it('is all there is where the record cannot be read, until that is tried once more', async () => {
    const { state, world } = switched(only(callsOf.contact, worlds.forbidden()));
    state.on = true;
    const panel = await openPanel('jane', { told: 'bare', world });
    const { contactError, isSettled, retry } = detectionOf(panel);
    expect(contactError.value).toEqual({ kind: 'forbidden' });
    expect(isSettled.value).toBe(true);
    expect(panel.asked()).toEqual([`contacts/${panel.id('jane')}`]);
    expect(panel.record().contact.value).toMatchObject({ firstName: 'Jane', email: null });

    state.on = false;
    await retry();
    await settle();
    expect(contactError.value).toBeNull();
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it("is read from the contact's record beside a ticket", async () => {
    const panel = await openPanel('jane', { location: ticket });
    expect(panel.asked()).toContain(`contacts/${panel.id('jane')}`);
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it('is nothing beside a ticket without a contact, which costs nothing', async () => {
    const panel = await openPanel('jane', { location: ticket, ticketContact: 'none' });
    expect(panel.record()).toMatchObject({ kind: 'nothingToShow', reason: 'ticketWithoutContact' });
    expect(panel.record().contact.value).toBeNull();
    expect(panel.record().candidates.all.value).toEqual([]);
    expect(panel.session.usage.calls.value).toBe(0);
  });

  it('still lets groups be opened beside such a ticket, where nobody is a duplicate', async () => {
    const panel = await openPanel('jane', { location: ticket, ticketContact: 'none' });
    await openGroup(panel, janesGroup);
    expect(panel.record().candidates.all.value).toHaveLength(3);
    expect(duplicatesIn(panel)).toEqual([]);
  });
});

describe('settings', () => {
  it('that name the fields leave out the default field of the portal', async () => {
    const portal = createSamplePortal({ defaultMatchField: 'fullName' });
    const panel = await openPanel('jane', { portal, config: { checked_fields: 'phone, lastName' } });
    expect(panel.asked()).toEqual(['lastName=van Dijk', 'phone=+31 20 555 01 02']);
    expect(panel.session.settings.value?.checkedFields).toEqual(['phone', 'lastName']);
  });

  it('are not known until Desk has told them', async () => {
    const panel = await openPanel('jane');
    const fresh = createSession(panel.session.desk);
    expect(fresh.settings.value).toBeNull();
    expect(fresh.record.value).toBeNull();
    await settle();
    expect(fresh.settings.value?.checkedFields).toEqual(['bothEmail', 'phone']);
  });

  describe('that leave tickets alone', () => {
    const config = [{ name: 'skip_tickets', value: 'true' }];

    it('cost nothing there', async () => {
      const panel = await openPanel('jane', { location: ticket, config });
      expect(panel.record()).toMatchObject({ kind: 'nothingToShow', reason: 'ticketsNotCovered' });
      expect(panel.session.usage.calls.value).toBe(0);
    });

    it('cost nothing there either where groups are remembered', async () => {
      const storage: Records = new Map();
      await openGroup(await openPanel('jane', { storage }), janesGroup);
      freshBrowser();
      const panel = await openPanel('jane', { location: ticket, config, storage });
      expect(panel.asked()).toEqual([]);
    });

    it('change nothing beside contacts', async () => {
      expect((await openPanel('jane', { config })).session.usage.calls.value).toBe(3);
    });
  });
});

describe('what fails', () => {
  it('stands beside what worked', async () => {
    const panel = await openPanel('jane', { world: worlds.phoneFails() });
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'waiting' });
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(detectionOf(panel).isSettled.value).toBe(false);
    await settle(13_000);
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'failed' });
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(detectionOf(panel).isSettled.value).toBe(true);
  });

  it('is asked for once more when the agent comes back, and nothing else is', async () => {
    const { state, world } = switched(only(callsOf.groupsByValue, worlds.forbidden()));
    const panel = await openPanel('sofia', { world });
    state.on = true;
    await panel.show('jane');
    expect(phasesIn(panel)).toEqual({ email: 'failed', phone: 'failed' });
    state.on = false;
    await panel.show('sofia');
    panel.asked();
    await panel.show('jane');
    expect(panel.asked()).toEqual(['bothEmail=jane.vandijk@acme.example', 'phone=+31 20 555 01 02']);
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it.each<[name: string, world: World]>([
    ['is forbidden', worlds.forbidden()],
    ['cannot be read', worlds.strangeShape()],
    ['is no JSON', worlds.html()],
  ])('is asked for anew when the agent tries again, where an answer %s', async (_, world) => {
    const { state, world: desk } = switched(only(callsOf.groupsByValue, world));
    state.on = true;
    const panel = await openPanel('jane', { world: desk });
    expect(phasesIn(panel)).toEqual({ email: 'failed', phone: 'failed' });
    state.on = false;
    for (const { reading } of detectionOf(panel).checks.value) void reading.read();
    await settle();
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'complete' });
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it('hides nothing else where it is the default field', async () => {
    const panel = await openPanel('jane', { world: only(callsOf.defaultField, worlds.serverDown()) });
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'complete' });
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    await settle(13_000);
    expect(detectionOf(panel).defaultFieldError.value).toEqual({ kind: 'unavailable', status: 500 });
    expect(detectionOf(panel).isSettled.value).toBe(true);
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it('leaves the name to be checked where the default field is not known either', async () => {
    const world = only(callsOf.defaultField, worlds.forbidden());
    const panel = await openPanel('lastNameOnly', { world });
    expect(phasesIn(panel)).toEqual({ fullName: 'complete' });
  });
});

describe('groups by id', () => {
  const openedIn = (panel: Panel) => panel.record().groups.opened.value.map(({ key }) => key);

  it('tell of duplicates that no field finds', async () => {
    const panel = await openPanel('jane');
    const key = await openGroup(panel, janesGroup);
    expect(duplicatesIn(panel).sort()).toEqual([panel.id('janeWork'), panel.id('janePrivate')].sort());
    const work = panel
      .record()
      .candidates.all.value.find(({ contact }) => contact.id === panel.id('janeWork'));
    expect(work?.foundBy).toContain(key);
    expect(work?.foundBy).toHaveLength(2);
  });

  it('are opened once, however often they are asked for', async () => {
    const panel = await openPanel('jane');
    const key = await openGroup(panel, janesGroup);
    panel.record().groups.select('all');
    await openGroup(panel, { ...janesGroup });
    expect(openedIn(panel)).toEqual([key]);
    expect(panel.record().groups.selected.value).toBe(key);
  });

  it('are opened again in the next session where they hold the open contact', async () => {
    const storage: Records = new Map();
    const key = await openGroup(await openPanel('jane', { storage }), janesGroup);
    freshBrowser();
    const next = await openPanel('jane', { storage });
    expect(openedIn(next)).toEqual([key]);
    expect(next.record().groups.selected.value).toBe('all');
    expect(next.asked()).toContain('contactsDeduplication/189200000004010003');
    expect(duplicatesIn(next)).toContain(next.id('janePrivate'));
  });

  it('are opened again with the parameters of the agent', async () => {
    const storage: Records = new Map();
    const reference = { ...janesGroup, parameters: { limit: '2', sortBy: '-createdTime' } };
    const panel = await openPanel('jane', { storage });
    await openGroup(panel, reference);
    const next = await openPanel('jane', { storage });
    expect(next.record().groups.opened.value.map(({ reading }) => reading.reference)).toEqual([reference]);
  });

  it('are not remembered for others whom they hold', async () => {
    const storage: Records = new Map();
    await openGroup(await openPanel('jane', { storage }), janesGroup);
    expect(openedIn(await openPanel('janePrivate', { storage }))).toEqual([]);
  });

  it('are not remembered where they do not hold the open contact', async () => {
    const storage: Records = new Map();
    const panel = await openPanel('jane', { storage });
    await openGroup(panel, othersGroup);
    expect(openedIn(panel)).toHaveLength(1);
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([]);
  });

  it('are not remembered where they stand for a value', async () => {
    const storage: Records = new Map();
    const panel = await openPanel('jane', { storage });
    await openGroup(panel, { by: 'field', fieldName: 'lastName', fieldValue: 'van Dijk' });
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([]);
  });

  it('are forgotten when they are closed', async () => {
    const storage: Records = new Map();
    const panel = await openPanel('jane', { storage });
    const key = await openGroup(panel, janesGroup);
    panel.record().groups.close(key);
    await settle();
    expect(openedIn(panel)).toEqual([]);
    expect(panel.record().groups.selected.value).toBe('all');
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([]);
  });

  it('are forgotten one by one', async () => {
    const portal = createSamplePortal();
    const storage: Records = new Map();
    const panel = await openPanel('jane', { portal, storage });
    const first = await openGroup(panel, janesGroup);
    const second = await openGroup(panel, { ...janesGroup, parameters: { limit: '50' } });
    panel.record().groups.close(first);
    await settle();
    expect(openedIn(await openPanel('jane', { portal, storage }))).toEqual([second]);
  });

  it('are forgotten when they are closed while they are read anew', async () => {
    const storage: Records = new Map();
    const { world, letAllThrough } = worldByHand(callsOf.groupById);
    const panel = await openPanel('jane', { storage, world });
    panel.record().groups.open(janesGroup);
    await settle();
    await letAllThrough();
    const [key = ''] = openedIn(panel);
    await panel.refresh();
    panel.record().groups.close(key);
    await settle();
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([]);
  });

  it('are remembered where they were read at the second attempt', async () => {
    const storage: Records = new Map();
    const { state, world } = switched(only(callsOf.groupById, worlds.forbidden()));
    state.on = true;
    const panel = await openPanel('jane', { storage, world });
    const key = await openGroup(panel, janesGroup);
    expect(panel.record().groups.opened.value[0]?.reading.phase.value.kind).toBe('failed');
    state.on = false;
    await panel.record().groups.opened.value[0]?.reading.read();
    await settle();
    expect(duplicatesIn(panel)).toContain(panel.id('janePrivate'));
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([key]);
  });

  describe('that are remembered stay so', () => {
    /** A storage that remembers Jane's group, in a browser that keeps no answers. */
    async function remembering() {
      const storage: Records = new Map();
      const key = await openGroup(await openPanel('jane', { storage }), janesGroup);
      freshBrowser();
      return { storage, key };
    }

    const rememberedIn = async (storage: Records) => {
      freshBrowser();
      return openedIn(await openPanel('jane', { storage }));
    };

    it('where they cannot be read today', async () => {
      const { storage, key } = await remembering();
      const world = only(callsOf.groupById, worlds.forbidden());
      const panel = await openPanel('jane', { storage, world });
      expect(panel.record().groups.opened.value[0]?.reading.phase.value.kind).toBe('failed');
      expect(await rememberedIn(storage)).toEqual([key]);
    });

    it('where the agent goes on to another contact while they are read', async () => {
      const { storage, key } = await remembering();
      const { world } = worldByHand(callsOf.groupById);
      const panel = await openPanel('jane', { storage, world });
      await panel.show('sofia');
      expect(await rememberedIn(storage)).toEqual([key]);
    });

    it('where the agent stops reading them', async () => {
      const { storage, key } = await remembering();
      const { world } = worldByHand(callsOf.groupById);
      const panel = await openPanel('jane', { storage, world });
      panel.record().groups.opened.value[0]?.reading.stop();
      await settle();
      expect(await rememberedIn(storage)).toEqual([key]);
    });

    it('where a refresh fails', async () => {
      const { storage, key } = await remembering();
      const { state, world } = switched(only(callsOf.groupById, worlds.forbidden()));
      const panel = await openPanel('jane', { storage, world });
      state.on = true;
      await panel.refresh();
      expect(panel.record().groups.opened.value[0]?.reading.phase.value.kind).toBe('failed');
      expect(await rememberedIn(storage)).toEqual([key]);
    });

    it('beside those that are opened where the storage could not tell them', async () => {
      const { storage, key } = await remembering();
      let isDown = true;
      const storageAnswers = async () => {
        if (isDown) throw { errMsg: 'Too many storage requests in a minute' };
      };
      const panel = await openPanel('jane', { storage, storageAnswers });
      expect(openedIn(panel)).toEqual([]);
      isDown = false;
      await openGroup(panel, { ...janesGroup, parameters: { limit: '50' } });
      expect(await rememberedIn(storage)).toContain(key);
    });

    it('unless they are closed, which may be before the storage has told them', async () => {
      const { storage } = await remembering();
      const storageAnswers = () => new Promise<void>((resolve) => setTimeout(resolve, 1000));
      const panel = await openPanel('jane', { storage, storageAnswers });
      panel.record().groups.close(await openGroup(panel, janesGroup));
      await settle(1000);
      expect(openedIn(panel)).toEqual([]);
      expect(await rememberedIn(storage)).toEqual([]);
    });

    it('and are opened again where the storage answers only after a refresh', async () => {
      const { storage, key } = await remembering();
      const storageAnswers = () => new Promise<void>((resolve) => setTimeout(resolve, 1000));
      const panel = await openPanel('jane', { storage, storageAnswers });
      await panel.refresh();
      await settle(1000);
      expect(openedIn(panel)).toEqual([key]);
    });

    it('and cost nothing where the storage answers only after the agent went on to another contact', async () => {
      const { storage } = await remembering();
      const storageAnswers = () => new Promise<void>((resolve) => setTimeout(resolve, 1000));
      const panel = await openPanel('jane', { storage, storageAnswers });
      await panel.show('sofia');
      panel.asked();
      await settle(1000);
      expect(panel.asked()).toEqual([]);
      expect(openedIn(panel)).toEqual([]);
    });
  });

  describe('where the storage is off', () => {
    it('work all the same, and are not remembered', async () => {
      const panel = await openPanel('jane', { storage: null });
      expect(panel.session.canRemember.value).toBe(false);
      expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
      const key = await openGroup(panel, janesGroup);
      expect(duplicatesIn(panel)).toContain(panel.id('janePrivate'));
      panel.record().groups.close(key);
      await settle();
      expect(duplicatesIn(panel)).not.toContain(panel.id('janePrivate'));
      expect(openedIn(await openPanel('jane', { storage: null }))).toEqual([]);
    });

    it('is told, and only there', async () => {
      expect((await openPanel('jane')).session.canRemember.value).toBe(true);
      expect((await openPanel('jane', { storage: null })).session.canRemember.value).toBe(false);
    });
  });

  it('are remembered up to ten for a contact, the last ones', async () => {
    const storage: Records = new Map();
    const panel = await openPanel('jane', { storage });
    const keys: string[] = [];
    for (let limit = 20; limit < 32; limit++)
      keys.push(await openGroup(panel, { ...janesGroup, parameters: { limit: String(limit) } }));
    expect(openedIn(await openPanel('jane', { storage }))).toEqual(keys.slice(-10));
  });

  it('are passed over where what is remembered makes no sense', async () => {
    const id = createSamplePortal().idOf('jane');
    const groups = [
      null,
      'x',
      [],
      ['not an id!', ''],
      ['defaultFieldName', ''],
      [janesGroup.by === 'id' && janesGroup.duplicateId, 'page=x'],
    ];
    const row = { key: `g:${id}`, value: { groups }, queriableValue: 'g' };
    const panel = await openPanel('jane', { storage: new Map([[row.key, row]]) });
    expect(openedIn(panel)).toEqual([]);
    expect(panel.session.usage.calls.value).toBe(3);
    expect(panel.session.canRemember.value).toBe(true);
  });
});
