import type { Contact } from './contact';
import { contactFields, emailFields, nameFields, phoneFields } from './contact-fields';

/** What was said of one contact, as far as it was asked for. */
export interface ContactSources {
  /** By Desk's page, of the open contact; or by its record, read because the page sent too little. */
  readonly page: Contact | null;
  /** By a group's answer. */
  readonly list: Contact | null;
  /** By the contact's single record, which has the fields that lists leave out. */
  readonly record: Contact | null;
}

/**
 * The contact as all of this tells it, or `null` if nothing was said. Each field has the value of the first source that
 * has one:
 *
 * | field                              | first                  | then   | then | why                                    |
 * |------------------------------------|------------------------|--------|------|----------------------------------------|
 * | `email`, `phone`                   | page, even if empty,   | record | list | without them, the page would not be    |
 * |                                    | if it sent both        |        |      | enough to look for duplicates          |
 * | names, other emails and phones     | page                   | record | list | the page is newer than a kept answer   |
 * | flags                              | set in any             |        |      | not sent counts as not set             |
 * | custom fields, each                | record                 | list   | –    | the page may send labels as names, so  |
 * |                                    |                        |        |      | it counts only if no answer sent any;  |
 * |                                    |                        |        |      | so may the list: it counts only if it  |
 * |                                    |                        |        |      | names them as the record does          |
 * | all others                         | record                 | list   | page | the page may format them differently   |
 *
 * `sentFields` are those that the record or the list sent, and the names, emails and phones of the page: a field that only
 * the page sent is shown, but tells nothing of a change.
 */
export function mergedContact(sources: ContactSources & { readonly page: Contact }): Contact;
export function mergedContact(sources: ContactSources): Contact | null;
export function mergedContact({ page, list, record }: ContactSources): Contact | null {
  const answer = record && list ? joinAnswers(record, list) : (record ?? list);
  if (!page) return answer;
  const fromPage = new Set(plainFields.filter((key) => page.sentFields.has(key)));
  if (!answer) return { ...page, sentFields: new Set(['id', ...fromPage]) };
  return {
    ...fill(answer, page),
    ...ownPlainValues(page),
    customFields: answer.sentFields.has('customFields') ? answer.customFields : page.customFields,
    sentFields: new Set([...answer.sentFields, ...fromPage]),
  };
}

/** Names, emails and phones: text that is the same wherever Desk shows it. */
const plainFields = [...nameFields, ...emailFields, ...phoneFields];

/** Whether the page says enough of the contact to look for duplicates: nothing is then read in its place. */
export function tellsEnough({ sentFields }: Contact): boolean {
  return sentFields.has('email') && sentFields.has('phone');
}

function ownPlainValues(page: Contact): Partial<Contact> {
  const filled = plainFields.filter((key) => page[key] !== null).map((key) => [key, page[key]]);
  const { email, phone } = page;
  return { ...Object.fromEntries(filled), ...(tellsEnough(page) ? { email, phone } : {}) };
}

function joinAnswers(record: Contact, list: Contact): Contact {
  const custom = Object.entries(record.customFields);
  const isNamedAlike = record.sentFields.has('cf') === list.sentFields.has('cf');
  return {
    ...fill(record, list),
    customFields: {
      ...record.customFields,
      ...(isNamedAlike || !custom.length ? list.customFields : {}),
      ...Object.fromEntries(custom.filter(([, value]) => value !== null)),
    },
    sentFields: new Set([...list.sentFields, ...record.sentFields]),
  };
}

/** The first contact wherever it has a value, else the second. */
function fill(first: Contact, second: Contact): Contact {
  const filled = contactFields
    .map(({ key }) => [key, first[key]] as const)
    .filter(([, value]) => value !== null && value !== false);
  return { ...second, ...Object.fromEntries(filled) };
}
