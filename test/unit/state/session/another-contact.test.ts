import { describe, expect, it } from 'vitest';
import { duplicatesOf } from '../../../desk/portal';
import { calls as callsOf, worlds } from '../../../desk/worlds';
import { settle } from '../../support';
import { detectionOf, duplicatesIn, openPanel, phasesIn, useSessionTests, worldByHand } from './panel';

useSessionTests();

describe('another contact while answers are under way', () => {
  it('gets none of them, however late and in whichever order they come', async () => {
    const { world, waiting, letThrough } = worldByHand(callsOf.groupsByValue);
    const config = { checked_fields: 'email, phone' };
    const panel = await openPanel('jane', { world, config });
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
    expect(phases()).toEqual(['stopped', 'stopped', 'stopped']);
    await letAllThrough();
    expect(phases()).toEqual(['stopped', 'stopped', 'stopped']);
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
    expect(phasesIn(panel)).toEqual({ email: 'complete', phone: 'complete', fullName: 'complete' });
  });

  it('is not asked for the values of the one before, whose record comes late', async () => {
    const { world, waiting, letAllThrough } = worldByHand(callsOf.contact);
    const panel = await openPanel('jane', { world, told: 'bare' });
    await panel.show('sofia');
    expect(waiting).toHaveLength(2);
    await letAllThrough();
    const values = panel.asked().filter((call) => call.includes('='));
    expect(values).toEqual([
      'bothEmail=sofia.lindqvist@norrsken.example',
      'fullName=Sofia Lindqvist',
      'phone=+46 8 555 0182',
    ]);
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
