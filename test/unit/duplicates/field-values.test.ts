import { describe, expect, it } from 'vitest';
import { countFilled } from '../../../src/duplicates/field-values';
import { contact } from '../../builders';

describe('countFilled', () => {
  it('counts what is known of the person', () => {
    expect(countFilled(contact())).toBe(0);
    expect(
      countFilled(contact({ lastName: 'Doe', city: ' ', customFields: { cf_a: 'x', cf_b: null } })),
    ).toBe(2);
    expect(
      countFilled(
        contact({
          accountId: '450000000000200001',
          accountName: 'Acme Ltd',
          crmRecord: { id: '71', kind: null },
        }),
      ),
    ).toBe(1);
  });

  it('does not count what Desk notes about the record', () => {
    const noted = {
      ownerName: 'Robin Ash',
      isPortalUser: true,
      isSpam: true,
      createdTime: 1,
      modifiedTime: 2,
    };
    expect(countFilled(contact(noted))).toBe(0);
  });
});
