import { describe, expect, it } from 'vitest';
import { sleep } from '../../../../src/base/time';
import { referenceKey } from '../../../../src/duplicates/group-reference';
import type { ApiAnswer, ApiRequest } from '../../../desk/api-answer';
import { createSamplePortal } from '../../../desk/portal';
import type { Rows } from '../../../desk/storage';
import { calls as callsOf, only, worlds } from '../../../desk/worlds';
import { settle } from '../../support';
import {
  duplicatesIn,
  freshBrowser,
  janesGroup,
  openGroup,
  openPanel,
  othersGroup,
  type Panel,
  switched,
  useSessionTests,
  worldByHand,
} from './panel';

useSessionTests();

describe('groups by id', () => {
  const openedIn = (panel: Panel) => panel.record().groups.opened.value.map(({ key }) => key);

  it('tell of duplicates that no field finds', async () => {
    const panel = await openPanel('jane');
    const key = await openGroup(panel, janesGroup);
    expect(duplicatesIn(panel).sort()).toEqual([panel.id('janeWork'), panel.id('janePrivate')].sort());
    const work = panel
      .record()
      .candidates.all.value.find(({ contact }) => contact.id === panel.id('janeWork'));
    expect(work?.foundBy).toContain(key);
    expect(work?.foundBy).toHaveLength(3);
  });

  it('are opened once, however often they are asked for', async () => {
    const panel = await openPanel('jane');
    const key = await openGroup(panel, janesGroup);
    panel.record().groups.select('all');
    await openGroup(panel, { ...janesGroup });
    expect(openedIn(panel)).toEqual([key]);
    expect(panel.record().groups.selected.value).toBe(key);
  });

  it('are opened again in the next session where they hold the open contact', async () => {
    const storage: Rows = new Map();
    const key = await openGroup(await openPanel('jane', { storage }), janesGroup);
    freshBrowser();
    const next = await openPanel('jane', { storage });
    expect(openedIn(next)).toEqual([key]);
    expect(next.record().groups.selected.value).toBe('all');
    expect(next.asked()).toContain('contactsDeduplication/189200000004010003');
    expect(duplicatesIn(next)).toContain(next.id('janePrivate'));
  });

  it('are opened again with the parameters of the agent', async () => {
    const storage: Rows = new Map();
    const reference = { ...janesGroup, parameters: { limit: '2', sortBy: '-createdTime' } };
    const panel = await openPanel('jane', { storage });
    await openGroup(panel, reference);
    const next = await openPanel('jane', { storage });
    expect(next.record().groups.opened.value.map(({ reading }) => reading.reference)).toEqual([reference]);
  });

  it('are not remembered for others whom they hold', async () => {
    const storage: Rows = new Map();
    await openGroup(await openPanel('jane', { storage }), janesGroup);
    expect(openedIn(await openPanel('janePrivate', { storage }))).toEqual([]);
  });

  it('are not remembered where they do not hold the open contact', async () => {
    const storage: Rows = new Map();
    const panel = await openPanel('jane', { storage });
    await openGroup(panel, othersGroup);
    expect(openedIn(panel)).toHaveLength(1);
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([]);
  });

  it('are not remembered where they stand for a value', async () => {
    const storage: Rows = new Map();
    const panel = await openPanel('jane', { storage });
    await openGroup(panel, { by: 'field', fieldName: 'lastName', fieldValue: 'van Dijk' });
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([]);
  });

  it('are forgotten when they are closed', async () => {
    const storage: Rows = new Map();
    const panel = await openPanel('jane', { storage });
    const key = await openGroup(panel, janesGroup);
    panel.record().groups.close(key);
    await settle();
    expect(openedIn(panel)).toEqual([]);
    expect(panel.record().groups.selected.value).toBe('all');
    expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([]);
  });

  it('are forgotten one by one', async () => {
    const portal = createSamplePortal();
    const storage: Rows = new Map();
    const panel = await openPanel('jane', { portal, storage });
    const first = await openGroup(panel, janesGroup);
    const second = await openGroup(panel, { ...janesGroup, parameters: { limit: '50' } });
    panel.record().groups.close(first);
    await settle();
    expect(openedIn(await openPanel('jane', { portal, storage }))).toEqual([second]);
  });

  it('are forgotten when they are closed while they are read anew', async () => {
    const storage: Rows = new Map();
    const { world, letAllThrough } = worldByHand(callsOf.groupById);
    const panel = await openPanel('jane', { storage, world });
    panel.record().groups.open(janesGroup);
    await settle();
    await letAllThrough();
    const [key = ''] = openedIn(panel);
    await panel.refresh();
    panel.record().groups.close(key);
    await settle();
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([]);
  });

  it('are remembered where they were read at the second attempt', async () => {
    const storage: Rows = new Map();
    const { state, world } = switched(only(callsOf.groupById, worlds.forbidden()));
    state.on = true;
    const panel = await openPanel('jane', { storage, world });
    const key = await openGroup(panel, janesGroup);
    expect(panel.record().groups.opened.value[0]?.reading.phase.value.kind).toBe('failed');
    state.on = false;
    await panel.record().groups.opened.value[0]?.reading.read();
    await settle();
    expect(duplicatesIn(panel)).toContain(panel.id('janePrivate'));
    expect(openedIn(await openPanel('jane', { storage }))).toEqual([key]);
  });

  describe('that are remembered stay so', () => {
    /** A storage that remembers Jane's group, in a browser that keeps no answers. */
    async function remembering() {
      const storage: Rows = new Map();
      const key = await openGroup(await openPanel('jane', { storage }), janesGroup);
      freshBrowser();
      return { storage, key };
    }

    const rememberedIn = async (storage: Rows) => {
      freshBrowser();
      return openedIn(await openPanel('jane', { storage }));
    };

    it('where they cannot be read today', async () => {
      const { storage, key } = await remembering();
      const world = only(callsOf.groupById, worlds.forbidden());
      const panel = await openPanel('jane', { storage, world });
      expect(panel.record().groups.opened.value[0]?.reading.phase.value.kind).toBe('failed');
      expect(await rememberedIn(storage)).toEqual([key]);
    });

    it('where the agent goes on to another contact while they are read', async () => {
      const { storage, key } = await remembering();
      const { world } = worldByHand(callsOf.groupById);
      const panel = await openPanel('jane', { storage, world });
      await panel.show('sofia');
      expect(await rememberedIn(storage)).toEqual([key]);
    });

    it('where the agent stops reading them', async () => {
      const { storage, key } = await remembering();
      const { world } = worldByHand(callsOf.groupById);
      const panel = await openPanel('jane', { storage, world });
      panel.record().groups.opened.value[0]?.reading.stop();
      await settle();
      expect(await rememberedIn(storage)).toEqual([key]);
    });

    it('where a refresh fails', async () => {
      const { storage, key } = await remembering();
      const { state, world } = switched(only(callsOf.groupById, worlds.forbidden()));
      const panel = await openPanel('jane', { storage, world });
      state.on = true;
      await panel.refresh();
      expect(panel.record().groups.opened.value[0]?.reading.phase.value.kind).toBe('failed');
      expect(await rememberedIn(storage)).toEqual([key]);
    });

    it('beside those that are opened where the storage could not tell them', async () => {
      const { storage, key } = await remembering();
      let isDown = true;
      const storageAnswers = async () => {
        if (isDown) throw { errMsg: 'Too many storage requests in a minute' };
      };
      const panel = await openPanel('jane', { storage, storageAnswers });
      expect(openedIn(panel)).toEqual([]);
      isDown = false;
      await openGroup(panel, { ...janesGroup, parameters: { limit: '50' } });
      expect(await rememberedIn(storage)).toContain(key);
    });

    it('unless they are closed, which may be before the storage has told them', async () => {
      const { storage } = await remembering();
      const storageAnswers = () => new Promise<void>((resolve) => setTimeout(resolve, 1000));
      const panel = await openPanel('jane', { storage, storageAnswers });
      panel.record().groups.close(await openGroup(panel, janesGroup));
      await settle(6000); // one call after the other
      expect(openedIn(panel)).toEqual([]);
      expect(await rememberedIn(storage)).toEqual([]);
    });

    it('and are opened again where the storage answers only after a refresh', async () => {
      const { storage, key } = await remembering();
      const storageAnswers = () => new Promise<void>((resolve) => setTimeout(resolve, 1000));
      const panel = await openPanel('jane', { storage, storageAnswers });
      await panel.refresh();
      await settle(6000); // one call after the other
      expect(openedIn(panel)).toEqual([key]);
    });

    it('and cost nothing where the storage answers only after the agent went on to another contact', async () => {
      const { storage } = await remembering();
      const storageAnswers = () => new Promise<void>((resolve) => setTimeout(resolve, 1000));
      const panel = await openPanel('jane', { storage, storageAnswers });
      await panel.show('sofia');
      panel.asked();
      await settle(1000);
      expect(panel.asked()).toEqual([]);
      expect(openedIn(panel)).toEqual([]);
    });
  });

  describe('of several agents', () => {
    const limit50 = { ...janesGroup, parameters: { limit: '50' } };

    it('are all remembered, whoever had the contact open before the others opened theirs', async () => {
      const storage: Rows = new Map();
      const [one, other] = [await openPanel('jane', { storage }), await openPanel('jane', { storage })];
      const keys = [await openGroup(one, janesGroup), await openGroup(other, limit50)];
      expect(openedIn(await openPanel('jane', { storage }))).toEqual(keys);
    });

    it('are all remembered where they are opened at one moment', async () => {
      const storage: Rows = new Map();
      const [one, other] = [await openPanel('jane', { storage }), await openPanel('jane', { storage })];
      const keys = await Promise.all([openGroup(one, janesGroup), openGroup(other, limit50)]);
      expect(openedIn(await openPanel('jane', { storage })).sort()).toEqual(keys.sort());
    });

    it('stay closed once one of them has closed them, though another one goes on', async () => {
      const storage: Rows = new Map();
      const [one, other] = [await openPanel('jane', { storage }), await openPanel('jane', { storage })];
      const key = await openGroup(one, janesGroup);
      await other.refresh();
      expect(openedIn(other)).toEqual([key]);
      one.record().groups.close(key);
      await settle();
      const kept = await openGroup(other, limit50);
      expect(openedIn(await openPanel('jane', { storage }))).toEqual([kept]);
    });

    it('are kept where an earlier version has put some into the one record for all since', async () => {
      const storage: Rows = new Map();
      const panel = await openPanel('jane', { storage });
      const key = `g:${panel.id('jane')}`;
      storage.set(key, { key, queriableValue: 'g', value: { groups: [[janesGroup.duplicateId, '']] } });
      await openGroup(panel, limit50);
      expect(openedIn(await openPanel('jane', { storage }))).toEqual([janesGroup, limit50].map(referenceKey));
    });
  });

  it('that are closed as soon as they are there are not remembered', async () => {
    const storage: Rows = new Map();
    const storageAnswers = () => sleep(1);
    const panel = await openPanel('jane', { storage, storageAnswers });
    await settle(6000);
    panel.record().groups.close(await openGroup(panel, janesGroup));
    await settle(6000);
    expect([...storage.keys()]).toEqual([`g:${panel.id('jane')}`]);
  });

  it('are asked for with one call, and with one more where there are some', async () => {
    const storage: Rows = new Map();
    let calls = 0;
    const storageAnswers = async () => {
      calls++;
    };
    const panel = await openPanel('jane', { storage, storageAnswers });
    const ofDecisions = 1;
    expect(calls).toBe(ofDecisions + 1);
    await openGroup(panel, janesGroup);
    calls = 0;
    await openPanel('jane', { storage, storageAnswers });
    expect(calls).toBe(ofDecisions + 2);
  });

  describe('where the storage is off', () => {
    it('work all the same, and are not remembered', async () => {
      const panel = await openPanel('jane', { storage: null });
      expect(panel.session.canRemember.value).toBe(false);
      expect(duplicatesIn(panel)).toEqual([panel.id('janeWork')]);
      const key = await openGroup(panel, janesGroup);
      expect(duplicatesIn(panel)).toContain(panel.id('janePrivate'));
      panel.record().groups.close(key);
      await settle();
      expect(duplicatesIn(panel)).not.toContain(panel.id('janePrivate'));
      expect(openedIn(await openPanel('jane', { storage: null }))).toEqual([]);
    });

    it('is told, and only there', async () => {
      expect((await openPanel('jane')).session.canRemember.value).toBe(true);
      expect((await openPanel('jane', { storage: null })).session.canRemember.value).toBe(false);
    });
  });

  it('are remembered up to ten for a contact, the last ones', async () => {
    const storage: Rows = new Map();
    const panel = await openPanel('jane', { storage });
    const keys: string[] = [];
    for (let limit = 20; limit < 32; limit++)
      keys.push(await openGroup(panel, { ...janesGroup, parameters: { limit: String(limit) } }));
    expect(openedIn(await openPanel('jane', { storage }))).toEqual(keys.slice(-10));
  });

  it('are passed over where what is remembered makes no sense', async () => {
    const id = createSamplePortal().idOf('jane');
    const groups = [
      null,
      'x',
      [],
      ['not an id!', ''],
      ['defaultFieldName', ''],
      [janesGroup.by === 'id' && janesGroup.duplicateId, 'page=x'],
    ];
    const row = { key: `g:${id}`, value: { groups }, queriableValue: 'g' };
    const panel = await openPanel('jane', { storage: new Map([[row.key, row]]) });
    expect(openedIn(panel)).toEqual([]);
    expect(panel.session.usage.calls.value).toBe(3);
    expect(panel.session.canRemember.value).toBe(true);
  });

  describe('that were remembered in a way of its own by another version', () => {
    const recordOf = (id: string, value: Record<string, unknown>) => ({
      key: `g:${id}`,
      queriableValue: 'g',
      value,
    });
    const id = createSamplePortal().idOf('jane');

    it.each<[what: string, value: Record<string, unknown>]>([
      ['a version', { version: 2, groups: [] }],
      ['groups by name', { groups: { a: [janesGroup.duplicateId, ''] } }],
      ['no groups', {}],
      ['something else', { list: [] }],
    ])('are not written over, and others are remembered beside them: %s', async (_, value) => {
      const record = recordOf(id, value);
      const storage: Rows = new Map([[record.key, record]]);
      const panel = await openPanel('jane', { storage });
      const key = await openGroup(panel, janesGroup);
      expect(panel.session.canRemember.value).toBe(true);
      expect(openedIn(await openPanel('jane', { storage }))).toEqual([key]);
      panel.record().groups.close(key);
      await settle();
      expect([...storage.values()]).toEqual([record]);
    });

    it('are kept where this version cannot read some of them', async () => {
      const odd = [['..', ''], 'x', null, [{ id: 7 }, ''], [janesGroup.duplicateId, 'page']];
      const record = recordOf(id, { groups: odd });
      const storage: Rows = new Map([[record.key, record]]);
      const panel = await openPanel('jane', { storage });
      expect(openedIn(panel)).toEqual([]);
      panel.record().groups.close(await openGroup(panel, janesGroup));
      await settle();
      expect([...storage.values()]).toEqual([record]);
    });

    it('in one record for all are opened, and taken out of it one by one', async () => {
      const limit50 = { ...janesGroup, parameters: { limit: '50' } };
      const rows = [
        [janesGroup.duplicateId, ''],
        [janesGroup.duplicateId, 'limit=50'],
        ['..', 'x'],
      ];
      const record = recordOf(id, { groups: rows });
      const storage: Rows = new Map([[record.key, record]]);
      const panel = await openPanel('jane', { storage });
      expect(openedIn(panel)).toEqual([referenceKey(janesGroup), referenceKey(limit50)]);
      expect([...storage.values()]).toEqual([record]);
      panel.record().groups.close(referenceKey(janesGroup));
      await settle();
      expect([...storage.values()]).toEqual([recordOf(id, { groups: rows.slice(1) })]);
    });

    it('are read at most ten at once, and all kept', async () => {
      const groups = Array.from({ length: 60 }, (_, place) => [`${place}`, '']);
      const record = recordOf(id, { groups });
      const storage: Rows = new Map([[record.key, record]]);
      const panel = await openPanel('jane', { storage });
      expect(openedIn(panel)).toHaveLength(10);
      await openGroup(panel, janesGroup);
      expect(storage.get(record.key)).toEqual(record);
    });

    it('ask for no more at once than a call may', async () => {
      const record = recordOf(id, { groups: [[janesGroup.duplicateId, 'limit=100000']] });
      const limits: unknown[] = [];
      const world = {
        respond: (request: ApiRequest, usual: () => ApiAnswer) => {
          limits.push(request.query.limit);
          return { kind: 'answer', answer: usual() } as const;
        },
      };
      const panel = await openPanel('jane', {
        storage: new Map([[record.key, record]]),
        world: only(callsOf.groupById, world),
      });
      expect(limits).toEqual(['100']);
      expect(duplicatesIn(panel)).toContain(panel.id('janePrivate'));
    });
  });
});
