import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey, mailboxOf } from '../../../src/duplicates/emails';

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

describe('mailboxOf', () => {
  it.each([
    ['jane@acme.example', 'jane'],
    [' jane@acme.example\n', 'jane'],
    ['jane+news@acme.example', 'jane'],
    ['jane+news+old@acme.example', 'jane'],
    ['jane@acme+eu.example', 'jane'],
    ['jane@home@acme.example', 'jane'],
    ['Jane.Doe@acme.example', 'Jane.Doe'],
    ['+news@acme.example', ''],
    ['@acme.example', ''],
    ['n/a', 'n/a'],
    ['', ''],
  ])('of %s is %s', (email, mailbox) => {
    expect(mailboxOf(email)).toBe(mailbox);
  });

  it('is what stands before the first @, and there before the first +', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '.', '+', '@', ' ') }), (email) => {
        expect(mailboxOf(email)).toBe(email.trim().split('@')[0]?.split('+')[0]);
      }),
    );
  });
});
