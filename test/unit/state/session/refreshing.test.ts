import { describe, expect, it } from 'vitest';
import { settle } from '../../support';
import { duplicatesIn, janesGroup, openGroup, openPanel, useSessionTests, worldByHand } from './panel';

useSessionTests();

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
    expect(panel.session.usage.calls.value).toBe(4);
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
