import { visibleText } from './words';

/**
 * A label made of a custom field's API name, for want of a better one: `cf_favorite_color` is `Favorite color`,
 * `preferredPlan` is `Preferred plan`. What has blanks is a label already; abbreviations stay as they are.
 */
export function customFieldLabel(apiName: string): string {
  const name = visibleText(apiName);
  if (/\s/.test(name)) return name;
  const parts = name
    .replace(/^cf_/i, '')
    .replace(/(\p{Ll}|\p{Nd})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2_')
    .split(/[_.-]+/)
    .filter(Boolean);
  const isShouted = parts.length > 1 && !/\p{Ll}/u.test(parts.join(''));
  const label = parts
    .map((part) => (isShouted || !/^\p{Lu}[\p{Lu}\p{Nd}]+$/u.test(part) ? part.toLowerCase() : part))
    .join(' ');
  return label.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) || name || '?';
}
