import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { failure, ok } from '../../../src/base/result';
import type { DeskError, DeskResult } from '../../../src/desk/desk-error';
import type { Contact } from '../../../src/duplicates/contact';
import { fuzzyMatcher } from '../../../src/duplicates/fuzzy-matcher';
import type { ToE164 } from '../../../src/duplicates/phones/parse-phone';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import { createLookFurther } from '../../../src/state/look-further';
import { contact, rawContact } from '../../builders';
import { createApiTwin, type MadeCall } from '../../twins/read-api';

const jane = contact({ firstName: 'Jane', lastName: 'Doherty', email: 'jane@acme.example', accountId: '7' });
const similar = () => rawContact({ firstName: 'Jane', lastName: 'Dohetry', accountId: '7' });
const colleagues = (count: number) =>
  Array.from({ length: count }, (_, index) => rawContact({ firstName: 'Robin', lastName: `Ash${index}` }));

/** Looks further from a contact in a Desk that answers so. */
function looking(
  open: Contact,
  respond: (call: MadeCall) => DeskResult<unknown>,
  toE164: ToE164 | null = null,
) {
  const readApi = createApiTwin(respond);
  const model = createLookFurther({
    readApi,
    open: signal(open),
    page: signal(open),
    matchers: {
      current: signal({ toE164, fuzzy: fuzzyMatcher }),
      toE164: signal(null),
      loadFor: () => {},
    },
    settings: { looksFurther: false },
  });
  return { model, calls: readApi.calls };
}

const accountOnly = (respond: (from: number) => DeskResult<unknown>) => (call: MadeCall) =>
  call.path[0] === 'accounts' ? respond(Number(call.query.from)) : ok(undefined);
const groupsOf = ({ model }: ReturnType<typeof looking>) =>
  model.groups.value.map(({ key, contacts }) => [key, contacts.map(({ lastName }) => lastName)]);

describe('looking further', () => {
  it('says its price before, and costs nothing until it is asked for', () => {
    const { model, calls } = looking(jane, () => ok(undefined));
    expect(model.price.value).toBe(8);
    expect(model.phase.value).toBe('notAsked');
    expect(model.spent.value).toBeNull();
    expect(calls).toEqual([]);
  });

  it('is free where there is nothing to look by', () => {
    expect(looking(contact({ lastName: 'Doe' }), () => ok(undefined)).model.price.value).toBe(0);
  });

  it('compares the contacts of the account, lists those that are similar, and says what it spent', async () => {
    const desk = looking(
      jane,
      accountOnly(() => ok({ data: [...colleagues(30), similar()] })),
    );
    await desk.model.look();
    expect(desk.model.phase.value).toBe('done');
    expect(desk.model.outcomes.value[0]).toEqual({
      way: 'account',
      key: 'further:account',
      compared: 31,
      total: null,
      isWhole: true,
      error: null,
    });
    expect(groupsOf(desk)).toEqual([['further:account', ['Doherty', 'Dohetry']]]);
    expect(desk.model.spent.value).toBe(3);
    expect(desk.calls[0]).toMatchObject({
      path: ['accounts', '7', 'contacts'],
      query: { from: '1', limit: '100' },
    });
  });

  it('takes a number for one of the country of its account', async () => {
    const open = contact({ lastName: 'Petrov', phone: '8 495 123-45-67', accountId: '7' });
    const russian = { phone: '+7 495 765 43 21', accountId: '7' };
    const desk = looking(
      open,
      accountOnly(() =>
        ok({
          data: [
            rawContact({ lastName: 'Ash', ...russian }),
            rawContact({ lastName: 'Ivanova', phone: '495 1234567', accountId: '7' }),
          ],
        }),
      ),
      createToE164(null),
    );
    await desk.model.look();
    expect(groupsOf(desk)).toEqual([['further:account', ['Petrov', 'Ivanova']]]);
  });

  it('makes five calls for the largest account, and says that this is not everybody', async () => {
    const desk = looking(
      jane,
      accountOnly(() => ok({ data: colleagues(100) })),
    );
    await desk.model.look();
    const ofAccount = desk.calls.filter(({ path }) => path[0] === 'accounts');
    expect(ofAccount.map(({ query }) => query.from)).toEqual(['1', '101', '201', '301', '401']);
    expect(desk.model.outcomes.value[0]).toMatchObject({ compared: 500, isWhole: false, error: null });
  });

  it('asks for the last name twice at the most', async () => {
    const desk = looking(jane, ({ query }) =>
      ok(query.fieldName === 'lastName' ? { data: colleagues(100) } : undefined),
    );
    await desk.model.look();
    expect(desk.calls.filter(({ query }) => query.fieldName === 'lastName')).toHaveLength(2);
    expect(desk.model.outcomes.value[1]).toMatchObject({ way: 'lastName', compared: 200, isWhole: false });
  });

  it('asks for other spellings in one call for each field', async () => {
    const tagged = { ...jane, email: 'jane+x@acme.example', accountId: null };
    const desk = looking(tagged, () => ok(undefined));
    await desk.model.look();
    expect(desk.calls.map(({ query }) => `${query.fieldName}=${query.fieldValues}`)).toEqual([
      'lastName=Doherty',
      'fullName=Doherty Jane',
      'bothEmail=jane@acme.example',
    ]);
  });

  it.each([
    ['account', 0],
    ['lastName', 1],
    ['spellings', 2],
  ] as const)('does not call whole what holds a record that it could not read: %s', async (_, place) => {
    const desk = looking(jane, () => ok({ data: [...colleagues(3), { id: null }] }));
    await desk.model.look();
    expect(desk.model.outcomes.value[place]).toMatchObject({ compared: 3, isWhole: false, error: null });
  });

  it('takes an account without an answer for one without contacts', async () => {
    const { model } = looking(
      jane,
      accountOnly(() => ok(undefined)),
    );
    await model.look();
    expect(model.outcomes.value[0]).toMatchObject({ compared: 0, isWhole: true, error: null });
  });

  it.each<DeskError>([{ kind: 'forbidden' }, { kind: 'notFound' }])(
    'lets the rest stand where the account cannot be read: %o',
    async (error) => {
      const desk = looking(jane, ({ path, query }) => {
        if (path[0] === 'accounts') return failure(error);
        return ok(query.fieldName === 'fullName' ? { data: [similar()] } : undefined);
      });
      await desk.model.look();
      expect(desk.model.outcomes.value.map(({ way, error }) => [way, error])).toEqual([
        ['account', error],
        ['lastName', null],
        ['spellings', null],
      ]);
      expect(groupsOf(desk)).toEqual([['further:spellings', ['Doherty', 'Dohetry']]]);
    },
  );

  it('keeps what was compared before a later page failed', async () => {
    const desk = looking(
      jane,
      accountOnly((from) =>
        from === 1 ? ok({ data: [...colleagues(99), similar()] }) : failure({ kind: 'offline' }),
      ),
    );
    await desk.model.look();
    expect(desk.model.outcomes.value[0]).toMatchObject({ compared: 100, error: { kind: 'offline' } });
    expect(groupsOf(desk)).toHaveLength(1);
  });

  it('says nothing more once it is stopped', async () => {
    const { model } = looking(jane, () => ok({ data: [similar()] }));
    const looked = model.look();
    model.stop();
    await looked;
    expect(model.outcomes.value).toEqual([]);
    expect(model.groups.value).toEqual([]);
  });
});
