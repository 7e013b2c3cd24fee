import { zohoAuthorisation } from '../../../plugin-manifest.json';
import { type DeskError, largePortalContacts } from '../../desk/desk-error';
import { timeLimit } from '../../desk/read-api';
import type { GroupReference } from '../../duplicates/group-reference';
import { listTexts, t, tCount } from '../shell/texts';

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

/** What the failure means, and what to do. `canAuthorize`: there is a safe link to authorize the connection with. */
export function failureAdvice(error: DeskError, subject: FailureSubject, canAuthorize: boolean): string {
  switch (error.kind) {
    case 'notAuthorized':
      return canAuthorize
        ? t('error_notAuthorized_text')
        : t('error_notAuthorizedWithoutLink_text', { path: t('menu_extensions') });
    case 'signInRefused':
      return t('error_signInRefused_text', { status: 401 });
    case 'scopeMissing':
      return t('error_scopeMissing_text', {
        scope: listTexts(zohoAuthorisation.scope),
        path: t('menu_connections'),
      });
    case 'forbidden':
      return t('error_forbidden_text', { status: 403 });
    case 'invalidRequest':
      return sayInvalidRequest(subject);
    case 'unknownGroup':
      return t('error_unknownGroup_text', { id: groupIdIn(subject), path: t('menu_deduplicate') });
    case 'notFound':
      return t('error_notFound_text', { status: 404, refresh: t('refresh') });
    case 'creditsExhausted':
      return t('error_creditsExhausted_text', { path: t('menu_api') });
    case 'largePortal':
      return t(subject === 'duplicateValues' ? 'error_largePortalList_text' : 'error_largePortal_text', {
        count: largePortalContacts,
      });
    case 'blockedByManifest':
      return t('error_blockedByManifest_text', { setting: 'whiteListedDomains' });
    case 'timeout':
      return tCount('error_timeout_text', timeLimit);
    case 'canceled':
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
  if (subject === 'contact') return t('error_invalidRequest_contact', { refresh: t('refresh') });
  if (typeof subject === 'string') return t(`error_invalidRequest_${subject}`);
  return subject.by === 'id'
    ? t('error_invalidRequest_text', { id: subject.duplicateId, path: t('menu_deduplicate') })
    : t('error_invalidRequestValue_text', { value: subject.fieldValue });
}
