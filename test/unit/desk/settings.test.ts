import { describe, expect, it, vi } from 'vitest';
import { connectDesk } from '../../../src/desk/desk';
import { readSettings, type Settings } from '../../../src/desk/settings';
import type { MatchField } from '../../../src/duplicates/group-reference';
import { hostile, nested, within } from '../support';

const standard: Settings = {
  checkedFields: ['bothEmail', 'phone', 'fullName'],
  addsDefaultField: true,
  coversTickets: true,
  looksFurther: false,
};

const read = (config: unknown) => readSettings({ getProperty: async () => config });
const fieldsOf = async (checkedFields: unknown) =>
  (await read({ checked_fields: checkedFields })).checkedFields;

describe('the settings', () => {
  it('are asked for by the name that Desk gives them', async () => {
    const getProperty = vi.fn<(property: string) => Promise<unknown>>(async () => []);
    await readSettings({ getProperty });
    expect(getProperty).toHaveBeenCalledExactlyOnceWith('extension.config');
  });

  it.each<[name: string, config: unknown]>([
    [
      'a list of names and values',
      [
        { name: 'checked_fields', value: 'fullName' },
        { name: 'skip_tickets', value: 'true' },
      ],
    ],
    ['a plain object', { checked_fields: 'fullName', skip_tickets: true }],
    [
      'a list under variables',
      {
        variables: [
          { name: 'checked_fields', value: 'fullName' },
          { name: 'skip_tickets', value: true },
        ],
      },
    ],
    ['an object under variables', { variables: { checked_fields: 'fullName', skip_tickets: 'true' } }],
    [
      'a list under config',
      {
        config: [
          { name: 'checked_fields', value: 'fullName' },
          { name: 'skip_tickets', value: true },
        ],
      },
    ],
    ['an object under config', { config: { checked_fields: 'fullName', skip_tickets: 'true' } }],
    [
      'variables under config',
      {
        config: {
          variables: [
            { name: 'checked_fields', value: 'fullName' },
            { name: 'skip_tickets', value: 'true' },
          ],
        },
      },
    ],
    [
      'config under variables',
      { status: 'success', variables: { config: { checked_fields: 'fullName', skip_tickets: 'true' } } },
    ],
    [
      'a list among strangers',
      [
        null,
        'checked_fields',
        { value: 'phone' },
        { name: 'color', value: 'green' },
        { name: 'checked_fields', value: 'fullName', secure: false },
        { name: 'skip_tickets', value: 'true' },
      ],
    ],
  ])('are read from %s', async (_, config) => {
    expect(await read(config)).toEqual({
      checkedFields: ['fullName'],
      addsDefaultField: false,
      coversTickets: false,
      looksFurther: false,
    });
  });

  it.each<[name: string, config: unknown]>([
    ['nothing', null],
    ['an empty list', []],
    ['an empty object', {}],
    ['text', 'phone'],
    ['empty values', { checked_fields: '', skip_tickets: '' }],
    ['values that are null', { checked_fields: null, skip_tickets: null }],
    ['an empty list of fields', { checked_fields: [] }],
    ['a value that is an object', { checked_fields: { phone: true } }],
    ['only strange words', { checked_fields: 'mobile, account' }],
    ['parameters of another name', { fields: 'phone', tickets: 'true' }],
  ])('stay as they are by default where Desk tells %s', async (_, config) => {
    expect(await read(config)).toEqual(standard);
  });

  it('stay as they are by default where Desk does not tell them', async () => {
    const desk = await connectDesk({
      extension: { onload: async () => ({}) },
      get: async () => Promise.reject({ errMsg: 'Invalid Payload' }),
      set: async () => ({}),
      delete: async () => ({}),
      request: async () => ({}),
    });
    expect(await readSettings(desk)).toEqual(standard);
  });
});

describe('the fields that are checked', () => {
  it.each<[told: unknown, fields: MatchField[]]>([
    ['phone', ['phone']],
    ['PHONE', ['phone']],
    ['fullname', ['fullName']],
    ['FullName', ['fullName']],
    ['firstName', ['firstName']],
    ['LASTNAME', ['lastName']],
    ['secondaryemail', ['secondaryEmail']],
    ['bothEmail', ['bothEmail']],
    ['email', ['bothEmail']],
    ['E-Mail', ['bothEmail']],
    ['Name', ['fullName']],
  ])('are named in any case, and in own words: %s', async (told, fields) => {
    expect(await fieldsOf(told)).toEqual(fields);
  });

  it.each<[name: string, told: unknown]>([
    ['commas', 'phone,name,email'],
    ['commas and blanks', ' phone , name,  email '],
    ['semicolons', 'phone;name; email'],
    ['blanks', 'phone name\temail'],
    ['lines', 'phone\nname\r\nemail'],
    ['stray commas', ',phone,,name,email,'],
    ['a list', ['phone', 'name', 'email']],
    ['a list with lists in its text', ['phone, name', 'email']],
    ['a list with things that are no text', [null, 'phone', 7, { a: 1 }, 'name', 'email', true]],
  ])('are parted by %s, and keep their order', async (_, told) => {
    expect(await fieldsOf(told)).toEqual(['phone', 'fullName', 'bothEmail']);
  });

  it('are each named once', async () => {
    expect(await fieldsOf('email, phone, bothEmail, PHONE, e-mail')).toEqual(['bothEmail', 'phone']);
  });

  it.each(['mobile', 'account', 'e', 'constructor', '__proto__', 'toString'])(
    'are what is left when a strange word is passed over: %s',
    async (word) => {
      expect(await fieldsOf(`${word}, phone`)).toEqual(['phone']);
    },
  );

  it("keep the portal's default field only where nobody chose any", async () => {
    expect((await read({ checked_fields: 'phone' })).addsDefaultField).toBe(false);
    expect((await read({ checked_fields: 'nonsense' })).addsDefaultField).toBe(true);
    expect((await read({ skip_tickets: 'true' })).addsDefaultField).toBe(true);
  });
});

describe('tickets', () => {
  it.each([true, 'true', 'TRUE', 'True', 'yes', 'Yes', 'on', 'ON', '1', 1])(
    'are left alone where skip_tickets is %j',
    async (told) => {
      expect((await read({ skip_tickets: told })).coversTickets).toBe(false);
    },
  );

  it.each([false, 'false', 'no', 'off', '0', 0, '', null, undefined, 'truely', 'not on', {}])(
    'are covered where skip_tickets is %j',
    async (told) => {
      expect((await read({ skip_tickets: told })).coversTickets).toBe(true);
    },
  );
});

describe('settings that make no sense', () => {
  it.each<[name: string, config: unknown]>([
    ['in place of values', { checked_fields: hostile, skip_tickets: hostile }],
    ['in place of names', [{ name: hostile, value: 'x' }, hostile]],
    ['in place of everything', hostile],
    ['within itself', within({ config: hostile })],
    ['that nests without end', nested({}, 'variables')],
  ])('keep their defaults beside an object %s', async (_, config) => {
    expect(await read(config)).toEqual(standard);
  });
});
