import { describe, expect, it, vi } from 'vitest';
import { createSamplePortal, duplicatesOf } from '../../../desk/portal';
import { calls as callsOf, only, worlds } from '../../../desk/worlds';
import { createShelf, settle } from '../../support';
import { detectionOf, duplicatesIn, freshBrowser, openPanel, useSessionTests, worldByHand } from './panel';

useSessionTests();

describe('what it costs', () => {
  it('is three calls', async () => {
    const panel = await openPanel('jane');
    expect(panel.session.usage.calls.value).toBe(3);
    expect(panel.asked()).toEqual([
      'bothEmail=jane.vandijk@acme.example',
      'fullName=Jane van Dijk',
      'phone=+31 20 555 01 02',
    ]);
  });

  it('is three for the next', async () => {
    const panel = await openPanel('jane');
    panel.asked();
    await panel.show('sofia');
    expect(panel.session.usage.calls.value).toBe(6);
    expect(panel.asked()).toEqual([
      'bothEmail=sofia.lindqvist@norrsken.example',
      'fullName=Sofia Lindqvist',
      'phone=+46 8 555 0182',
    ]);
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
    await settle(1000); // answers are stored in idle time
    const again = await openPanel('jane');
    expect(again.session.usage.calls.value).toBe(0);
    expect(duplicatesIn(again)).toEqual([again.id('janeWork')]);
  });

  it('is once a day to learn of the match field that takes the place of an empty field, in all tabs', async () => {
    const field = 'contactsDeduplication/defaultFieldName';
    expect((await openPanel('ines')).asked()).toContain(field);
    await settle(1000);
    vi.stubGlobal('sessionStorage', createShelf());
    const sameDay = (await openPanel('ines')).asked();
    expect(sameDay).toContain('fullName=Inês Carvalho');
    expect(sameDay).not.toContain(field);
    await settle(24 * 60 * 60_000);
    expect((await openPanel('ines')).asked()).toContain(field);
  });

  it('is nothing to learn of the match field where no field is empty, though Desk refuses to tell it', async () => {
    const world = only(callsOf.defaultField, worlds.forbidden());
    const panel = await openPanel('jane', { world });
    await panel.show('sofia');
    expect(panel.session.usage.calls.value).toBe(6);
  });

  it('is three calls again after a quarter of an hour', async () => {
    const panel = await openPanel('jane');
    await panel.show('sofia');
    panel.asked();
    await settle(15 * 60_000);
    await panel.show('jane');
    expect(panel.asked()).toEqual([
      'bothEmail=jane.vandijk@acme.example',
      'fullName=Jane van Dijk',
      'phone=+31 20 555 01 02',
    ]);
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
    expect(panel.session.usage.calls.value).toBe(6);
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it('is no more where the portal matches by a field that is checked anyway, or by none', async () => {
    for (const defaultMatchField of [
      'bothEmail',
      'email',
      'secondaryEmail',
      'phone',
      'fullName',
      null,
    ] as const) {
      freshBrowser();
      const panel = await openPanel('jane', { portal: createSamplePortal({ defaultMatchField }) });
      expect(panel.session.usage.calls.value, String(defaultMatchField)).toBe(3);
    }
  });

  it.each(['lastName', 'firstName'] as const)(
    'is no more either where the portal matches by %s, which takes the place of an empty field alone',
    async (defaultMatchField) => {
      const portal = createSamplePortal({ defaultMatchField });
      const full = await openPanel('jane', { portal });
      expect(full.session.usage.calls.value).toBe(3);
      expect(full.asked().filter((call) => call.startsWith(defaultMatchField))).toEqual([]);
      freshBrowser();
      portal.edit(portal.idOf('annaBerlin'), { phone: null });
      const withoutPhone = await openPanel('annaBerlin', { portal });
      expect(withoutPhone.session.usage.calls.value).toBe(4);
      expect(withoutPhone.asked().filter((call) => call.startsWith(defaultMatchField))).toHaveLength(1);
      expect(duplicatesIn(withoutPhone)).toContain(withoutPhone.id('annaSpam'));
    },
  );

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
