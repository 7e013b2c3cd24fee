import { emailKey } from './emails';
import type { Features } from './features';
import { editDistance } from './names/edit-distance';
import { isRoleMailbox } from './role-mailboxes';

/** How two addresses differ that may be those of one person. */
type EmailDifference = 'tag' | 'dots' | 'host' | 'typo';

/** Addresses of two contacts that differ by a tag, a host or a typo. */
export interface SimilarEmails {
  readonly own: string;
  readonly other: string;
}

/** Mailboxes of fewer letters and digits are too common to be met at two hosts by one person. */
const shortestMailbox = 4;

/** Hosts that ignore dots in the mailbox (support.google.com/mail/answer/7436150). */
const hostsWithoutDots = new Set(['gmail.com', 'googlemail.com']);

/**
 * How two similar addresses differ; `null` for equal ones, for others, and for those of a function, such as `info@`. The
 * first row that fits decides:
 *
 * | answer | example                              | rule                                                          |
 * |--------|--------------------------------------|---------------------------------------------------------------|
 * | `tag`  | jane+news@acme, jane@acme            | equal without the tag (RFC 5233, section 2)                   |
 * | `dots` | jane.doe@gmail.com, janedoe@gmail.com | the host ignores dots                                        |
 * | `host` | jane.doe@acme, jane.doe@birch        | one mailbox of four letters or more at two hosts              |
 * | `typo` | jane.doe@acme, jnae.doe@acme         | one edit in eight characters or more, two in sixteen or more; |
 * |        |                                      | other digits are another mailbox, and no typo                 |
 */
function compareEmails(a: string, b: string): EmailDifference | null {
  const [own, other] = [takeApart(a), takeApart(b)];
  if (own.whole === other.whole || isRoleMailbox(a) || isRoleMailbox(b)) return null;
  if (own.host === other.host) {
    if (own.mailbox === other.mailbox) return 'tag';
    if (own.plain === other.plain) return 'dots';
  }
  if (own.plain === other.plain)
    return own.plain.replace(/[^\p{L}\p{N}]/gu, '').length >= shortestMailbox ? 'host' : null;
  const shorter = Math.min(own.whole.length, other.whole.length);
  const most = shorter >= 16 ? 2 : 1;
  if (shorter < 8 || digitsOf(own.mailbox) !== digitsOf(other.mailbox)) return null;
  return editDistance(own.whole, other.whole, most) <= most ? 'typo' : null;
}

/** See `FuzzyMatcher`. */
export function findSimilarEmails(own: Features, other: Features): SimilarEmails | null {
  for (const address of own.addresses.values()) {
    for (const twin of other.addresses.values())
      if (compareEmails(address, twin)) return { own: address, other: twin };
  }
  return null;
}

interface Address {
  readonly whole: string;
  readonly host: string;
  /** Without the tag. */
  readonly mailbox: string;
  /** Without dots too, where the host ignores them. */
  readonly plain: string;
}

function takeApart(email: string): Address {
  const whole = emailKey(email);
  const at = whole.lastIndexOf('@');
  const host = whole.slice(at + 1);
  const [mailbox = ''] = whole.slice(0, Math.max(0, at)).split('+');
  const plain = hostsWithoutDots.has(host) ? mailbox.replaceAll('.', '') : mailbox;
  return { whole, host: host === 'googlemail.com' ? 'gmail.com' : host, mailbox, plain };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
