import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/duplicates/contact';
import { nameVerdicts } from '../../../src/duplicates/names/name-comparison';
import type { ToE164 } from '../../../src/duplicates/phones/parse-phone';
import { createToE164 } from '../../../src/duplicates/phones/to-e164';
import type { Evidence } from '../../../src/duplicates/reasons';
import { sharedByManyFrom } from '../../../src/duplicates/shared-values';
import { type Facts, type Strength, strengthOf } from '../../../src/duplicates/strength';
import { contact } from '../../builders';
import { createEvidence } from '../../weigh';

type Told = Partial<Contact>;

const jane = { firstName: 'Jane', lastName: 'Doe' };
const robin = { firstName: 'Robin', lastName: 'Ash' };
const acme = { accountId: '450000000000200001', accountName: 'Acme Ltd' };
const birch = { accountId: '450000000000200002', accountName: 'Birch & Sons' };
const office = '+44 20 7946 0100';

/** The evidence on two contacts, where only these and `others` were found. */
function evidence(open: Told, candidate: Told, others: Told[] = [], read: ToE164 | null = null): Evidence {
  const [one, other] = [contact(open), contact(candidate)];
  return createEvidence(one, [one, other, ...others.map(contact)], read)(other);
}

function times(count: number, told: (index: number) => Told): Told[] {
  return Array.from({ length: count }, (_, index) => told(index));
}

describe('what speaks for one person', () => {
  it('is the same e-mail address, ignoring case, as the open contact writes it', () => {
    const { reasonsFor } = evidence({ email: ' Jane@Acme.example ' }, { email: 'jane@acme.EXAMPLE' });
    expect(reasonsFor).toEqual([{ kind: 'sameEmail', address: 'Jane@Acme.example' }]);
  });

  it('is an e-mail address that is the secondary one of the other', () => {
    const { reasonsFor } = evidence(
      { email: 'jane@acme.example', secondaryEmail: 'jd@birch.example' },
      { email: 'JD@birch.example', secondaryEmail: 'jane@acme.example' },
    );
    expect(reasonsFor).toEqual([
      { kind: 'sameEmail', address: 'jane@acme.example' },
      { kind: 'sameEmail', address: 'jd@birch.example' },
    ]);
  });

  it('says an address once that stands in both fields', () => {
    const both = { email: 'jane@acme.example', secondaryEmail: 'JANE@acme.example' };
    expect(evidence(both, both).reasonsFor).toEqual([{ kind: 'sameEmail', address: 'jane@acme.example' }]);
  });

  it('is the same phone number, and whether it is written alike', () => {
    expect(evidence({ phone: office }, { phone: office }).reasonsFor).toEqual([
      { kind: 'samePhone', phone: office, otherFormat: false },
    ]);
    expect(evidence({ phone: office }, { phone: '020 79460100' }).reasonsFor).toEqual([
      { kind: 'samePhone', phone: office, otherFormat: true },
    ]);
  });

  it('is a phone number that is the mobile of the other', () => {
    expect(evidence({ mobile: office }, { phone: office }).reasonsFor).toEqual([
      { kind: 'samePhone', phone: office, otherFormat: false },
    ]);
  });

  it('says a number once that stands in both fields, and as both write it', () => {
    const { reasonsFor } = evidence({ phone: '020 7946 0100', mobile: office }, { phone: office });
    expect(reasonsFor).toEqual([{ kind: 'samePhone', phone: office, otherFormat: false }]);
  });

  it('needs the phone parser for national numbers of a country without a trunk zero', () => {
    const [national, international] = [{ phone: '202-555-0134' }, { phone: '+1 202 555 0134' }];
    expect(evidence(national, international).reasonsFor).toEqual([]);
    expect(evidence(national, international, [], createToE164('US')).reasonsFor).toEqual([
      { kind: 'samePhone', phone: '202-555-0134', otherFormat: true },
    ]);
  });

  it.each<[string, Told, Told, 'alike' | 'otherwise']>([
    ['the same name', jane, jane, 'alike'],
    ['the same name in one field', jane, { lastName: ' Jane  Doe' }, 'alike'],
    ['another case', jane, { firstName: 'JANE', lastName: 'doe' }, 'otherwise'],
    ['another order', jane, { lastName: 'Doe, Jane' }, 'otherwise'],
    ['accents left out', { firstName: 'José', lastName: 'Núñez' }, { lastName: 'Jose Nunez' }, 'otherwise'],
  ])('is %s', (_, a, b, written) => {
    expect(evidence(a, b).reasonsFor).toEqual([{ kind: 'sameName', written }]);
  });

  it.each<[string, Told]>([
    ['Chinese', { lastName: '王小明' }],
    ['Arabic', { firstName: 'ليلى', lastName: 'حداد' }],
    ['Hebrew', { firstName: 'דוד', lastName: 'אלון' }],
    ['Devanagari', { firstName: 'सीता', lastName: 'वर्मा' }],
    ['Thai', { lastName: 'มานี' }],
    ['Cyrillic', { firstName: 'Пётр', lastName: 'Берёзов' }],
  ])('is the same name in %s', (_, name) => {
    expect(evidence(name, name).reasonsFor).toEqual([{ kind: 'sameName', written: 'alike' }]);
  });

  it.each<[string, Told, Told, string]>([
    ['by its id', acme, { accountId: acme.accountId }, 'Acme Ltd'],
    ['by its id, which the other names', { accountId: acme.accountId }, acme, 'Acme Ltd'],
    ['by its id alone', { accountId: acme.accountId }, { accountId: acme.accountId }, ''],
    ['by its name', { accountName: 'Acme Ltd' }, { accountName: 'ACME, Ltd.' }, 'Acme Ltd'],
    ['entered twice', acme, { ...acme, accountId: birch.accountId }, 'Acme Ltd'],
  ])('is the same account, %s', (_, a, b, account) => {
    expect(evidence(a, b).reasonsFor).toEqual([{ kind: 'sameAccount', account }]);
  });

  it.each<[string, Told]>([
    ['nothing', {}],
    ['empty fields', { firstName: '', lastName: '', email: '', phone: '', mobile: '', accountName: '' }],
    ['blanks', { firstName: ' ', lastName: '\t', email: ' ', phone: '\n', accountName: ' ' }],
    ['words for nothing', { lastName: '-', email: 'n/a', secondaryEmail: 'none', phone: 'n/a', mobile: '-' }],
    ['placeholders', { lastName: '0', phone: '0000000', mobile: '1' }],
  ])('is not that both have %s', (_, told) => {
    expect(evidence(told, told)).toEqual({ strength: 'weak', reasonsFor: [], reasonsAgainst: [] });
  });

  it('is not a name that is digits, a phone number or an e-mail address', () => {
    for (const lastName of ['20794', office, 'jane@acme.example'])
      expect(evidence({ lastName }, { lastName }).reasonsFor).toEqual([]);
  });
});

