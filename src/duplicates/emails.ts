/** The address as it is compared: mail servers ignore case, and accents can be stored in two ways. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase().normalize('NFC');
}

/** The mailbox without its tag (RFC 5233, section 2): `jane` of `jane+news@acme.example`. */
export function mailboxOf(email: string): string {
  return email.trim().split(/[+@]/)[0] ?? '';
}
