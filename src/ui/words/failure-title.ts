import type { DeskError } from '../../desk/desk-error';
import { t } from '../shell/texts';

/** The failure in a few words. */
export function failureTitle({ kind }: DeskError): string {
  return t(`error_${kind === 'canceled' ? 'unknown' : kind}_title`);
}
