import { describe, expect, it } from 'vitest';
import { arrange, orders } from '../../../src/duplicates/arrange';
import { contact } from '../../builders';
import { createCandidates } from '../../weigh';

const open = contact({ id: '1', email: 'team@harbour.example' });
const ada = contact({
  id: '2',
  firstName: 'Ada',
  lastName: 'Ängström',
  email: 'ada@harbour.example',
  phone: '+44 20 7946 0011',
  createdTime: 300,
});
const bruno = contact({
  id: '3',
  firstName: 'Bruno',
  lastName: 'Zeller',
  accountName: 'Harbour & Quay',
  createdTime: 100,
});
const chloe = contact({
  id: '4',
  firstName: 'Chloé',
  lastName: 'Moretti',
  mobile: '+33 6 99 00 12 34',
  createdTime: null,
});
const dana = contact({ id: '5', lastName: 'Haddad', phone: '٠٥٥ ١٢٣ ٤٥٦٧', createdTime: null });
const candidates = createCandidates(
  open,
  [{ key: 'phone', contacts: [open, ada, bruno, dana, chloe] }],
  null,
);

const ids = (query: string, order: (typeof orders)[number] = 'strength') =>
  arrange(candidates, query, order, 'en').map((candidate) => candidate.contact.id);

describe('arrange', () => {
  it('leaves candidates in the order of their strength where nothing is asked', () => {
    expect(ids('')).toEqual(candidates.map((candidate) => candidate.contact.id));
  });

  it.each([
    ['a name without its accents', 'chloe', ['4']],
    ['a name in another case', 'ZELLER', ['3']],
    ['part of an address', 'ada@harbour', ['2']],
    ['an account', 'quay', ['3']],
    ['a number grouped otherwise', '2079460011', ['2']],
    ['a number as it is written', '+33 6 99', ['4']],
    ['a number with a sign for each gap', '20-7946-0011', ['2']],
    ['a number in two parts', '20-79460011', ['2']],
    ['a number in pairs', '20.79.46.00.11', ['2']],
    ['a number behind its area code in brackets', '(20)79460011', ['2']],
    ['a number in parts of its own', '20 79-460011', ['2']],
    ['a number with the zero that is dialed at home', '020 79-460011', ['2']],
    ['a number with the zeros that are dialed abroad', '0044 2079460011', ['2']],
    ['a number in the digits of another script', '٠٢٠٧٩٤٦٠٠١١', ['2']],
    ['a number that is written in another script', '0551234567', ['5']],
    ['a name and a number grouped otherwise', 'ada 20-79460011', ['2']],
    ['nobody by a sign alone', '-', []],
    ['two words in any order', 'moretti chloé', ['4']],
    ['a word that nobody holds', 'nobody', []],
  ])('finds %s', (_, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it('puts the oldest first, and those of unknown age last', () => {
    expect(ids('', 'created')).toEqual(['3', '2', '4', '5']);
  });

  it('puts names in the order of the language', () => {
    expect(ids('', 'name')).toEqual(['2', '3', '4', '5']);
  });

  it.each(['created', 'name'] as const)('tells equals apart by their ids when ordered by %s', (order) => {
    const twins = ['8', '6', '7'].map((id) => ({ ...chloe, id }));
    const found = createCandidates(open, [{ key: 'phone', contacts: [open, ...twins] }], null);
    const arranged = arrange(found.toReversed(), '', order, 'en');
    expect(arranged.map((candidate) => candidate.contact.id)).toEqual(['6', '7', '8']);
  });

  it('leaves the candidates themselves in their order, which gives them their letters', () => {
    const before = [...candidates];
    for (const order of orders) arrange(candidates, '', order, 'en');
    expect(candidates).toEqual(before);
  });
});