describe('what speaks against it', () => {
  it('is another account, and which', () => {
    expect(evidence(acme, birch).reasonsAgainst).toEqual([{ kind: 'otherAccount', account: 'Birch & Sons' }]);
    expect(evidence({ accountId: '1' }, { accountId: '2' }).reasonsAgainst).toEqual([
      { kind: 'otherAccount', account: '' },
    ]);
  });

  it.each<[string, Told, Told]>([
    ['one has none', acme, {}],
    ['one tells its id only, the other its name only', { accountId: '1' }, { accountName: 'Acme Ltd' }],
  ])('is no account where %s', (_, a, b) => {
    expect(evidence(a, b)).toMatchObject({ reasonsFor: [], reasonsAgainst: [] });
  });

  it('is a link to another CRM record', () => {
    const linked = (id: string) => ({ crmRecord: { id, kind: 'contacts' } });
    expect(evidence(linked('1'), linked('2')).reasonsAgainst).toEqual([{ kind: 'otherCrmRecord' }]);
    expect(evidence(linked('1'), linked('1')).reasonsAgainst).toEqual([]);
    expect(evidence(linked('1'), {}).reasonsAgainst).toEqual([]);
  });

  it('is another name on the value that they share', () => {
    const shared = { email: 'home@family.example', phone: office };
    expect(evidence({ ...jane, ...shared }, { ...robin, ...shared }).reasonsAgainst).toEqual([
      { kind: 'otherName', value: 'email' },
      { kind: 'otherName', value: 'phone' },
    ]);
  });

  it.each<[string, Told, Told]>([
    ['where they share no value', jane, robin],
    [
      'where an initial fits',
      { ...jane, phone: office },
      { firstName: 'J.', lastName: 'Ash', phone: office },
    ],
    ['in another script', { ...jane, phone: office }, { lastName: 'Иван', phone: office }],
    ['where one has no name', { ...jane, phone: office }, { lastName: office, phone: office }],
  ])('is no other name %s', (_, a, b) => {
    expect(evidence(a, b).reasonsAgainst).toEqual([]);
  });

  it('is that the address is a role mailbox', () => {
    const shared = { email: 'info@acme.example' };
    expect(evidence(shared, shared).reasonsAgainst).toEqual([
      { kind: 'roleMailbox', address: 'info@acme.example' },
    ]);
  });

  it('says that a phone on 14 contacts is probably a switchboard', () => {
    const others = times(12, (index) => ({ lastName: `Clerk ${index}`, phone: '020 7946 0100' }));
    const { reasonsAgainst } = evidence({ ...jane, phone: office }, { ...jane, phone: office }, others);
    expect(reasonsAgainst).toEqual([{ kind: 'sharedByMany', field: 'phone', count: 14 }]);
  });

  it('counts the extensions of a switchboard together where it is known without one', () => {
    const others = times(8, (index) => ({ mobile: `${office} ext ${index + 20}` }));
    const { reasonsAgainst } = evidence({ phone: `${office} ext 12` }, { phone: office }, others);
    expect(reasonsAgainst).toEqual([{ kind: 'sharedByMany', field: 'phone', count: 10 }]);
  });

  it('says how many hold an e-mail address, in whichever field', () => {
    const shared = { email: 'front@acme.example' };
    const others = times(5, () => ({ secondaryEmail: 'FRONT@acme.example' }));
    expect(evidence(shared, shared, others).reasonsAgainst).toEqual([
      { kind: 'sharedByMany', field: 'email', count: 7 },
    ]);
  });

  it('says how many have the name', () => {
    const others = times(6, () => ({ lastName: 'doe, jane' }));
    expect(evidence(jane, jane, others).reasonsAgainst).toEqual([
      { kind: 'sharedByMany', field: 'name', count: 8 },
    ]);
  });

  it('begins with six contacts', () => {
    const shared = { phone: office };
    const others = (count: number) => times(count, () => shared);
    expect(evidence(shared, shared, others(sharedByManyFrom - 3)).reasonsAgainst).toEqual([]);
    expect(evidence(shared, shared, others(sharedByManyFrom - 2)).reasonsAgainst).toHaveLength(1);
    expect(sharedByManyFrom).toBe(6);
  });

  it('does not count a contact twice that was found twice, or has the number twice', () => {
    const open = contact({ phone: office, mobile: office });
    const candidate = contact({ phone: office, mobile: office });
    const found = [open, candidate, contact({ phone: office }), contact({ phone: office })];
    const { reasonsAgainst } = createEvidence(open, [...found, ...found, { ...open }], null)(candidate);
    expect(reasonsAgainst).toEqual([]);
  });

  it('leaves out what many share, but not this candidate', () => {
    const others = times(12, () => ({ phone: office }));
    expect(evidence({ ...jane, phone: office }, jane, others).reasonsAgainst).toEqual([]);
  });
});

