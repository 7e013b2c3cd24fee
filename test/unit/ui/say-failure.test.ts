import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import english from '../../../app/translations/en.json';
import type { DeskError } from '../../../src/desk/desk-error';
import { type FailureSubject, failureAdvice } from '../../../src/ui/problems/say-failure';
import { loadTexts } from '../../../src/ui/shell/texts';

const group: FailureSubject = { by: 'id', duplicateId: '189200000004010003', parameters: {} };
const value: FailureSubject = { by: 'field', fieldName: 'email', fieldValue: 'robin@ash.example' };
const otherSubjects = ['contact', 'details', 'tickets', 'duplicateValues', 'decisions'] as const;
const invalidRequest: DeskError = { kind: 'invalidRequest', fields: [] };
const advice = (error: DeskError, subject: FailureSubject) => failureAdvice(error, subject, false);

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await loadTexts('en', english);
});

afterAll(() => {
  vi.unstubAllGlobals();
});

describe('a request that Desk rejects', () => {
  it('names the id of a group', () => {
    expect(advice(invalidRequest, group)).toContain('group ID 189200000004010003');
  });

  it('names the value that was looked for', () => {
    expect(advice(invalidRequest, value)).toContain('robin@ash.example');
  });

  it.each(otherSubjects)('says nothing of a group ID where it was about %s', (subject) => {
    expect(advice(invalidRequest, subject)).not.toMatch(/group ID/i);
  });

  it('names each thing that it may be about in words of its own', () => {
    const all = [group, value, ...otherSubjects].map((subject) => advice(invalidRequest, subject));
    expect(new Set(all).size).toBe(all.length);
    expect(all.join(' ')).not.toMatch(/[{}]/);
  });
});

describe('a portal of 100,000 contacts', () => {
  it('is told what to do instead where its duplicate values were asked for', () => {
    const list = advice({ kind: 'largePortal' }, 'duplicateValues');
    expect(list).toContain('instead of this list');
    expect(advice({ kind: 'largePortal' }, value)).not.toBe(list);
  });
});
