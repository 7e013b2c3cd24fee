import type { Check } from '../../src/state/checks';
import { isFullyRead } from '../../src/state/group-reading';
import type { OpenContact } from '../../src/state/open-contact';
import type { OpenRecord } from '../../src/state/open-record';
import { candidatesOf, tabsOf } from '../../src/ui/panel/record-tabs';
import { summaryOf } from '../../src/ui/share/summary';
import { formatDay, listTexts, t } from '../../src/ui/shell/texts';
import { letterIn } from '../../src/ui/words/letters';
import { sayFound } from '../../src/ui/words/say-found';
import type { AgentPanel } from './panel';
import type { Truth } from './truth';

/** What is wrong with what a panel shows, at any moment of any day. */
export function wrongInPanel(panel: AgentPanel, truth: Truth): string[] {
  const record = panel.session()?.record.peek();
  if (!record) return [];
  return [
    ...wrongInGroups(record, truth),
    ...(record.kind === 'contact' ? wrongInContact(record, panel, truth) : []),
  ];
}

/** What is wrong once the panel has had time to find out which record is open; Desk may not have said. */
export function wrongAfterATurn(panel: AgentPanel): string[] {
  const record = panel.session()?.record.peek();
  const id = record?.kind === 'contact' ? record.contact.peek().id : null;
  return id === null || id === panel.shown.at(-1) ? [] : [`${id} is shown in place of ${panel.shown.at(-1)}`];
}

function wrongInContact(open: OpenContact, panel: AgentPanel, truth: Truth): string[] {
  const id = open.contact.peek().id;
  const wrong: string[] = [];
  if (!panel.shown.includes(id)) wrong.push(`${id} was never open`);
  for (const { contact, foundBy, isDuplicate } of open.candidates.all.peek()) {
    const isTrue = foundBy.some((key) => shares(open, key, contact.id, truth));
    if (contact.createdTime !== null) formatDay(contact.createdTime);
    if (isDuplicate && !isTrue) wrong.push(`${contact.id} shares nothing with ${id}`);
  }
  for (const check of open.detection.checks.peek()) {
    const { fieldName, fieldValue } = check.value;
    if (fieldValue.includes(',')) continue; // Desk takes it for several values
    const { contacts, unreadableCount, phase } = check.reading;
    const smallest = Math.min(...truth.sharers(fieldName, fieldValue).map((all) => all.size));
    // Records that are unreadable alike count once.
    if (phase.peek().kind === 'complete' && !unreadableCount.peek() && contacts.peek().length < smallest)
      wrong.push(`the group of ${fieldName} is called whole with ${contacts.peek().length} of ${smallest}`);
  }
  return [...wrong, ...wrongInWords(open, truth)];
}

/** Whether a contact is in the group of this key with the open one, or was today. */
function shares(open: OpenContact, key: string, contactId: string, truth: Truth): boolean {
  const check = open.detection.checks.peek().find((one) => one.key === key);
  const own = open.contact.peek().id;
  if (check) {
    const { fieldName, fieldValue } = check.value;
    return truth.sharers(fieldName, fieldValue).some((all) => all.has(contactId));
  }
  if (key === 'further:account') return truth.wereAlike('accountId', own, contactId);
  if (key === 'further:lastName') return truth.wereAlike('lastName', own, contactId);
  if (key === 'further:spellings') return true;
  const opened = open.groups.opened.peek().find((one) => one.key === key);
  if (opened?.reading.reference.by !== 'id') return false;
  const members = truth.membersOf(opened.reading.reference.duplicateId);
  return members.has(own) && members.has(contactId);
}

function wrongInWords(open: OpenContact, truth: Truth): string[] {
  const wrong: string[] = [];
  const checks = open.detection.checks.peek();
  const status = sayFound(open, candidatesOf(open, null));
  const count = open.candidates.duplicates.peek().length;
  const own = open.contact.peek().id;
  const withOthers = checks.filter((check) => isShared(check, own, truth));
  const answered = checks.filter(({ reading }) => isFullyRead(reading));
  const none = t('noDuplicates', { fields: listTexts(namesOf(answered)) });
  if (/^No duplicates/.test(status)) {
    if (status !== none) wrong.push(`'${status}' names what was not read: ${none}`);
    const named = status.slice('No duplicates found. Checked: '.length, -1).split(/, and |, | and /);
    for (const check of withOthers)
      if (named.includes(t(`value_${check.value.source}`)) && !isDecided(open, truth, check))
        wrong.push(`'${status}' though ${check.value.fieldName} ${check.value.fieldValue} is shared`);
  }
  if (count && open.candidates.isSettled.peek() && !status.includes(String(count)))
    wrong.push(`'${status}' for ${count}`);
  const [all, ...tabs] = tabsOf(open);
  if (all && !all.label.includes(String(count))) wrong.push(`the tab says ${all.label} for ${count}`);
  for (const { key, label } of tabs) {
    const check = checks.find((one) => one.key === key);
    if (check && !label.includes(String(candidatesOf(open, check).length)))
      wrong.push(`the tab ${label} counts wrong`);
  }
  const letters = open.candidates.all.peek().map(({ contact }) => letterIn(open)(contact.id));
  if (new Set(['A', ...letters]).size !== letters.length + 1) wrong.push('two contacts have one letter');
  const decidable = open.decidable.peek();
  const summary = decidable && count < 50 ? summaryOf(decidable) : '';
  if (/^them/m.test(summary)) wrong.push('a note has a line of its own in the summary');
  if (/[\u202a-\u202e\u2066-\u2069\p{Cc}]/u.test(summary.replaceAll('\n', '')))
    wrong.push('the summary is turned around');
  return wrong;
}

