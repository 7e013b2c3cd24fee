import { describe, expect, it } from 'vitest';
import { createSamplePortal } from '../desk/portal';
import { type DeskSettings, expectAccessible, type LocalDesk, useLocalDesk } from './local-desk';

const openDesk = useLocalDesk();
const contact = createSamplePortal().idOf('jose');

/** The widget in Desk's modal, opened from the panel's own comparison. */
async function openModal({ page, panel }: LocalDesk) {
  await panel.getByRole('button', { name: /^Differs/ }).click();
  await panel.getByRole('button', { name: 'Compare side by side' }).click();
  const dialog = page.getByRole('dialog', { name: 'Comparison' });
  return { dialog, widget: dialog.frameLocator('iframe') };
}

describe('comparing side by side', () => {
  it.each<[string, DeskSettings]>([
    ["beside a contact, in a modal that keeps the page's query", { modal: 'withQuery' }],
    ["beside a contact, in a modal that loses the page's query", { modal: 'withoutQuery' }],
    ['beside a ticket', { location: 'desk.ticket.detail.rightpanel' }],
  ])('shows the contacts in a table %s', async (_, settings) => {
    const desk = await openDesk({ contact, width: '340', ...settings });
    const { dialog, widget } = await openModal(desk);
    const columns = widget.getByRole('table').getByRole('columnheader');
    await expect.poll(() => columns.allTextContents()).toEqual(['Field', 'A', 'B', 'C', 'D']);
    const names = widget.getByRole('list', { name: 'Possible duplicates' });
    await expect.poll(() => names.textContent()).toContain('JOSE MARIA GARCIA');
    expect(await widget.getByRole('button', { name: 'Compare side by side' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Close the modal' }).click();
    expect(await dialog.count()).toBe(0);
  });

  it('says so where Desk opens no modal', async () => {
    const desk = await openDesk({ contact, width: '340', modal: 'refused' });
    const { dialog } = await openModal(desk);
    const alert = desk.panel.getByRole('alert');
    await expect.poll(() => alert.textContent()).toContain('Something unexpected happened');
    expect(await dialog.count()).toBe(0);
    await expectAccessible(desk);
  });

  it('is not offered in a subtab, which has room itself', async () => {
    const desk = await openDesk({ contact, width: '720', location: 'desk.contact.detail.subtab' });
    await desk.panel.getByRole('button', { name: /^Differs/ }).click();
    await desk.panel.getByRole('table').waitFor();
    expect(await desk.panel.getByRole('button', { name: 'Compare side by side' }).count()).toBe(0);
  });
});
