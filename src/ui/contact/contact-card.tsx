import type { ComponentChildren } from 'preact';
import { zohoLink } from '../../desk/zoho-link';
import { type Contact, fullName } from '../../duplicates/contact';
import type { Evidence } from '../../duplicates/reasons';
import { useFocusPlace } from '../kit/focus-place';
import { HiddenText } from '../kit/hidden-text';
import { LetterMark } from '../kit/letter-mark';
import { Soft } from '../kit/soft';
import { Button } from '../shell/button';
import { between, formatDay, t } from '../shell/texts';
import styles from './contact-card.module.css';
import { Reasons, StrengthMark } from './reasons';

export interface ContactCardProps {
  readonly contact: Contact;
  readonly letter: string;
  readonly isOpenContact?: boolean;
  /** What speaks for and against it being the open contact. */
  readonly evidence?: Evidence | null;
  /** Leaves out what a comparison below shows anyway. */
  readonly isShort?: boolean;
  /** Given where the agent can decide about this contact alone. */
  readonly onDecide?: (() => void) | undefined;
  /** Below everything else. */
  readonly children?: ComponentChildren;
}

/** One contact: who it is, how to reach them, where they belong, and what is special about the record. */
export function ContactCard(props: ContactCardProps) {
  const {
    contact,
    letter,
    isOpenContact = false,
    evidence = null,
    isShort = false,
    onDecide,
    children,
  } = props;
  return (
    <div class={styles.card}>
      <LetterMark letter={letter} />
      <div class={styles.facts}>
        <div class={styles.head}>
          <p class={styles.who}>
            <ContactName contact={contact} />
            {isOpenContact && <span class={styles.soft}>{t('thisRecord')}</span>}
            <Flags contact={contact} />
          </p>
          {evidence && (
            <p>
              <StrengthMark strength={evidence.strength} />
            </p>
          )}
        </div>
        <div class={styles.line}>
          <Soft>{contact.email ? <bdi>{contact.email}</bdi> : t('noEmail')}</Soft>
          {onDecide && <DecideButton contactId={contact.id} letter={letter} onClick={onDecide} />}
        </div>
        {!isShort && <Details contact={contact} />}
        {evidence && <Reasons evidence={evidence} />}
        {children}
      </div>
    </div>
  );
}

/** Where the focus goes to the button that leads from a contact's card to deciding about it. */
export function decidePlace(contactId: string): string {
  return `decide ${contactId}`;
}

interface DecideButtonProps {
  readonly contactId: string;
  readonly letter: string;
  onClick(): void;
}

function DecideButton({ contactId, letter, onClick }: DecideButtonProps) {
  const place = useFocusPlace<HTMLButtonElement>(decidePlace(contactId));
  return (
    <Button ref={place} look="ghost" aria-label={t('decideAboutRecord', { letter })} onClick={onClick}>
      {t('decide')}
    </Button>
  );
}

function Details({ contact }: { contact: Contact }) {
  return (
    <>
      {contact.secondaryEmail && <Extra text={contact.secondaryEmail} note={t('secondaryEmail')} />}
      {contact.phone && <Extra text={contact.phone} isNumber />}
      {contact.mobile && <Extra text={contact.mobile} note={t('mobile')} isNumber />}
      <Belonging contact={contact} />
    </>
  );
}

/** Its name, which goes to its page in Desk where that is known and safe. */
export function ContactName({ contact }: { contact: Contact }) {
  const name = <bdi>{fullName(contact) ?? t('noName')}</bdi>;
  const href = zohoLink(contact.webUrl);
  if (!href) return <span class={styles.name}>{name}</span>;
  return (
    <a class={styles.name} href={href} target="_blank" rel="noopener noreferrer">
      {name}
      <HiddenText> {t('opensInDesk')}</HiddenText>
    </a>
  );
}

/** A further address or number, and what it is. Numbers read from left to right in every script. */
function Extra({ text, note, isNumber }: { text: string; note?: string; isNumber?: boolean }) {
  return (
    <Soft>
      <bdi dir={isNumber ? 'ltr' : 'auto'}>{text}</bdi>
      {note && <small>{between('facts') + note}</small>}
    </Soft>
  );
}

function Belonging({ contact }: { contact: Contact }) {
  const created = contact.createdTime !== null && t('created', { date: formatDay(contact.createdTime) });
  if (!contact.accountName && !created) return null;
  return (
    <Soft>
      <bdi>{contact.accountName}</bdi>
      {contact.accountName && created && between('facts')}
      {created && <span class={styles.whole}>{created}</span>}
    </Soft>
  );
}

function Flags({ contact }: { contact: Contact }) {
  return (
    <>
      {sayFlags(contact).map((flag) => (
        <span key={flag} class={styles.flag}>
          {flag}
        </span>
      ))}
    </>
  );
}

/** What is special about a record, in a word each. */
export function sayFlags(contact: Contact): string[] {
  return [
    contact.isPortalUser && t('flag_portalUser'),
    contact.isSpam && t('flag_spam'),
    contact.isAnonymous && t('flag_anonymous'),
    contact.isDeleted && t('flag_deleted'),
    contact.crmRecord && t('flag_crm'),
  ].filter((flag) => typeof flag === 'string');
}
