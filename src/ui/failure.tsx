import type { ComponentChildren } from 'preact';
import { zohoLink } from '../desk/data-centre';
import type { DeskError } from '../desk/desk-error';
import { timeLimit } from '../desk/read-api';
import { Button, ButtonLink } from './button';
import { Notice } from './notice';
import { t } from './texts';

export interface FailureProps {
  readonly error: DeskError;
  /** The group that was asked for. */
  readonly duplicateId: string;
  /** Said first, where a part was read before the failure. */
  readonly children?: ComponentChildren;
  onTryAgain(): void;
}

/** What went wrong, in words and with one next step. */
export function Failure({ error, duplicateId, children, onTryAgain }: FailureProps) {
  const authoriseLink = error.kind === 'notAuthorised' ? zohoLink(error.resumeUrl) : null;
  const actions = (
    <>
      {authoriseLink && <ButtonLink href={authoriseLink}>{t('authorise')}</ButtonLink>}
      <Button onClick={onTryAgain}>{t('tryAgain')}</Button>
    </>
  );
  return (
    <Notice look="bad" title={failureTitle(error)} actions={actions}>
      {children}
      <p>{explain(error, duplicateId, authoriseLink !== null)}</p>
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

function explain(error: DeskError, duplicateId: string, canAuthorise: boolean): string {
  switch (error.kind) {
    case 'notAuthorised':
      return t(canAuthorise ? 'error_notAuthorised_text' : 'error_notAuthorisedWithoutLink_text');
    case 'unknownGroup':
    case 'invalidRequest':
      return t(`error_${error.kind}_text`, { id: duplicateId });
    case 'timeout':
      return t('error_timeout_text', { seconds: timeLimit });
    case 'cancelled':
      return t('error_unknown_text');
    default:
      return t(`error_${error.kind}_text`);
  }
}