function namesOf(checks: readonly Check[]): string[] {
  return checks.map(({ value }) => t(`value_${value.source}`));
}

/** Whether somebody else shared this value with the open contact all day. */
function isShared({ value: { fieldName, fieldValue } }: Check, own: string, truth: Truth): boolean {
  return (
    !fieldValue.includes(',') &&
    truth.sharers(fieldName, fieldValue).every((all) => all.has(own) && all.size > 1)
  );
}

/** Whether everybody who shares it was marked as somebody else. */
function isDecided(open: OpenContact, truth: Truth, { value: { fieldName, fieldValue } }: Check): boolean {
  const statuses = open.decidable.peek()?.decisions.statusByContact.peek();
  const all = truth.sharers(fieldName, fieldValue).at(-1) ?? new Set<string>();
  return [...all].every(
    (id) => id === open.contact.peek().id || statuses?.get(id)?.latest.kind === 'separate',
  );
}

function wrongInGroups({ groups }: OpenRecord, truth: Truth): string[] {
  return groups.opened.peek().flatMap(({ reading }) => {
    const { reference, phase, contacts, unreadableCount } = reading;
    if (reference.by !== 'id') return [];
    const members = truth.membersOf(reference.duplicateId);
    const strangers = contacts
      .peek()
      .filter(({ id }) => !members.has(id))
      .map(({ id }) => `${id} is not in ${reference.duplicateId}`);
    const isShort =
      phase.peek().kind === 'complete' && !unreadableCount.peek() && contacts.peek().length < members.size;
    return isShort
      ? [
          ...strangers,
          `${reference.duplicateId} is called whole with ${contacts.peek().length} of ${members.size}`,
        ]
      : strangers;
  });
}

/** What is wrong once everything works again and was read anew. */
export function wrongInTheEnd(panel: AgentPanel, truth: Truth): string[] {
  const record = panel.session()?.record.peek();
  const id = panel.shown.at(-1) ?? '';
  if (record?.kind !== 'contact') return ['no contact is shown'];
  if (record.contact.peek().id !== id) return [`${record.contact.peek().id} is shown in place of ${id}`];
  const wrong: string[] = [];
  const { detection, candidates, decidable, groups } = record;
  if (detection.contactError.peek()) wrong.push('the contact could not be read');
  if (!candidates.isSettled.peek()) wrong.push('the search has no end');
  if (decidable.peek()?.decisions.known.peek().phase.kind !== 'known')
    wrong.push('the decisions are not known');
  const expected = new Set<string>();
  for (const { value, reading } of detection.checks.peek()) {
    const { kind } = reading.phase.peek();
    if (kind !== 'complete' && kind !== 'stopped') wrong.push(`${value.fieldName} is ${kind}`);
    if (value.fieldValue.includes(',')) continue;
    const all = truth.sharers(value.fieldName, value.fieldValue).at(-1) ?? new Set<string>();
    const read = new Set(reading.contacts.peek().map((contact) => contact.id));
    if (kind === 'complete' && read.size !== all.size)
      wrong.push(`${read.size} of ${all.size} share ${value.fieldValue}`);
    for (const sharer of all) if (read.has(sharer)) expected.add(sharer);
  }
  for (const { reading } of groups.opened.peek()) {
    const members = new Set(reading.contacts.peek().map((contact) => contact.id));
    if (members.has(id)) for (const member of members) expected.add(member);
  }
  expected.delete(id);
  const found = candidates.all
    .peek()
    .filter(({ isDuplicate, foundBy }) => isDuplicate && !foundBy.every((key) => key.startsWith('further:')))
    .map(({ contact }) => contact.id);
  if (
    !detection.checks.peek().some(({ value }) => value.fieldValue.includes(',')) &&
    found.sort().join() !== [...expected].sort().join()
  )
    wrong.push(`${found.length} duplicates in place of ${expected.size}`);
  return wrong;
}