describe('how strong it is, all in all', () => {
  const email = { email: 'jane@acme.example' };
  const phone = { phone: office };
  const role = { email: 'info@acme.example' };
  const [crm1, crm2] = ['1', '2'].map((id) => ({ crmRecord: { id, kind: null } }));
  const clerks = (shared: Told) => times(12, (index) => ({ lastName: `Clerk${index}`, ...shared }));

  it.each<[string, Strength, Told, Told, Told[]?]>([
    ['e-mail and phone', 'strong', { ...email, ...phone }, { ...email, ...phone }],
    ['e-mail and name', 'strong', { ...jane, ...email }, { ...jane, ...email }],
    ['phone and name', 'strong', { ...jane, ...phone }, { ...jane, ...phone }],
    [
      'e-mail and phone, other names',
      'likely',
      { ...jane, ...email, ...phone },
      { ...robin, ...email, ...phone },
    ],
    ['e-mail alone', 'likely', email, email],
    ['e-mail, one last name', 'likely', { ...jane, ...email }, { lastName: 'Doe', ...email }],
    [
      'e-mail, names in two scripts',
      'likely',
      { lastName: 'Иван', ...email },
      { lastName: 'Ivan', ...email },
    ],
    ['e-mail, other names', 'weak', { ...jane, ...email }, { ...robin, ...email }],
    ['phone alone', 'likely', phone, phone],
    ['phone, an initial', 'likely', { ...jane, ...phone }, { firstName: 'J.', lastName: 'Doe', ...phone }],
    ['phone, other names', 'weak', { ...jane, ...phone }, { ...robin, ...phone }],
    ['name and account', 'likely', { ...jane, ...acme }, { ...jane, ...acme }],
    ['name and role mailbox', 'likely', { ...jane, ...role }, { ...jane, ...role }],
    ['name and switchboard', 'likely', { ...jane, ...phone }, { ...jane, ...phone }, clerks(phone)],
    ['name and common e-mail', 'likely', { ...jane, ...email }, { ...jane, ...email }, clerks(email)],
    ['common name and phone', 'likely', { ...jane, ...phone }, { ...jane, ...phone }, times(9, () => jane)],
    ['full name alone', 'likely', jane, jane],
    ['full name alone, of four people', 'weak', jane, jane, times(2, () => jane)],
    ['one word of a name alone', 'weak', { lastName: 'Doe' }, { lastName: 'Doe' }],
    ['one word of a name, and account', 'weak', { lastName: 'Doe', ...acme }, { lastName: 'Doe', ...acme }],
    ['name, other accounts', 'weak', { ...jane, ...acme }, { ...jane, ...birch }],
    ['role mailbox alone', 'weak', role, role],
    ['role mailbox and account', 'weak', { ...role, ...acme }, { ...role, ...acme }],
    ['switchboard alone', 'weak', phone, phone, clerks(phone)],
    ['account alone', 'weak', acme, acme],
    ['nothing', 'weak', {}, {}],
    ['all, other CRM records', 'likely', { ...jane, ...email, ...crm1 }, { ...jane, ...email, ...crm2 }],
    ['e-mail, other CRM records', 'likely', { ...email, ...crm1 }, { ...email, ...crm2 }],
    ['name, other CRM records', 'weak', { ...jane, ...crm1 }, { ...jane, ...crm2 }],
    ['all, other accounts', 'strong', { ...jane, ...email, ...acme }, { ...jane, ...email, ...birch }],
  ])('%s: %s', (_, strength, open, candidate, others = []) => {
    expect(evidence(open, candidate, others).strength).toBe(strength);
  });

  it('keeps two people with one office phone apart', () => {
    const { strength, reasonsFor, reasonsAgainst } = evidence(
      { ...jane, ...phone, ...acme, email: 'jane@acme.example' },
      { ...robin, ...phone, ...acme, email: 'robin@acme.example' },
    );
    expect(strength).toBe('weak');
    expect(reasonsFor.map((reason) => reason.kind)).toEqual(['samePhone', 'sameAccount']);
    expect(reasonsAgainst).toEqual([{ kind: 'otherName', value: 'phone' }]);
  });

  const anyFacts: fc.Arbitrary<Facts> = fc.record({
    personalEmail: fc.boolean(),
    ownPhone: fc.boolean(),
    name: fc.constantFrom(...nameVerdicts),
    isFullName: fc.boolean(),
    nameHolders: fc.constantFrom('few', 'some', 'many'),
    similarEmail: fc.boolean(),
    account: fc.constantFrom('same', 'unknown', 'other'),
    commonValue: fc.boolean(),
    otherCrmRecord: fc.boolean(),
  });
  const order: readonly Strength[] = ['weak', 'likely', 'strong'];
  const rank = (facts: Facts) => order.indexOf(strengthOf(facts));

  it('never falls where the same phone or e-mail is added, unless the names conflict', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        fc.pre(facts.name !== 'conflict');
        expect(rank({ ...facts, ownPhone: true })).toBeGreaterThanOrEqual(
          rank({ ...facts, ownPhone: false }),
        );
        expect(rank({ ...facts, personalEmail: true })).toBeGreaterThanOrEqual(
          rank({ ...facts, personalEmail: false }),
        );
      }),
    );
  });

  it('never rises where the names go less well together, or the account or the CRM record differs', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const ranks = nameVerdicts.map((name) => rank({ ...facts, name }));
        // A name that many have is less than one with a slip that few share.
        const ordered = facts.nameHolders === 'many' ? ranks.slice(1) : ranks;
        expect(ordered).toEqual([...ordered].sort((a, b) => b - a));
        expect(rank({ ...facts, account: 'other' })).toBeLessThanOrEqual(rank({ ...facts, account: 'same' }));
        expect(rank({ ...facts, otherCrmRecord: true })).toBeLessThanOrEqual(
          rank({ ...facts, otherCrmRecord: false }),
        );
      }),
    );
  });
});

