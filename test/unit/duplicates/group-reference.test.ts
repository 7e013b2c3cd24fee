import { describe, expect, it } from 'vitest';
import type { QueryParameters } from '../../../src/duplicates/group-reference';
import { type ReferenceProblem, readGroupReference } from '../../../src/duplicates/read-group-reference';

const id = '450000000000777001';
const api = `https://desk.zoho.eu/api/v1/contactsDeduplication/${id}`;

function reference(duplicateId: string, parameters: QueryParameters = {}) {
  return { reference: { by: 'id', duplicateId, parameters } };
}

describe('readGroupReference', () => {
  describe('takes for an id', () => {
    it.each([
      ['digits', id],
      ['a single digit', '7'],
      ['letters, dashes and underscores', 'Group_a-1'],
      ['a hundred characters', 'a1'.repeat(50)],
    ])('%s', (_, typed) => {
      expect(readGroupReference(typed, '')).toEqual(reference(typed));
    });

    it('what stands between blanks', () => {
      expect(readGroupReference(`  ${id}\n`, '')).toEqual(reference(id));
    });
  });

  describe('finds the id in an address of the API', () => {
    it.each([
      ['as it is', api],
      ['in blanks', ` ${api} `],
      ['with a slash at the end', `${api}/`],
      ['with an empty query', `${api}?`],
      ['with a fragment', `${api}#top`],
      ['without the host', `/api/v1/contactsDeduplication/${id}`],
      ['without a slash at the start', `contactsDeduplication/${id}`],
      ['in small letters', api.toLowerCase()],
    ])('%s', (_, pasted) => {
      expect(readGroupReference(pasted, '')).toEqual(reference(id));
    });

    it('and decodes it', () => {
      const pasted = 'https://desk.zoho.eu/api/v1/contactsDeduplication/Group%5Fa%2D1';
      expect(readGroupReference(pasted, '')).toEqual(reference('Group_a-1'));
    });

    it('with the parameters of its query', () => {
      expect(readGroupReference(`${api}?page=2&limit=50#top`, '')).toEqual(
        reference(id, { page: '2', limit: '50' }),
      );
      expect(readGroupReference(`${api}/?page=2`, '')).toEqual(reference(id, { page: '2' }));
    });

    it('but goes by the parameters that were typed, where there are any', () => {
      expect(readGroupReference(`${api}?page=2&limit=50`, 'sortBy=email')).toEqual(
        reference(id, { sortBy: 'email' }),
      );
      expect(readGroupReference(`${api}?page=2`, '  ')).toEqual(reference(id, { page: '2' }));
    });

    it('rather than the digits elsewhere in it', () => {
      const pasted = `https://desk.zoho.eu/api/v1/contactsDeduplication/${id}?orgId=60012345&id=9`;
      expect(readGroupReference(pasted, '')).toEqual(reference(id, { id: '9' }));
    });
  });

  describe('finds the id in another address of Desk', () => {
    const desk = 'https://desk.zoho.eu/agent/acme/customers';

    it.each([
      ['named duplicateId', `${desk}/deduplication?duplicateId=${id}&view=7`],
      ['named groupId', `${desk}/deduplication?view=7&groupId=${id}`],
      ['named id', `${desk}/deduplication?id=${id}`],
      ['named in the fragment', `${desk}/deduplication#duplicateId=${id}`],
      ['as the last part', `${desk}/deduplication/${id}`],
      ['as the last part with a slash', `${desk}/deduplication/${id}/`],
      ['as the last part that has a digit', `${desk}/deduplication/${id}/contacts`],
      ['as the last part of the fragment', `https://desk.zoho.eu/support/acme/ShowHomePage.do#Dedup/${id}`],
      ['under a name that nobody knows', `${desk}/deduplication?group=${id}`],
      ['beside the version of an API', `https://desk.zoho.eu/${id}/v1/contacts`],
      ['at a host with digits', `https://desk2.acme.example/deduplication/${id}`],
      ['before a query with digits', `${desk}/deduplication/${id}?page=2`],
      ['before the id of the portal', `${desk}/deduplication/${id}?orgId=60012345`],
      ['before a query, without a host', `${id}?page=2`],
    ])('%s', (_, pasted) => {
      expect(readGroupReference(pasted, '')).toMatchObject(reference(id, {}));
    });

    it('and goes by the parameters that were typed', () => {
      expect(readGroupReference(`${desk}/deduplication/${id}`, 'limit=50')).toEqual(
        reference(id, { limit: '50' }),
      );
    });
  });

  describe('finds no group in', () => {
    it.each<[string, string, ReferenceProblem]>([
      ['nothing', '', 'idMissing'],
      ['blanks', ' \t ', 'idMissing'],
      ['the reserved word', 'defaultFieldName', 'idReserved'],
      ['the reserved word in blanks', ' defaultFieldName ', 'idReserved'],
      [
        'the address of the reserved word',
        'https://desk.zoho.eu/api/v1/contactsDeduplication/defaultFieldName?orgId=1',
        'idReserved',
      ],
      ['several words', '4500 7770', 'idMalformed'],
      ['an e-mail address', 'robin@customers.example', 'idMalformed'],
      ['a list of ids', '1,2', 'idMalformed'],
      ['an encoded slash', '1%2F2', 'idMalformed'],
      ['dots', '..', 'idMalformed'],
      ['a path of ids', '1/2', 'idMalformed'],
      ['a path upwards', '../contacts', 'idMalformed'],
      ['another path of the API', 'contacts/450000000000123001', 'idMalformed'],
      ['a fragment', '#450000000000123001', 'idMalformed'],
      ['more than a hundred characters', 'a'.repeat(101), 'idMalformed'],
      ['an address without a digit', 'https://desk.zoho.eu/agent/acme/contacts', 'idMalformed'],
      ['the address of the list', 'https://desk.zoho.eu/api/v1/contactsDeduplication', 'idMalformed'],
      [
        'an address whose id has blanks',
        'https://desk.zoho.eu/api/v1/contactsDeduplication/a%201',
        'idMalformed',
      ],
      [
        'an address whose id climbs',
        'https://desk.zoho.eu/api/v1/contactsDeduplication/..%2F1',
        'idMalformed',
      ],
      [
        'an address with a stray percent sign',
        'https://desk.zoho.eu/api/v1/contactsDeduplication/1%',
        'idMalformed',
      ],
    ])('%s', (_, typed, problem) => {
      expect(readGroupReference(typed, '')).toEqual({ problem });
    });

    it('what is no id, whatever the parameters are', () => {
      expect(readGroupReference('', 'page=0')).toEqual({ problem: 'idMissing' });
      expect(readGroupReference('defaultFieldName', '=')).toEqual({ problem: 'idReserved' });
    });
  });

  describe('reads parameters', () => {
    it.each<[string, string, QueryParameters]>([
      ['none', '', {}],
      ['blanks', '  ', {}],
      ['a question mark alone', '?', {}],
      ['one', 'limit=50', { limit: '50' }],
      ['several', 'limit=50&sortBy=-createdTime', { limit: '50', sortBy: '-createdTime' }],
      ['with a question mark', '?limit=50', { limit: '50' }],
      ['with blanks around', ' limit= 50 ', { limit: '50' }],
      ['with blanks between', 'limit=50 & page=2', { limit: '50', page: '2' }],
      ['encoded ones', 'fieldValue=Ash%20%26%20Sons', { fieldValue: 'Ash & Sons' }],
      ['a plus for a blank', 'fieldValue=Robin+Ash', { fieldValue: 'Robin Ash' }],
      ['an equals sign in a value', 'filter=a=b', { filter: 'a=b' }],
      ['an empty value', 'limit=', { limit: '' }],
      ['the last of the same name', 'limit=50&limit=20', { limit: '20' }],
      ['any name', 'include=accounts', { include: 'accounts' }],
    ])('%s', (_, typed, parameters) => {
      expect(readGroupReference(id, typed)).toEqual(reference(id, parameters));
    });

    it.each(['limit', '=50', 'limit=50&', '&limit=50', 'limit=50&&page=2', 'limit 50', 'the limit=50', '?&'])(
      'refuses %j',
      (typed) => {
        expect(readGroupReference(id, typed)).toEqual({ problem: 'parametersMalformed' });
      },
    );

    it('refuses those of a pasted address just so', () => {
      expect(readGroupReference(`${api}?limit`, '')).toEqual({ problem: 'parametersMalformed' });
      expect(readGroupReference(`${api}?page=0`, '')).toEqual({ problem: 'pageMalformed' });
    });

    it('leaves out the portal, typed or pasted', () => {
      expect(readGroupReference(id, 'orgId=60012345&limit=50')).toEqual(reference(id, { limit: '50' }));
      expect(readGroupReference(`${api}?orgId=60012345`, '')).toEqual(reference(id));
    });
  });

  describe('reads the page', () => {
    it.each(['1', '2', '10', '999999'])('%s', (page) => {
      expect(readGroupReference(id, `page=${page}`)).toEqual(reference(id, { page }));
    });

    it.each(['', '0', '-1', '01', '1.5', '1e3', 'two', '1 2', '1000000', '%C2%B2'])('but not %j', (page) => {
      expect(readGroupReference(id, `page=${page}`)).toEqual({ problem: 'pageMalformed' });
    });

    it('also between blanks', () => {
      expect(readGroupReference(id, 'page= 2 ')).toEqual(reference(id, { page: '2' }));
    });
  });
});
