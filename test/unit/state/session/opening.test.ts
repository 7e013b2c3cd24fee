import { describe, expect, it } from 'vitest';
import { createSamplePortal, duplicatesOf } from '../../../desk/portal';
import { settle } from '../../support';
import { detectionOf, duplicatesIn, openPanel, phasesIn, useSessionTests } from './panel';

useSessionTests();

describe('opening a contact', () => {
  it('finds its duplicates by itself', async () => {
    const panel = await openPanel('jane');
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'complete', fullName: 'complete' });
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
  ])('finds everyone who shares an address, a phone or the name with %s, and nobody else', async (key) => {
    const panel = await openPanel(key);
    const expected = duplicatesOf(panel.portal, panel.id(key), ['bothEmail', 'phone', 'fullName']);
    expect(duplicatesIn(panel).sort()).toEqual(expected.sort());
  });

  it('finds the duplicates of one in the trash, whom Desk leaves out of its groups', async () => {
    const portal = createSamplePortal();
    const before = duplicatesOf(portal, portal.idOf('jose'), ['bothEmail', 'phone', 'fullName']);
    portal.edit(portal.idOf('jose'), { isDeleted: true });
    const panel = await openPanel('jose', { portal });
    expect(duplicatesIn(panel).sort()).toEqual(before.sort());
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
    expect(furtherValues.value.map(({ source }) => source)).toEqual(['lastName', 'firstName']);
    const [name] = furtherValues.value;
    if (name) check(name);
    await settle();
    expect(panel.asked()).toEqual(['lastName=Müller']);
    expect(duplicatesIn(panel)).toContain(panel.id('annaSpam'));
    expect(furtherValues.value.map(({ source }) => source)).toEqual(['firstName']);
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
    await panel.edit({ title: 'Engineer' });
    expect(panel.asked()).toEqual([]);
    await panel.edit({ lastName: 'Bakker' });
    expect(panel.asked()).toEqual(['fullName=Jane Bakker']);
    expect(panel.record().contact.value).toMatchObject({ lastName: 'Bakker' });
  });

  it('finds out by itself which record is open, without being told', async () => {
    const panel = await openPanel('jane');
    await panel.show('sofia');
    expect(panel.record().contact.value?.id).toBe(panel.id('sofia'));
  });
});
