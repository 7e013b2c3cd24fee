import fc from 'fast-check';
import { hostile, nested, within } from '../support';

/** Text with everything that has ever broken anything. */
export const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    ...['', ' ', '\0', '\ud800', '\udc00x', '..', '.', 'a/b', '1,2', '__proto__', 'constructor', 'toString'],
    ...['<img src=x onerror=alert(1)>', 'javascript:alert(1)', '=1+1', '{count}', '$&', '%', '\u202eabc'],
    ...['9'.repeat(60), '1e999', '-0', 'null', '[]', '{}', '"', '\\', '\n', 'd:1:2:3', '[[[[', '{"data":'],
    ...['2024-02-30', '8640000000000001', '+31 (0)20 555 01 02 x12', 'Ÿ\u0301\u0301\u0301', 'ß', 'İ', 'ﷺ'],
  ),
);

/** Whatever a bridge, a page or a storage might give: JSON, and what structured clones hold beside it. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }),
  },
  { weight: 3, arbitrary: fc.jsonValue({ stringUnit: 'binary' }) },
  { weight: 3, arbitrary: oddText },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, 1e300, true, false, 10n ** 30n],
      ...[hostile, [hostile], within({}), nested({}, 'data', 100), nested([], '0', 100)],
    ),
  },
);

export const id = fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String);

const fieldNames = [
  ...['firstName', 'lastName', 'email', 'secondaryEmail', 'phone', 'mobile', 'title', 'account', 'accountId'],
  ...['owner', 'zohoCRMContact', 'isEndUser', 'isSpam', 'isDeleted', 'createdTime', 'modifiedTime', 'webUrl'],
  ...['cf', 'customFields', 'description', 'city', 'type', '__proto__'],
];

/** Values that compare with one another. */
function readableText() {
  return fc.constantFrom(
    'Robin Ash',
    'ash, robin',
    'r@ash.example',
    'R@ASH.example',
    '+31 20 555 0102',
    '020 5550102',
  );
}
const readable = fc.oneof(readableText(), fc.dictionary(fc.constantFrom('cf_a', 'cf_b'), readableText()));

/** A record of Desk's with a good id, and with anything in its other fields. */
export const record = fc
  .tuple(id, fc.dictionary(fc.constantFrom(...fieldNames), fc.oneof(anything, oddText, readable)))
  .map(([id, fields]) => ({ ...fields, id }));

/** What is no record, or has no id that could be asked for. */
export const noRecord = fc.oneof(
  fc.constantFrom<unknown>(null, 7, 'x', true, {}, { id: null }, { id: '..' }, { id: hostile }, hostile),
  fc.constantFrom<unknown>({ id: 'a/b', lastName: 'Ash' }, { id: '9'.repeat(60) }, { id: 2 ** 60 }),
);

/** Makes any change of it throw, whoever makes it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (!ArrayBuffer.isView(value)) Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}

/** A megabyte of each kind of text that something may be slow at. */
export const megabytes = [
  'a'.repeat(1_000_000),
  'ab '.repeat(333_333),
  '1'.repeat(1_000_000),
  '+1 234 '.repeat(142_857),
  'e\u0301'.repeat(500_000),
  ';=a,'.repeat(250_000),
  'a@b.'.repeat(250_000),
  '\\"'.repeat(500_000),
  '山田'.repeat(500_000),
  '\u{1f600}'.repeat(250_000),
  '(['.repeat(500_000),
  '\u202e'.repeat(1_000_000),
];
