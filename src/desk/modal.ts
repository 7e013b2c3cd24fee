import { failure, ok } from '../base/result';
import { withTimeLimit } from '../base/time';
import type { ContactId } from '../duplicates/contact';
import type { Desk } from './desk';
import type { DeskResult } from './desk-error';

/** Opens the widget once more, in a modal of Desk's, for this contact. */
type OpenModal = (contactId: ContactId, title: string) => Promise<DeskResult<null>>;

/** The widget's page, as plugin-manifest.json names it. */
const widgetPage = '/app/widget.html';

/** How long Desk may take to say that a modal is open, in seconds. */
const modalLimit = 10;

/** What opens a modal; `null` where Desk opens none, or the widget has room where it stands. */
export function modalOf({ showModal, location }: Pick<Desk, 'showModal' | 'location'>): OpenModal | null {
  if (!showModal || !location.endsWith('.rightpanel')) return null;
  return async (contactId, title) => {
    const opened = async () => {
      await showModal({ url: `${widgetPage}?contactId=${contactId}`, title });
      return ok(null);
    };
    try {
      return await withTimeLimit<DeskResult<null>>(opened(), modalLimit, () => failure({ kind: 'timeout' }));
    } catch {
      return failure({ kind: 'unknown', detail: 'modal refused' });
    }
  };
}
