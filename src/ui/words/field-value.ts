import type { ValueGroup } from '../../duplicates/compare';
import type { ContactId } from '../../duplicates/contact';
import { customFieldName, type FieldKey, isCustomField } from '../../duplicates/contact-fields';
import { customFieldLabel } from '../../duplicates/custom-field-label';
import type { FieldValue } from '../../duplicates/field-values';
import { otherCustomFields } from '../../duplicates/fingerprint';
import { formatMoment, t } from '../shell/texts';

/** The name of a compared field; a custom field's is made from its API name. */
export function fieldLabel(key: FieldKey): string {
  if (key === otherCustomFields) return t('label_otherCustomFields');
  return isCustomField(key) ? customFieldLabel(customFieldName(key)) : t(`label_${key}`);
}

export function sayValue(value: FieldValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'instant':
      return formatMoment(value.instant);
    case 'flag':
      return t(value.flag ? 'yes' : 'no');
  }
}

/** Each way of writing a value, with its holders; the empty one has no text. */
export function spellingsOf({
  value,
  holders,
  spellings,
}: ValueGroup): { text: string; holders: readonly ContactId[] }[] {
  if (!value) return [{ text: '', holders }];
  return spellings.map((spelling) => ({ text: sayValue(spelling.value), holders: spelling.holders }));
}
