import { describe, expect, it } from 'vitest';
import { isRecord, parseJson } from '../../../src/base/json';

describe('parseJson', () => {
  it.each([
    ['of 16 digits', '{"id":1234567890123456}', { id: '1234567890123456' }],
    ['of 18 digits', '{"id":450000000000123001}', { id: '450000000000123001' }],
    ['of 19 digits', '{"id":9223372036854775807}', { id: '9223372036854775807' }],
    ['after spaces', '{ "id" : 450000000000123001 }', { id: '450000000000123001' }],
    ['on a line of its own', '{"id":\n450000000000123001\n}', { id: '450000000000123001' }],
    ['in a list', '[450000000000123001,450000000000123002]', ['450000000000123001', '450000000000123002']],
    ['alone', '450000000000123001', '450000000000123001'],
    [
      'deep inside',
      '{"data":[{"account":{"id":450000000000123001}}]}',
      { data: [{ account: { id: '450000000000123001' } }] },
    ],
  ])('keeps an unquoted id %s exact', (_, text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  it.each([
    ['digits alone', '450000000000123001'],
    ['digits as in an object', '{"id":450000000000123001}'],
    ['digits after an escaped quote', 'he said "450000000000123001" twice'],
    ['digits after a backslash at the end of a word', 'C:\\450000000000123001\\'],
    ['JSON inside JSON inside JSON', JSON.stringify(JSON.stringify({ id: '450000000000123001' }))],
    ['digits after a line break', 'call\n450000000000123001'],
    ['other alphabets', 'Å ß 漢字 😀 450000000000123001'],
  ])('leaves text untouched: %s', (_, text) => {
    expect(parseJson(JSON.stringify({ before: 1, text, after: 2 }))).toEqual({ before: 1, text, after: 2 });
    expect(parseJson(JSON.stringify([text]))).toEqual([text]);
  });

  it('leaves names of fields untouched', () => {
    expect(parseJson('{"450000000000123001":1}')).toEqual({ '450000000000123001': 1 });
  });

  it('tells text from numbers where quotes are escaped beside an id', () => {
    expect(parseJson('{"name":"a\\\\","id":450000000000123001,"note":"\\""}')).toEqual({
      name: 'a\\',
      id: '450000000000123001',
      note: '"',
    });
  });

  it.each([
    ['of 15 digits', '123456789012345', 123456789012345],
    ['that is an epoch time', '1709195400000', 1709195400000],
    ['below zero', '-450000000000123001', Number('-450000000000123001')],
    ['with a fraction', '0.1234567890123456789', Number('0.1234567890123456789')],
    ['with a long whole part and a fraction', '1234567890123456.5', Number('1234567890123456.5')],
    ['with an exponent', '1234567890123456e2', Number('1234567890123456e2')],
    ['with a capital exponent', '1234567890123456E2', Number('1234567890123456E2')],
    ['with a long exponent', '1e0000000000000002', 100],
    ['with a signed exponent', '1e+0000000000000002', 100],
    ['with a negative exponent', '1e-0000000000000002', 0.01],
  ])('leaves a number %s a number', (_, text, expected) => {
    expect(parseJson(text)).toBe(expected);
    expect(parseJson(`{"value":${text}}`)).toEqual({ value: expected });
  });

  it.each([
    ['nothing', ''],
    ['plain text', 'Invalid Path'],
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['cut off JSON', '{"data":[{"id":450000000000123001'],
    ['an open string', '{"data":"'],
    ['single quotes', "{'id':1}"],
    ['two values', '{} {}'],
  ])('gives undefined for %s', (_, text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it('tells null from what is no JSON', () => {
    expect(parseJson('null')).toBeNull();
  });

  it('reads an answer of several megabytes', () => {
    const text = '\\"id\\":450000000000123001 '.repeat(200_000);
    expect(parseJson(JSON.stringify({ response: text, id: 1 }))).toEqual({ response: text, id: 1 });
  });
});

describe('isRecord', () => {
  it.each([{}, { id: '1' }, new Error('no')])('is true for the object %j', (value) => {
    expect(isRecord(value)).toBe(true);
  });

  it.each([null, undefined, '', 'text', 0, true, [], [{}]])('is false for %j', (value) => {
    expect(isRecord(value)).toBe(false);
  });
});
