import { describe, expect, it } from 'vitest';
import { generatePortal } from '../../../bench/matching/generate';

describe('the portal of the bench', () => {
  const summary = (seed: number) =>
    generatePortal(seed, 100).map(({ contact, person }) => [
      person,
      contact.firstName,
      contact.lastName,
      contact.email,
    ]);

  it('is the same for the same seed, and another for another', () => {
    expect(summary(1)).toEqual(summary(1));
    expect(summary(1)).not.toEqual(summary(2));
  });

  it('has people of many cultures, and several records of some', () => {
    const portal = generatePortal(1, 400);
    expect(new Set(portal.map((each) => each.culture)).size).toBeGreaterThanOrEqual(20);
    expect(portal.length).toBeGreaterThan(new Set(portal.map((each) => each.person)).size * 1.3);
  });
});
