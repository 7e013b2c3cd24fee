import type { RefObject } from 'preact';
import type { DecidableContact } from '../../state/decidable-contact';
import type { Session } from '../../state/session';
import { briefOf } from '../share/brief';
import { copyShared, type ShareOutcome, saveExport } from '../share/share';
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
  const shared = (outcome: ShareOutcome) => {
    onOpen({ kind: 'shared', outcome });
  };
  const open = decidedFound(session);
  const items: readonly (MenuItem | false)[] = [
    !session.browse.isOpen.value && {
      label: t('allGroups'),
      choose() {
        onClose();
        session.browse.open();
      },
    },
    open && { label: t('copyBrief'), choose: () => void copyShared(briefOf(open)).then(shared) },
    open && { label: t('exportCsv'), choose: () => void saveExport(open, 'csv').then(shared) },
    open && { label: t('exportJson'), choose: () => void saveExport(open, 'json').then(shared) },
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
