import { describe, expect, it } from 'vitest';
import { failure } from '../../../../src/base/result';
import { createSamplePortal } from '../../../desk/portal';
import { calls as callsOf, only, type World, worlds } from '../../../desk/worlds';
import { settle } from '../../support';
import { detectionOf, duplicatesIn, openPanel, phasesIn, switched, useSessionTests } from './panel';

useSessionTests();

describe('what fails', () => {
  it('stands beside what worked', async () => {
    const panel = await openPanel('jane', { world: worlds.phoneFails() });
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'waiting', fullName: 'complete' });
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(detectionOf(panel).isSettled.value).toBe(false);
    await settle(13_000);
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'failed', fullName: 'complete' });
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(detectionOf(panel).isSettled.value).toBe(true);
  });

  it('is asked for once more when the agent comes back, and nothing else is', async () => {
    const { state, world } = switched(only(callsOf.groupsByValue, worlds.forbidden()));
    const panel = await openPanel('sofia', { world });
    state.on = true;
    await panel.show('jane');
    expect(phasesIn(panel)).toEqual({ email: 'failed', phone: 'failed', fullName: 'failed' });
    state.on = false;
    await panel.show('sofia');
    panel.asked();
    await panel.show('jane');
    expect(panel.asked()).toEqual([
      'bothEmail=jane.vandijk@acme.example',
      'fullName=Jane van Dijk',
      'phone=+31 20 555 01 02',
    ]);
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
    expect(phasesIn(panel)).toEqual({ email: 'failed', phone: 'failed', fullName: 'failed' });
    state.on = false;
    for (const { reading } of detectionOf(panel).checks.value) void reading.read();
    await settle();
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'complete', fullName: 'complete' });
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it('hides nothing else where it is the default field', async () => {
    const portal = createSamplePortal();
    portal.edit(portal.idOf('jane'), { phone: null });
    const world = only(callsOf.defaultField, worlds.serverDown());
    const panel = await openPanel('jane', { portal, world });
    expect(phasesIn(panel)).toEqual({ email: 'complete', fullName: 'complete' });
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    await settle(13_000);
    expect(detectionOf(panel).defaultField.value).toEqual(failure({ kind: 'unavailable', status: 500 }));
    expect(detectionOf(panel).isSettled.value).toBe(true);
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
  });

  it('leaves the name to be checked where the default field is not known either', async () => {
    const world = only(callsOf.defaultField, worlds.forbidden());
    const panel = await openPanel('lastNameOnly', { world });
    expect(phasesIn(panel)).toEqual({ fullName: 'complete' });
  });
});
