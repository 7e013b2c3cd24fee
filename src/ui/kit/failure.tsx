import type { ComponentChildren } from 'preact';
import { zohoLink } from '../../desk/data-centre';
import type { DeskError } from '../../desk/desk-error';
import { timeLimit } from '../../desk/read-api';
import type { GroupReference } from '../../duplicates/group-reference';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { t } from '../shell/texts';
import { ButtonLink } from './button-link';

export interface FailureProps {
  readonly error: DeskError;
  /** The group that was asked for, where it was one. */
  readonly reference: GroupReference | null;
  /** Whether a list of the whole portal was asked for. */
  readonly isList?: boolean;
  /** Said first, where a part was read before the failure. */
  readonly children?: ComponentChildren;
  onTryAgain(): void;
  /** Given where the failure can be left at that. */
  onClose?(): void;
}

/** What went wrong, in words and with one next step. */
export function Failure({ error, reference, isList = false, children, onTryAgain, onClose }: FailureProps) {
  const authoriseLink = error.kind === 'notAuthorised' ? zohoLink(error.resumeUrl) : null;
  const actions = (
    <>
      {authoriseLink && <ButtonLink href={authoriseLink}>{t('authorise')}</ButtonLink>}
      <Button onClick={onTryAgain}>{t('tryAgain')}</Button>
      {onClose && <Button onClick={onClose}>{t('close')}</Button>}
    </>
  );
  return (
    <Notice look="bad" title={failureTitle(error)} actions={actions}>
      {children}
      <p>
        {isList && error.kind === 'largePortal'
          ? t('error_largePortalList_text')
          : explain(error, reference, authoriseLink !== null)}
      </p>
      {error.kind === 'invalidRequest' && error.fields.length > 0 && (
        <p>{t('error_invalidRequestFields_text', { fields: error.fields.join(', ') })}</p>
      )}
    </Notice>
  );
}

/** The failure in a few words. */
export function failureTitle({ kind }: DeskError): string {
  return t(`error_${kind === 'cancelled' ? 'unknown' : kind}_title`);
}

function explain(error: DeskError, reference: GroupReference | null, canAuthorise: boolean): string {
  switch (error.kind) {
    case 'notAuthorised':
      return t(canAuthorise ? 'error_notAuthorised_text' : 'error_notAuthorisedWithoutLink_text');
    case 'invalidRequest':
      if (reference?.by === 'field')
        return t('error_invalidRequestValue_text', { value: reference.fieldValue });
      return t('error_invalidRequest_text', { id: reference?.duplicateId ?? '' });
    case 'unknownGroup':
      return t('error_unknownGroup_text', { id: reference?.by === 'id' ? reference.duplicateId : '' });
    case 'timeout':
      return t('error_timeout_text', { seconds: timeLimit });
    case 'cancelled':
      return t('error_unknown_text');
    default:
      return t(`error_${error.kind}_text`);
  }
}
