import { failure, ok } from '../base/result';
import { withTimeLimit } from '../base/time';
import type { ContactId } from '../duplicates/contact';
import type { Desk } from './desk';
import type { DeskResult } from './desk-error';

/** The widget's page, as plugin-manifest.json names it. */
const widgetPage = '/app/widget.html';

/** How long Desk may take to say that a modal is open, in seconds. */
const modalLimit = 10;

/** Whether Desk can open a modal, and the widget stands where it is narrow. */
export function canOpenModal({ instance, location }: Pick<Desk, 'instance' | 'location'>): boolean {
  return location.endsWith('.rightpanel') && typeof instance.modal === 'function';
}

/**
 * Opens the widget once more, in a modal of Desk's, for this contact. `instance.modal({ url, title })` is documented:
 * https://www.zoho.com/desk/extensions/guide/widget-data-libraries-overview.html. Unknown: which forms of `url` Desk takes,
 * whether it keeps the query, and how it refuses.
 */
export async function openModal(
  { instance }: Pick<Desk, 'instance'>,
  contactId: ContactId,
  title: string,
): Promise<DeskResult<null>> {
  const { modal } = instance;
  if (typeof modal !== 'function') return failure({ kind: 'unknown', detail: 'no modal' });
  try {
    const opened = async () => {
      await modal.call(instance, { url: `${widgetPage}?contactId=${contactId}`, title });
      return ok(null);
    };
    return await withTimeLimit<DeskResult<null>>(opened(), modalLimit, () => failure({ kind: 'timeout' }));
  } catch {
    return failure({ kind: 'unknown', detail: 'modal refused' });
  }
}
