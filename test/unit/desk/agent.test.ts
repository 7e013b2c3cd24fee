import { describe, expect, it, vi } from 'vitest';
import manifest from '../../../plugin-manifest.json';
import { readAgent } from '../../../src/desk/agent';
import { readStoredValue, storedValueOf } from '../../../src/desk/decision-rows';
import { connectDesk } from '../../../src/desk/desk';
import { createDecision } from '../../../src/duplicates/decision';
import { contact } from '../../builders';
import { createBridge } from '../../desk/bridge';
import { pageFacts } from '../../desk/page-facts';
import { createSamplePortal } from '../../desk/portal';
import { worlds } from '../../desk/worlds';

/** Who uses the panel where Desk tells this under `user`. */
const readFrom = (told: unknown) => readAgent({ getProperty: async () => told });

describe('the agent who uses the panel', () => {
  const id = '450000000000056001';
  const noor = { id, name: 'Noor Vale' };

  it('is asked of Desk as its user', async () => {
    const getProperty = vi.fn(async () => ({ id, fullName: 'Noor Vale' }));
    expect(await readAgent({ getProperty })).toEqual(noor);
    expect(getProperty).toHaveBeenCalledExactlyOnceWith('user');
  });

  it.each<[what: string, told: unknown, agent: typeof noor]>([
    ['the full name', { id, fullName: ' Noor Vale ', email: 'noor@desk.example' }, noor],
    [
      'the e-mail where there is no name',
      { id, fullName: '', email: 'noor@desk.example' },
      { id, name: 'noor@desk.example' },
    ],
    ['an id that is a number', { id: 56001, fullName: 'Noor Vale' }, { id: '56001', name: 'Noor Vale' }],
    ['no more than id and name', { id, fullName: 'Noor Vale', profile: 'Agent', phone: '1' }, noor],
  ])('is known by %s', async (_, told, agent) => {
    expect(await readFrom(told)).toEqual(agent);
  });

  it.each(['Noor '.repeat(200_000), '\u{1f600}'.repeat(500_000), '山田'.repeat(1000)])(
    'has a name that leaves room for the rest of a decision: %#',
    async (fullName) => {
      const { name = '' } = (await readFrom({ id, fullName })) ?? {};
      expect([...name]).toHaveLength(100);
      expect(name.endsWith('…') && fullName.startsWith(name.slice(0, -1))).toBe(true);
      const [one, other] = [contact(), contact()];
      const decision = createDecision({ kind: 'separate' }, { id, name }, 1, [one, other]);
      expect(readStoredValue(storedValueOf(one.id, other.id, decision), one.id, other.id)).toEqual(decision);
    },
  );

  it.each<[what: string, told: unknown]>([
    ['nothing', null],
    ['nothing at all', undefined],
    ['text', 'Noor Vale'],
    ['a list', [{ id, fullName: 'Noor Vale' }]],
    ['an empty object', {}],
    ['no id', { fullName: 'Noor Vale' }],
    ['an empty id', { id: ' ', fullName: 'Noor Vale' }],
    ['neither a name nor an e-mail', { id, fullName: null }],
  ])('is not known where Desk tells %s', async (_, told) => {
    expect(await readFrom(told)).toBeNull();
  });

  it.each<[agent: 'noor' | 'sam' | 'unknown', name: string | undefined]>([
    ['noor', 'Noor Bakker'],
    ['sam', 'Sam Okonkwo-Lind'],
    ['unknown', undefined],
  ])('is told by the page that is open: %s', async (agent, name) => {
    const portal = createSamplePortal();
    const [contact] = portal.contacts.values();
    if (!contact) throw new Error('nobody is there');
    const place = {
      location: 'desk.contact.detail.rightpanel',
      told: 'full',
      ticketContact: 'named',
    } as const;
    const page = () => pageFacts(portal, contact, { ...place, agent });
    const bridge = createBridge({ portal, manifest, world: worlds.usual(), app: () => ({}), page });
    expect((await readAgent(await connectDesk(bridge)))?.name).toBe(name);
  });
});
