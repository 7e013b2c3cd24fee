import { describe, expect, it } from 'vitest';
import { calls, worlds } from '../../../desk/worlds';
import { settle } from '../../support';
import {
  detectionOf,
  duplicatesIn,
  janesGroup,
  openGroup,
  openPanel,
  type Panel,
  switched,
  ticket,
  useSessionTests,
  worldByHand,
} from './panel';

useSessionTests();

const furtherOf = (panel: Panel) => {
  const record = panel.record();
  if (record.kind !== 'contact') throw new Error('nothing is looked for');
  if (!record.lookFurther.value) throw new Error('what looks further is not loaded');
  return record.lookFurther.value;
};

describe('looking further', () => {
  it('waits for a click', async () => {
    const panel = await openPanel('jane');
    expect(furtherOf(panel).phase.value).toBe('notAsked');
    expect(panel.asked().filter((call) => call.startsWith('accounts/'))).toEqual([]);
  });

  it('finds who shares no value, and never costs more than it said', async () => {
    const panel = await openPanel('jane');
    const before = duplicatesIn(panel);
    const price = furtherOf(panel).price.value;
    panel.asked();
    await furtherOf(panel).look();
    expect(furtherOf(panel).spent.value).toBe(panel.asked().length);
    expect(furtherOf(panel).spent.value).toBeLessThanOrEqual(price);
    expect(duplicatesIn(panel)).toEqual(expect.arrayContaining(before));
    for (const { contacts } of furtherOf(panel).groups.value) expect(contacts[0]?.id).toBe(panel.id('jane'));
  });

  it('says what it cost itself, whatever else is asked for in the meantime', async () => {
    const { world, letAllThrough } = worldByHand(({ path }) => path.startsWith('/accounts'));
    const panel = await openPanel('jane', { world });
    const looked = furtherOf(panel).look();
    await openGroup(panel, janesGroup);
    panel.asked();
    await letAllThrough();
    await looked;
    expect(furtherOf(panel).spent.value).toBe(1 + panel.asked().length);
  });

  it('is done again for no calls while the answers are kept', async () => {
    const panel = await openPanel('jane');
    await furtherOf(panel).look();
    const found = duplicatesIn(panel);
    await panel.show('sofia');
    expect(furtherOf(panel).phase.value).toBe('notAsked');
    panel.asked();
    await panel.show('jane');
    await settle();
    expect(furtherOf(panel).phase.value).toBe('done');
    expect(furtherOf(panel).spent.value).toBe(0);
    expect(panel.asked()).toEqual([]);
    expect(duplicatesIn(panel)).toEqual(found);
  });

  it('never costs a call by itself, however often the contact is opened', async () => {
    const panel = await openPanel('jane');
    await furtherOf(panel).look();
    await settle(10 * 60_000);
    await panel.show('sofia');
    await panel.show('jane');
    expect(furtherOf(panel).spent.value).toBe(0);
    await settle(10 * 60_000);
    await panel.show('sofia');
    panel.asked();
    await panel.show('jane');
    await settle();
    expect(panel.asked()).toHaveLength(3);
    expect(furtherOf(panel).phase.value).toBe('notAsked');
    expect(furtherOf(panel).spent.value).toBeNull();
  });

  it('costs no call where Desk tells that the contact was edited', async () => {
    const panel = await openPanel('jane');
    await furtherOf(panel).look();
    panel.asked();
    await panel.edit({ lastName: 'Doherty' });
    expect(panel.asked()).toEqual(['fullName=Jane Doherty']);
    expect(furtherOf(panel).phase.value).toBe('notAsked');
    expect(furtherOf(panel).groups.value).toEqual([]);
    await panel.edit({ lastName: 'van Dijk' });
    expect(furtherOf(panel).phase.value).toBe('done');
    expect(panel.asked()).toEqual([]);
  });

  it('goes on where the contact is edited before it is done', async () => {
    const { world, letAllThrough } = worldByHand(({ path }) => path.startsWith('/accounts'));
    const panel = await openPanel('jane', { world });
    void furtherOf(panel).look();
    await panel.edit({ phone: '+31 20 555 01 99' });
    await letAllThrough();
    expect(furtherOf(panel).phase.value).toBe('done');
    expect(furtherOf(panel).outcomes.value.map(({ error }) => error)).toEqual([null, null, null]);
  });

  it('is done again for no calls in a panel that was loaded again', async () => {
    const panel = await openPanel('jane');
    await furtherOf(panel).look();
    await settle(1000); // answers are stored in idle time
    const again = await openPanel('jane');
    await settle();
    expect(furtherOf(again).phase.value).toBe('done');
    expect(again.asked()).toEqual([]);
  });

  it('is forgotten after a quarter of an hour', async () => {
    const panel = await openPanel('jane');
    await furtherOf(panel).look();
    await panel.show('sofia');
    await settle(15 * 60_000);
    await panel.show('jane');
    expect(furtherOf(panel).phase.value).toBe('notAsked');
  });

  it('is done by itself where an administrator wants it', async () => {
    const panel = await openPanel('jane', { config: { look_further: 'true' } });
    await settle();
    expect(furtherOf(panel).phase.value).toBe('done');
    expect(panel.asked().filter((call) => call.startsWith('accounts/'))).toHaveLength(1);
  });

  it.each([
    ['a contact', 'desk.contact.detail.rightpanel'],
    ['a ticket, which tells only the id of its contact', ticket],
  ] as const)('is done anew by Refresh beside %s', async (_, location) => {
    const panel = await openPanel('jane', { location });
    await furtherOf(panel).look();
    const found = duplicatesIn(panel);
    const ways = furtherOf(panel).outcomes.value.map(({ way }) => way);
    panel.asked();
    await panel.refresh();
    expect(panel.asked().filter((call) => call.startsWith('accounts/'))).toHaveLength(1);
    expect(furtherOf(panel).phase.value).toBe('done');
    expect(furtherOf(panel).outcomes.value.map(({ way }) => way)).toEqual(ways);
    expect(duplicatesIn(panel)).toEqual(found);
  });

  it('is not done by Refresh where nobody asked for it', async () => {
    const panel = await openPanel('jane');
    panel.asked();
    await panel.refresh();
    expect(furtherOf(panel).phase.value).toBe('notAsked');
    expect(panel.asked()).toHaveLength(3);
  });

  it('is done anew once the contact could be read again', async () => {
    const { state, world } = switched(worlds.offline());
    const panel = await openPanel('jane', { location: ticket, world });
    await furtherOf(panel).look();
    const found = duplicatesIn(panel);
    state.on = true;
    await panel.refresh();
    expect(furtherOf(panel).phase.value).toBe('notAsked');
    state.on = false;
    await detectionOf(panel).retry();
    await settle();
    expect(duplicatesIn(panel)).toEqual(found);
  });

  it('is not done for a contact that was left before it was read again', async () => {
    const { world, letAllThrough } = worldByHand(calls.contact);
    const panel = await openPanel('jane', { location: ticket, world });
    await letAllThrough();
    await furtherOf(panel).look();
    await panel.refresh();
    await panel.show('sofia');
    panel.asked();
    await letAllThrough();
    expect(panel.asked().filter((call) => call.startsWith('accounts/'))).toEqual([]);
  });
});
