/**
 * Returns the E.164 form (`+442079460123`) of a valid phone number, or `null` for anything else. A number without a
 * country code is taken for one of `country`, an ISO code; `null` leaves such numbers out.
 */
export type ToE164 = (phone: string, country?: string | null) => string | null;

/** A phone number, parsed once to be compared with many. */
export interface ParsedPhone {
  /** As written, without surrounding blanks and invisible marks. */
  readonly written: string;
  /** Parsed lazily: parsing is slow, and most pairs already differ in their last digits. */
  readonly e164: () => string | null;
  /** In ASCII, without the sign of an international number and without the extension. */
  readonly digits: string;
  readonly kind: 'international' | 'withTrunkZero' | 'other';
  readonly extension: string | null;
  /** In ASCII, without the extension. */
  readonly number: string;
  /** What tells its country, if the number does not; `undefined` until the fuzzy matcher has loaded. */
  readonly countries: ContactCountries | undefined;
}

/** The country of a contact by its own values, and that of its account, by ISO codes. */
export interface ContactCountries {
  readonly own: string | null;
  readonly ofAccount: string | null;
}

/** More than any phone field holds: not worth parsing. */
const maxCharacters = 100;

/** The parsed number; `null` for what is no number: blank, `n/a`, or a placeholder such as `0000000`. */
export function parsePhone(
  phone: string,
  toE164: ToE164 | null,
  countries?: ContactCountries,
): ParsedPhone | null {
  const written = phone.replace(/\p{Cf}/gu, '').trim();
  const text = asciiDigits(written);
  const allDigits = text.replace(/\D/g, '');
  if (written.length > maxCharacters || allDigits.length < 3 || /^(\d)\1*$/.test(allDigits)) return null;
  // Letters that stand for digits (1-800-555-CARS): only the same text is the same number.
  if (/\d-?[A-Z]{3,}/.test(text) && !extensionPattern.test(text))
    return { written, e164: () => null, digits: '', kind: 'other', extension: null, number: text, countries };
  const { number, extension } = splitExtension(text);
  const e164 = once(() => toE164?.(number, countries?.own ?? undefined) ?? null);
  return { written, e164, ...digitsOf(number), extension, number, countries };
}

function once<T>(get: () => T): () => T {
  let got: { value: T } | null = null;
  return () => {
    got ??= { value: get() };
    return got.value;
  };
}

/** The text with the decimal digits of every script, and full-width signs, as ASCII. */
export function asciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/(?!\d)\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Unicode keeps the digits of a script together, ten by ten from zero: how many stand before this one tells. */
function digitValue(digit: string): number {
  const place = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(place - before - 1))) before++;
  return before % 10;
}

const extensionPattern =
  /^(.*\d[\s,.;()-]*?)(?:extension|extn|ext|durchwahl|poste|toestel|interno|anexo|ramal|доб|x|#)[\s.:=]*(\d{1,7})$/i;

function splitExtension(text: string): { number: string; extension: string | null } {
  const [, number = '', extension = null] = extensionPattern.exec(text) ?? [];
  // With fewer digits before it, the sign belongs to a service code such as *31#.
  return number.replace(/\D/g, '').length >= 5 ? { number, extension } : { number: text, extension: null };
}

function digitsOf(number: string): Pick<ParsedPhone, 'digits' | 'kind'> {
  const digits = number.replace(/\D/g, '');
  // Behind a country's code, a zero in brackets is for those who call from within.
  const fromAbroad = number.replace(/(\d\D*)\(\s*0\s*\)/, '$1').replace(/\D/g, '');
  if (/^[^\d+]*\+/.test(number)) return { digits: fromAbroad, kind: 'international' };
  if (digits.startsWith('00')) return { digits: fromAbroad.slice(2), kind: 'international' };
  return { digits, kind: digits.startsWith('0') ? 'withTrunkZero' : 'other' };
}
