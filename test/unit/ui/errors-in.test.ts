import { describe, expect, it } from 'vitest';
import { errorsIn } from '../../../src/ui/diagnostics/errors-in';
import { only, type World, worlds } from '../../desk/worlds';
import { openPanel, useSessionTests } from '../state/session/panel';
import { settle } from '../support';

useSessionTests();

/** Opens Jane in a world where these calls are refused. */
async function openWhereRefused(isRefused: (path: string) => boolean) {
  const world: World = only(({ path }) => isRefused(path), worlds.forbidden());
  const { session, record } = await openPanel('jane', { world });
  const open = record();
  if (open.kind !== 'contact') throw new Error('nothing is looked for');
  return { session, open };
}

describe('what went wrong', () => {
  it('is nothing as a rule', async () => {
    const { session } = await openWhereRefused(() => false);
    expect(errorsIn(session)).toEqual([]);
  });

  it('is told of each value that was looked for', async () => {
    const { session } = await openWhereRefused((path) => path === '/groupContacts');
    expect(errorsIn(session)).toEqual([{ kind: 'forbidden' }, { kind: 'forbidden' }, { kind: 'forbidden' }]);
  });

  it('is told of looking further', async () => {
    const { session, open } = await openWhereRefused((path) => path.startsWith('/accounts'));
    await open.lookFurther.value?.look();
    expect(errorsIn(session)).toEqual([{ kind: 'forbidden' }]);
  });

  it('is told of details and of ticket counts', async () => {
    const { session, open } = await openWhereRefused((path) => path.startsWith('/contacts/'));
    const review = open.decidable.value?.review;
    await review?.details.read();
    expect(errorsIn(session)).toEqual([{ kind: 'forbidden' }]);
    await review?.tickets.read();
    expect(errorsIn(session)).toEqual([{ kind: 'forbidden' }, { kind: 'forbidden' }]);
  });

  it('is told of what became of a merge', async () => {
    const { session, open } = await openWhereRefused((path) => path.startsWith('/contacts/'));
    const merge = open.decidable.value?.review.merge;
    merge?.start();
    merge?.refresh();
    await settle();
    expect(errorsIn(session)).toEqual([{ kind: 'forbidden' }]);
  });

  it("is told of the portal's shared values", async () => {
    const { session } = await openWhereRefused((path) => path === '/groupContactDuplicateValues');
    session.browse.open();
    await settle();
    expect(errorsIn(session)).toEqual([{ kind: 'forbidden' }]);
  });
});
