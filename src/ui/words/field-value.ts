import { customFieldLabel, type FieldValue, type ValueGroup } from '../../duplicates/compare';
import { otherCustomFields } from '../../duplicates/fingerprint';
import { formatMoment, type TextKey, t } from '../shell/texts';

/** Desk's own fields, by the contact's property. */
const labels: ReadonlyMap<string, TextKey> = new Map([
  ['firstName', 'label_firstName'],
  ['lastName', 'label_lastName'],
  ['title', 'label_title'],
  ['email', 'label_email'],
  ['secondaryEmail', 'label_secondaryEmail'],
  ['phone', 'label_phone'],
  ['mobile', 'label_mobile'],
  ['accountName', 'label_accountName'],
  ['type', 'label_type'],
  ['street', 'label_street'],
  ['city', 'label_city'],
  ['state', 'label_state'],
  ['zip', 'label_zip'],
  ['country', 'label_country'],
  ['language', 'label_language'],
  ['facebook', 'label_facebook'],
  ['twitter', 'label_twitter'],
  ['description', 'label_description'],
  ['crmRecord', 'label_crmRecord'],
  ['isPortalUser', 'label_isPortalUser'],
  ['isSpam', 'label_isSpam'],
  ['ownerName', 'label_ownerName'],
  ['createdTime', 'label_createdTime'],
  ['modifiedTime', 'label_modifiedTime'],
  [otherCustomFields, 'label_otherCustomFields'],
]);

/** The name of a compared field; a custom field's is made from its API name. */
export function fieldLabel(key: string): string {
  const label = labels.get(key);
  return label ? t(label) : customFieldLabel(key.replace(/^custom:/, ''));
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
}: ValueGroup): { text: string; holders: readonly number[] }[] {
  if (!value) return [{ text: '', holders }];
  return spellings.map((spelling) => ({ text: sayValue(spelling.value), holders: spelling.holders }));
}
