import type { ComponentChildren } from 'preact';
import type { DeskError } from '../../desk/desk-error';
import { zohoLink } from '../../desk/zoho-link';
import { Button } from '../shell/button';
import { Notice } from '../shell/notice';
import { listTexts, t } from '../shell/texts';
import { failureTitle } from '../words/failure-title';
import { ButtonLink } from './button-link';
import { type FailureSubject, failureAdvice } from './say-failure';

export interface FailureProps {
  readonly error: DeskError;
  /** What was asked of Desk. */
  readonly subject: FailureSubject;
  /** Said first, where a part was read before the failure. */
  readonly children?: ComponentChildren;
  onTryAgain(): void;
  /** Given where the failure can be left at that. */
  onClose?(): void;
}

/** What went wrong, in words and with one next step. */
export function Failure({ error, subject, children, onTryAgain, onClose }: FailureProps) {
  const authorizeLink = error.kind === 'notAuthorized' ? zohoLink(error.resumeUrl) : null;
  const actions = (
    <>
      {authorizeLink && <ButtonLink href={authorizeLink}>{t('authorize')}</ButtonLink>}
      <Button onClick={onTryAgain}>{t('tryAgain')}</Button>
      {onClose && <Button onClick={onClose}>{t('close')}</Button>}
    </>
  );
  return (
    <Notice look="bad" title={failureTitle(error)} actions={actions}>
      {children}
      <p>{failureAdvice(error, subject, authorizeLink !== null)}</p>
      {error.kind === 'invalidRequest' && error.fields.length > 0 && (
        <p>{t('error_invalidRequestFields_text', { fields: listTexts(error.fields) })}</p>
      )}
    </Notice>
  );
}
