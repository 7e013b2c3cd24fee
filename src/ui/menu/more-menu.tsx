import type { RefObject } from 'preact';
import type { DecidableContact } from '../../state/decidable-contact';
import type { Session } from '../../state/session';
import { copyShared, type ShareOutcome, saveExport } from '../share/share';
import { summaryOf } from '../share/summary';
import { t } from '../shell/texts';
import type { OpenedPart } from './footer-part';
import { Menu, type MenuItem } from './menu';

export interface MoreMenuProps {
  readonly session: Session;
  /** The button that opens the menu. */
  readonly button: RefObject<HTMLElement | null>;
  onOpen(part: OpenedPart): void;
  onClose(): void;
}

/** What is rarely used. What doesn't apply is not shown. */
export function MoreMenu({ session, button, onOpen, onClose }: MoreMenuProps) {
  const found = decidedFound(session);
  const share = async (sharing: Promise<ShareOutcome>, { contact }: DecidableContact) => {
    onOpen({ kind: 'shared', outcome: await sharing, contactId: contact.peek().id });
  };
  const items: readonly (MenuItem | false)[] = [
    !session.browse.isOpen.value && {
      label: t('browseDuplicates'),
      choose() {
        onClose();
        session.browse.open();
      },
    },
    found && { label: t('copySummary'), choose: () => void share(copyShared(summaryOf(found)), found) },
    found && { label: t('exportCsv'), choose: () => void share(saveExport(found, 'csv'), found) },
    found && { label: t('exportJson'), choose: () => void share(saveExport(found, 'json'), found) },
    { label: t('diagnostics'), choose: () => onOpen({ kind: 'diagnostics' }) },
    { label: t('shortcuts'), choose: () => onOpen({ kind: 'shortcuts' }) },
  ];
  return (
    <Menu
      label={t('more')}
      items={items.filter((item) => item !== false)}
      button={button}
      onClose={onClose}
    />
  );
}

/** The open contact, once it is known who its possible duplicates are, and if there are any. */
function decidedFound({ record: { value: record }, browse }: Session): DecidableContact | false {
  if (record?.kind !== 'contact' || browse.isOpen.value || !record.candidates.isSettled.value) return false;
  const isAnybodyFound = record.candidates.all.value.some((candidate) => candidate.isDuplicate);
  return (isAnybodyFound && record.decidable.value) || false;
}
