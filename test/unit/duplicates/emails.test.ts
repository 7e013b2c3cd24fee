import { describe, expect, it } from 'vitest';
import { emailKey } from '../../../src/duplicates/emails';

describe('emailKey', () => {
  it.each([
    ['case', 'Jane.Doe@Acme.Example', 'jane.doe@acme.example'],
    ['blanks around', ' jane@acme.example\n', 'jane@acme.example'],
    ['how an accent is stored', 'jose\u0301@acme.example', 'jos\u00e9@acme.example'],
  ])('ignores %s', (_, a, b) => {
    expect(emailKey(a)).toBe(emailKey(b));
  });

  it.each([
    ['an accent', 'josé@acme.example', 'jose@acme.example'],
    ['a dot', 'jane.doe@acme.example', 'janedoe@acme.example'],
    ['a tag', 'jane+shop@acme.example', 'jane@acme.example'],
  ])('keeps %s: it may be another mailbox', (_, a, b) => {
    expect(emailKey(a)).not.toBe(emailKey(b));
  });

  it('is empty for blanks', () => {
    expect(emailKey('  ')).toBe('');
  });
});
