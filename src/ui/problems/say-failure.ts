import type { DeskError } from '../../desk/desk-error';
import { timeLimit } from '../../desk/read-api';
import type { GroupReference } from '../../duplicates/group-reference';
import { t } from '../shell/texts';

/**
 * What was asked of Desk when it failed, so that the advice names it: a group, or else the open contact, all fields of
 * contacts, their ticket counts, the portal's duplicate values, or decisions.
 */
export type FailureSubject =
  | GroupReference
  | 'contact'
  | 'details'
  | 'tickets'
  | 'duplicateValues'
  | 'decisions';

/** What the failure means, and what to do. `canAuthorise`: there is a safe link to authorise the connection with. */
export function failureAdvice(error: DeskError, subject: FailureSubject, canAuthorise: boolean): string {
  switch (error.kind) {
    case 'notAuthorised':
      return t(canAuthorise ? 'error_notAuthorised_text' : 'error_notAuthorisedWithoutLink_text');
    case 'invalidRequest':
      return sayInvalidRequest(subject);
    case 'unknownGroup':
      return t('error_unknownGroup_text', { id: groupIdIn(subject) });
    case 'largePortal':
      return t(subject === 'duplicateValues' ? 'error_largePortalList_text' : 'error_largePortal_text');
    case 'timeout':
      return t('error_timeout_text', { seconds: timeLimit });
    case 'cancelled':
      return t('error_unknown_text');
    default:
      return t(`error_${error.kind}_text`);
  }
}

/** Only a group by its id can be unknown. */
function groupIdIn(subject: FailureSubject): string {
  return typeof subject === 'object' && subject.by === 'id' ? subject.duplicateId : '';
}

function sayInvalidRequest(subject: FailureSubject): string {
  if (subject === 'decisions') return t('error_unknown_text'); // the storage has no such error
  if (typeof subject === 'string') return t(`error_invalidRequest_${subject}`);
  return subject.by === 'id'
    ? t('error_invalidRequest_text', { id: subject.duplicateId })
    : t('error_invalidRequestValue_text', { value: subject.fieldValue });
}