describe('two contacts', () => {
  const people: Told[] = [
    {},
    { ...jane, email: 'jane@acme.example', phone: office, ...acme },
    { ...jane, secondaryEmail: 'JANE@acme.example', mobile: '020 7946 0100', ...birch },
    { firstName: 'J.', lastName: 'Doe', phone: `${office} ext 12` },
    { ...robin, phone: `${office} ext 13`, ...acme },
    { ...robin, phone: '0044 20 79460100', email: 'info@acme.example' },
    { lastName: 'Иван', email: 'info@acme.example', accountName: 'ACME Ltd' },
    { lastName: 'Doe, Jane', email: 'Info@acme.example', crmRecord: { id: '1', kind: 'contacts' } },
    { ...jane, email: 'jane@acme.example', crmRecord: { id: '2', kind: 'contacts' } },
    { lastName: '王小明', phone: '+1 20 7946 0100', mobile: '202-555-0134' },
    { lastName: '王', phone: '٠٢٠ ٧٩٤٦ ٠١٠٠', mobile: '+1 202-555-0134' },
    { firstName: 'ليلى', lastName: 'حداد', mobile: '+12025550134 x7' },
    { lastName: 'office@acme.example', email: 'office@acme.example', phone: 'n/a' },
    { lastName: '020 7946 0100', phone: '02079460100', mobile: '02079460100' },
    { firstName: 'Işık', lastName: 'Kılıç', email: 'n/a', phone: '1-800-555-CARS' },
    { firstName: 'ISIK', lastName: 'KILIC', email: 'n/a', phone: '1-800-555-BIKE' },
  ];

  it.each<[string, ToE164 | null]>([
    ['digits', null],
    ['a phone parser', createToE164(null)],
    ['a phone parser at home in Britain', createToE164('GB')],
    ['a phone parser at home in America', createToE164('US')],
  ])('are as strongly one person whichever is open, going by %s', (_, read) => {
    const everybody = people.map(contact);
    const evidenceFrom = everybody.map((open) => createEvidence(open, everybody, read));
    const table = evidenceFrom.map((weigh) => everybody.map((candidate) => weigh(candidate).strength));
    const turned = table.map((_row, index) => table.map((row) => row[index]));
    expect(table).toEqual(turned);
    expect(new Set(table.flat())).toEqual(new Set(['strong', 'likely', 'weak']));
  });
});

