import type { DeskError } from '../../desk/desk-error';
import { t } from '../shell/texts';

/** The kind, and the raw text of an error in words that are not documented, with addresses and long numbers taken out. */
export function sayError(error: DeskError): string {
  if (error.kind !== 'unknown' && error.kind !== 'storageRefused') return error.kind;
  const detail = error.detail.replace(/[^\s"'<>]+@[^\s"'<>]+/g, '…@…').replace(/\+?\d[\d\s().-]{5,}\d/g, '#');
  return t('labeled', { label: error.kind, value: detail.slice(0, 300) });
}
