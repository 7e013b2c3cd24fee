import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createSamplePortal } from '../../../desk/portal';
import { worlds } from '../../../desk/worlds';
import { settle } from '../../support';
import {
  detectionOf,
  duplicatesIn,
  janesGroup,
  openGroup,
  openPanel,
  type Panel,
  phasesIn,
  switched,
  ticket,
  useSessionTests,
  worldByHand,
} from './panel';

useSessionTests();

/** How many duplicates, and how many members of a group, are shown, one number after the other as they change. */
function watchLists(panel: Panel, groupKey?: string) {
  const history = (count: () => number) => {
    const seen: number[] = [];
    effect(() => {
      const now = count();
      if (seen.at(-1) !== now) seen.push(now);
    });
    return () => seen;
  };
  const { candidates, groups } = panel.record();
  return {
    found: history(() => ('duplicates' in candidates ? candidates.duplicates.value.length : 0)),
    members: history(() => {
      const group = groups.opened.value.find(({ key }) => key === groupKey);
      return group?.reading.contacts.value.length ?? 0;
    }),
  };
}

describe('refreshing', () => {
  it('asks for everything about people anew, and finds what changed', async () => {
    const panel = await openPanel('jane');
    panel.asked();
    panel.portal.edit(panel.id('sofia'), { email: 'jane.vandijk@acme.example' });
    await panel.refresh();
    expect(panel.asked()).toEqual([
      'bothEmail=jane.vandijk@acme.example',
      'fullName=Jane van Dijk',
      'phone=+31 20 555 01 02',
    ]);
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
    expect(panel.asked()).toEqual([
      'bothEmail=jane.vandijk@acme.example',
      'fullName=Jane van Dijk',
      'phone=+31 20 555 01 02',
    ]);
  });

  it.each([
    ['a contact', 'desk.contact.detail.rightpanel'],
    ['a ticket, which tells only the id of its contact', ticket],
  ] as const)('keeps the list beside %s until there is another', async (_, location) => {
    const panel = await openPanel('jane', { location });
    const key = await openGroup(panel, janesGroup);
    const seen = watchLists(panel, key);
    panel.portal.edit(panel.id('sofia'), { email: 'jane.vandijk@acme.example' });
    await panel.refresh();
    expect(seen.found()).toEqual([2, 3]);
    expect(seen.members()).toEqual([3]);
  });

  it('keeps the list where the record was edited, as far as its values are the same', async () => {
    const panel = await openPanel('jane');
    const seen = watchLists(panel);
    await panel.edit({ phone: '+31 20 555 01 99' });
    expect(seen.found()).toEqual([1]);
    await panel.edit({ email: 'jane@other.example', lastName: 'Other' });
    expect(seen.found()).toEqual([1, 0]);
  });

  it('shows nothing of before where Desk fails', async () => {
    const { state, world } = switched(worlds.offline());
    for (const location of ['desk.contact.detail.rightpanel', ticket] as const) {
      state.on = false;
      const panel = await openPanel('jane', { location, world });
      state.on = true;
      await panel.refresh();
      expect(duplicatesIn(panel)).toEqual([]);
      state.on = false;
      if (location === ticket) await detectionOf(panel).retry();
      for (const { reading } of detectionOf(panel).checks.value) await reading.read();
      expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    }
  });

  it('asks again for what the agent has asked for', async () => {
    const panel = await openPanel('jane');
    const [lastName] = detectionOf(panel).furtherValues.value;
    expect(lastName?.source).toBe('lastName');
    if (lastName) detectionOf(panel).check(lastName);
    await settle();
    panel.asked();
    await panel.refresh();
    expect(panel.asked()).toContain('lastName=van Dijk');
    expect(phasesIn(panel)).toMatchObject({ email: 'complete', lastName: 'complete' });
  });

  it('keeps somebody in the list who shares a value with more than a page holds', async () => {
    const portal = createSamplePortal();
    const everybody = [...portal.contacts.keys()];
    for (const id of everybody) portal.edit(id, { phone: '+31 20 555 01 02' });
    const panel = await openPanel('jane', { portal });
    expect(phasesIn(panel)).toMatchObject({ phone: 'stopped' });
    const seen = watchLists(panel);
    await panel.refresh();
    expect(seen.found()).toHaveLength(1);
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
      'fullName=Jane van Dijk',
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