describe('among a thousand candidates', () => {
  function timesRead(phone: (index: number) => string): number {
    let read = 0;
    const counting: ToE164 = () => {
      read++;
      return null;
    };
    const everybody = times(1_000, (index) => ({ ...jane, phone: phone(index) })).map(contact);
    const [open = contact()] = everybody;
    const weigh = createEvidence(open, everybody, counting);
    for (const candidate of everybody) weigh(candidate);
    return read;
  }

  it('each number is read once at most', () => {
    expect(timesRead(() => office)).toBeLessThanOrEqual(1);
    expect(timesRead((index) => `${office}${' '.repeat(index % 9)}x${index}`)).toBeLessThanOrEqual(1_000);
  });

  it('numbers that cannot match are not read', () => {
    expect(timesRead((index) => `+44 20 7946 0${100 + (index % 900)}`)).toBeLessThan(10);
  });
});

describe('createEvidenceSource', () => {
  it('leaves what it is given as it was', () => {
    const everybody = [{ ...jane, phone: office }, jane, robin].map(contact);
    const before = structuredClone(everybody);
    const [open = contact()] = everybody;
    createEvidence(open, everybody, null)(open);
    expect(everybody).toEqual(before);
  });

  it('copes with hostile values', () => {
    const hostile = {
      firstName: '__proto__',
      lastName: '<img src=x onerror=alert(1)>',
      email: `${'a'.repeat(50_000)}@@@`,
      phone: `${'0 '.repeat(50_000)}x`,
      mobile: '\u0000\ud800',
      accountName: 'constructor',
    };
    expect(evidence(hostile, hostile).strength).toBe('strong');
  });
});
