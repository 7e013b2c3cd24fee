/** The address as it is compared: mail servers ignore case, and accents can be stored in two ways. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase().normalize('NFC');
}
