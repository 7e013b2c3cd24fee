import { describe, expect, it } from 'vitest';
import { createSession } from '../../../../src/state/session';
import { createSamplePortal } from '../../../desk/portal';
import type { Rows } from '../../../desk/storage';
import { settle } from '../../support';
import { freshBrowser, janesGroup, openGroup, openPanel, ticket, useSessionTests } from './panel';

useSessionTests();

describe('settings', () => {
  it('that name the fields leave out the default field of the portal', async () => {
    const portal = createSamplePortal({ defaultMatchField: 'fullName' });
    const panel = await openPanel('jane', { portal, config: { checked_fields: 'phone, lastName' } });
    expect(panel.asked()).toEqual(['lastName=van Dijk', 'phone=+31 20 555 01 02']);
    expect(panel.session.settings.value?.checkedFields).toEqual(['phone', 'lastName']);
  });

  it('are not known until Desk has told them', async () => {
    const panel = await openPanel('jane');
    const fresh = createSession(panel.session.desk);
    expect(fresh.settings.value).toBeNull();
    expect(fresh.record.value).toBeNull();
    await settle();
    expect(fresh.settings.value?.checkedFields).toEqual(['bothEmail', 'phone', 'fullName']);
  });

  describe('that leave tickets alone', () => {
    const config = [{ name: 'skip_tickets', value: 'true' }];

    it('cost nothing there', async () => {
      const panel = await openPanel('jane', { location: ticket, config });
      expect(panel.record()).toMatchObject({ kind: 'nothingToShow', reason: 'ticketsNotCovered' });
      expect(panel.session.usage.calls.value).toBe(0);
    });

    it('cost nothing there either where groups are remembered', async () => {
      const storage: Rows = new Map();
      await openGroup(await openPanel('jane', { storage }), janesGroup);
      freshBrowser();
      const panel = await openPanel('jane', { location: ticket, config, storage });
      expect(panel.asked()).toEqual([]);
    });

    it('change nothing beside contacts', async () => {
      expect((await openPanel('jane', { config })).session.usage.calls.value).toBe(3);
    });
  });
});
