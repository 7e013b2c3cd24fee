import { describe, expect, it } from 'vitest';
import { calls as callsOf, only, worlds } from '../../../desk/worlds';
import { settle } from '../../support';
import {
  detectionOf,
  duplicatesIn,
  janesGroup,
  openGroup,
  openPanel,
  switched,
  ticket,
  useSessionTests,
} from './panel';

useSessionTests();

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
      'fullName=Jane van Dijk',
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
