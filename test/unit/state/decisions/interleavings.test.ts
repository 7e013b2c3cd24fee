import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRow } from '../../../../src/desk/decision-rows';
import { pairKey } from '../../../../src/duplicates/decision';
import { SharedRows } from '../../../twins/storage';
import { createShelf, settle } from '../../support';
import {
  aWhile,
  investigate,
  kim,
  lee,
  noor,
  openPanel,
  robin,
  sam,
  separate,
  stored,
  useDecisionTests,
} from './panel';

useDecisionTests();

const pairs = [
  [robin, kim],
  [kim, lee],
] as const;

/** What an agent does beside a pair, or what happens to the agent's panel. */
interface Step {
  readonly what: 'decide' | 'undo' | 'read' | 'holdRequests' | 'holdAnswers' | 'release' | 'reload' | 'wait';
  readonly agent: number;
  readonly pair: (typeof pairs)[number];
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(
      ...(['decide', 'decide', 'undo', 'read', 'holdRequests', 'holdAnswers', 'release', 'reload'] as const),
      'wait' as const,
    ),
    agent: fc.nat({ max: 2 }),
    pair: fc.constantFrom(...pairs),
  }),
  { maxLength: 40 },
);

/** Three agents, whose clocks differ and who may close their panels and open them again. */
function openAgents() {
  const rows = new SharedRows();
  const agents = [
    { by: noor, tab: createShelf(), now: Date.now },
    { by: sam, tab: createShelf(), now: () => Date.now() + 3_600_131 },
    { by: null, tab: createShelf(), now: () => Date.now() - 59_757 },
  ].map((opening) => {
    const open = () => openPanel({ rows, ...opening });
    /** The decisions that were made since the panel was opened. */
    return { open, panel: open(), own: new Set<string>() };
  });
  return { rows, agents };
}
type Agent = ReturnType<typeof openAgents>['agents'][number];

interface Past {
  readonly decided: Set<string>;
  readonly undone: Set<string>;
}

async function take({ what, pair: [a, b] }: Step, agent: Agent, { decided, undone }: Past) {
  const { panel } = agent;
  const latest = panel.known(a, b)[0];
  const nameOf = (at: number | undefined) => `${pairKey(a.id, b.id)}:${at}`;
  switch (what) {
    case 'decide': {
      await panel.decide(a, b, decided.size % 2 ? investigate : separate);
      const at = panel.known(a, b)[0]?.at;
      expect(at).toBeGreaterThan(latest?.at ?? 0);
      decided.add(nameOf(at));
      agent.own.add(nameOf(at));
      return;
    }
    case 'undo':
      if (!latest) return;
      undone.add(nameOf(latest.at));
      return panel.undo(a, b);
    case 'read':
      void panel.read(a);
      return settle();
    case 'holdRequests':
      return panel.gate.hold('write', 'remove', 'readAll');
    case 'holdAnswers':
      return panel.gate.holdAnswers('write', 'remove', 'readAll');
    case 'release':
      return panel.gate.release();
    case 'reload':
      await panel.gate.close();
      agent.panel = agent.open();
      return agent.own.clear();
    case 'wait':
      return settle(1000);
  }
}

/** The decisions that lie in the storage, each found beside both contacts. */
function decisionsIn(rows: SharedRows): string[] {
  const found = [robin, kim, lee].flatMap(({ id }) =>
    rows.values().flatMap((stored) => {
      const row = readRow(stored, id);
      return row ? [`${pairKey(id, row.otherId)}:${row.at}`] : [];
    }),
  );
  expect(found).toHaveLength(2 * new Set(found).size);
  return [...new Set(found)].sort();
}

describe('three agents who decide and undo about the same pairs', () => {
  it('lose nothing, write no key twice and see the same, in whichever order it happens', async () => {
    const property = fc.asyncProperty(steps, async (all) => {
      const { rows, agents } = openAgents();
      const past: Past = { decided: new Set(), undone: new Set() };
      for (const step of all) {
        await settle(1);
        const agent = agents[step.agent];
        if (agent) await take(step, agent, past);
      }
      for (const { panel } of agents) await panel.gate.release();
      await settle(aWhile);

      const left = [...past.decided].filter((decision) => !past.undone.has(decision));
      expect(decisionsIn(rows)).toEqual(left.sort());
      expect(rows.rewritten()).toEqual([]);
      for (const { panel, own } of agents) {
        expect([panel.pending(), panel.failures()]).toEqual([[], []]);
        for (const [a, b] of pairs) {
          const shown = panel.known(a, b).map(({ at }) => `${pairKey(a.id, b.id)}:${at}`);
          const ofPair = [...own].filter((decision) => decision.startsWith(pairKey(a.id, b.id)));
          expect(shown).toEqual(expect.arrayContaining(ofPair.filter((decision) => left.includes(decision))));
          for (const contact of [a, b]) await panel.read(contact);
          expect(panel.shown(a, b)).toEqual(stored(rows, a, b));
          expect(panel.shown(b, a)).toEqual(panel.shown(a, b));
        }
      }
    });
    await fc.assert(property, { numRuns: 100 });
  }, 30_000);
});
