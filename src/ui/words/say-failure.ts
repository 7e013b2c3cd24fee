import type { DeskError } from '../../desk/desk-error';
import { timeLimit } from '../../desk/read-api';
import type { GroupReference } from '../../duplicates/group-reference';
import { t } from '../shell/texts';

/** What was asked of Desk when it failed, so that the advice names it. */
export type FailureSubject =
  | { readonly about: 'group'; readonly duplicateId: string }
  | { readonly about: 'value'; readonly value: string }
  /** The open contact, all fields of contacts, their ticket counts, the portal's duplicate values, decisions. */
  | { readonly about: 'contact' | 'details' | 'tickets' | 'duplicateValues' | 'decisions' };

export function subjectOf(reference: GroupReference): FailureSubject {
  return reference.by === 'id'
    ? { about: 'group', duplicateId: reference.duplicateId }
    : { about: 'value', value: reference.fieldValue };
}

/** The failure in a few words. */
export function failureTitle({ kind }: DeskError): string {
  return t(`error_${kind === 'cancelled' ? 'unknown' : kind}_title`);
}

/** What the failure means, and what to do. `canAuthorise`: there is a safe link to authorise the connection with. */
export function failureAdvice(error: DeskError, subject: FailureSubject, canAuthorise: boolean): string {
  switch (error.kind) {
    case 'notAuthorised':
      return t(canAuthorise ? 'error_notAuthorised_text' : 'error_notAuthorisedWithoutLink_text');
    case 'invalidRequest':
      return sayInvalidRequest(subject);
    case 'unknownGroup':
      return subject.about === 'group'
        ? t('error_unknownGroup_text', { id: subject.duplicateId })
        : t('error_notFound_text');
    case 'largePortal':
      return t(subject.about === 'duplicateValues' ? 'error_largePortalList_text' : 'error_largePortal_text');
    case 'timeout':
      return t('error_timeout_text', { seconds: timeLimit });
    case 'cancelled':
      return t('error_unknown_text');
    default:
      return t(`error_${error.kind}_text`);
  }
}

function sayInvalidRequest(subject: FailureSubject): string {
  switch (subject.about) {
    case 'group':
      return t('error_invalidRequest_text', { id: subject.duplicateId });
    case 'value':
      return t('error_invalidRequestValue_text', { value: subject.value });
    case 'decisions': // the storage has no such error
      return t('error_unknown_text');
    default:
      return t(`error_invalidRequest_${subject.about}`);
  }
}
