import type { ReasonAgainst, ReasonFor } from '../../duplicates/reasons';
import { t, tCount } from '../shell/texts';

/** What speaks for one person. */
export function sayFor(reason: ReasonFor): string {
  switch (reason.kind) {
    case 'sameEmail':
      return t('reason_sameEmail');
    case 'samePhone':
      return t(reason.otherFormat ? 'reason_samePhoneOtherFormat' : 'reason_samePhone');
    case 'sameName':
      return t(reason.written === 'alike' ? 'reason_sameName' : 'reason_sameNameOtherwise');
    case 'nearName':
      return t('reason_nearName', { own: reason.own, other: reason.other });
    case 'compatibleName':
      return t('reason_compatibleName', { own: reason.own, other: reason.other });
    case 'nearEmail':
      return t('reason_nearEmail', { own: reason.own, other: reason.other });
    case 'sameAccount':
      return t('reason_sameAccount');
  }
}

/** What speaks against it. */
export function sayAgainst(reason: ReasonAgainst): string {
  switch (reason.kind) {
    case 'otherAccount':
      return reason.account
        ? t('reason_otherAccount', { account: reason.account })
        : t('reason_otherAccountUnnamed');
    case 'otherCrmRecord':
      return t('reason_otherCrmRecord');
    case 'otherName':
      return t(`reason_otherName_${reason.value}`);
    case 'roleMailbox':
      return t('reason_roleMailbox', { address: reason.address });
    case 'sharedByMany':
      // From a hundred on, counts are rounded down.
      return tCount(`reason_sharedByMany_${reason.field}`, reason.count, {
        count: reason.count < 100 ? reason.count : t('atLeast', { count: reason.count }),
      });
  }
}
