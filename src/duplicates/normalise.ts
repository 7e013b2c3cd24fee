import type { Contact } from './contact';

type Named = Pick<Contact, 'firstName' | 'lastName'>;

/** The address as it is compared: mail servers ignore case, and accents can be stored in two ways. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase().normalize('NFC');
}

/** Letters that have no accent to take off, but are written both ways: `Bjørn` and `Bjorn`, `أمينة` and `أمينه`. */
const plainLetters = new Map(
  Object.entries({
    ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ŋ: 'n' },
    ...{ ı: 'i', ə: 'e', ς: 'σ', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' },
  }),
);

/**
 * Accents and vowel points, which people leave out. Not the vowel signs of Devanagari, Thai and their like, nor
 * the two marks of kana: without these, names become other names (`राम`, `रमा`).
 */
const accents =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/gu;

/** Characters that stand inside a word without parting it: apostrophes, invisible marks, the Arabic stretch. */
const insideWords = /['＇’‘ʼ`´ʹʻ\u05f3\u05f4\u0640]|\p{Cf}/gu;

/** The words of a text without case, accents and punctuation, in the order they are written. */
export function words(text: string): string[] {
  return text
    .replace(insideWords, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(/./gsu, (letter) => plainLetters.get(letter) ?? letter)
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * The words of a contact's name. A part that is an e-mail address, holds a phone number or has no letters is no
 * name: Desk and phone systems put such things there for want of a name.
 */
export function nameTokens(contact: Named): string[] {
  return [contact.firstName, contact.lastName].flatMap((part) => (part && isName(part) ? words(part) : []));
}

function isName(part: string): boolean {
  const digits = part.match(/\p{Nd}/gu)?.length ?? 0;
  return /\p{L}/u.test(part) && digits < 7 && !/^<?\S+@\S+$/.test(part.trim());
}

/** The name as it is compared, or `null` for a contact without one: equal for `Doe, JANÉ` and `Jane Doe`. */
export function nameKey(contact: Named): string | null {
  return nameTokens(contact).sort().join(' ') || null;
}

/** Parts of names, and titles, that strangers share. */
const commonToStrangers = new Set(
  (
    'van von der den de del della di da do dos das du la le el al bin ibn ter ten zu ' +
    'mr mrs ms miss mx dr prof herr frau mme mlle sr sra'
  ).split(' '),
);

/**
 * Whether these two names are hardly those of one person: nothing in one is in the other. Names without a script in
 * common say nothing about each other, nor does a name that is not there.
 */
export function namesConflict(a: readonly string[], b: readonly string[]): boolean {
  const [own, other] = [tellingTokens(a), tellingTokens(b)];
  return shareScript(own, other) && !own.some((token) => other.some((twin) => shareToken(token, twin)));
}

function tellingTokens(tokens: readonly string[]): string[] {
  const names = tokens.filter((token) => /\p{L}/u.test(token));
  const telling = names.filter((token) => !commonToStrangers.has(token));
  return telling.length ? telling : names;
}

function shareToken(a: string, b: string): boolean {
  return a === b || standsFor(a, b) || standsFor(b, a);
}

/** Scripts that write a whole name without blanks: `山田太郎` is `太郎 山田`. */
const withoutBlanks =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function standsFor(short: string, long: string): boolean {
  if (withoutBlanks.test(short)) return long.startsWith(short) || long.endsWith(short);
  return [...short].length === 1 && long.startsWith(short);
}

const scripts = [
  ...['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Georgian', 'Hebrew', 'Arabic', 'Syriac', 'Ethiopic'],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...['Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer', 'Mongolian', 'Hangul', 'Hiragana', 'Katakana'],
  'Han',
].map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));

function shareScript(a: readonly string[], b: readonly string[]): boolean {
  const [own, other] = [a.join(' '), b.join(' ')];
  return scripts.some((script) => script.test(own) && script.test(other));
}

/** What mailboxes of a function are called, without accents and separators. */
const roles = new Set(
  [
    'info information infos support sales admin administration administrator office contact contacts hello hi',
    'help helpdesk service services servicedesk customerservice customercare customersupport care clientservices',
    'billing account accounts accounting accountspayable accountsreceivable invoice invoices order orders',
    'purchasing procurement finance payroll payments legal hr humanresources job jobs career careers recruiting',
    'recruitment marketing press media news newsletter reception frontdesk noreply donotreply nonreply reply',
    'postmaster webmaster hostmaster mailerdaemon abuse root security privacy dispatch logistics shipping',
    'warehouse returns mail email mailbox team general enquiries enquiry inquiries inquiry feedback booking',
    'bookings reservation reservations shop store it itsupport management',
    // German
    'kontakt anfrage anfragen buro buero vertrieb verkauf einkauf hilfe kundenservice kundendienst kundenbetreuung',
    'rechnung rechnungen buchhaltung bestellung bestellungen auftrag auftraege auftrage bewerbung bewerbungen',
    'karriere personalabteilung presse empfang zentrale sekretariat verwaltung post versand hallo',
    'datenschutz nichtantworten keineantwort',
    // French
    'accueil bonjour aide assistance commercial ventes vente achats compta comptabilite factures facture',
    'facturation commande commandes rh recrutement emploi emplois secretariat bureau courrier serviceclient',
    'serviceclients nepasrepondre',
    // Spanish
    'contacto hola ayuda soporte ventas compras administracion oficina contabilidad factura facturas facturacion',
    'pedido pedidos atencion atencionalcliente empleo rrhh recursoshumanos prensa recepcion correo noresponder',
    // Italian
    'contatto contatti ciao aiuto assistenza supporto vendite acquisti amministrazione ufficio segreteria',
    'contabilita fatture fattura fatturazione ordine ordini lavoro risorseumane stampa ricezione posta nonrispondere',
    // Dutch
    'hallo hulp klantenservice klantendienst verkoop inkoop administratie kantoor boekhouding factuur facturen',
    'bestelling bestellingen vacature vacatures receptie secretariaat pers planning nietbeantwoorden',
    // Portuguese
    'contato contacte ajuda suporte apoio vendas administracao escritorio contabilidade fatura faturas',
    'faturamento faturacao financeiro encomendas vagas imprensa recepcao atendimento geral secretaria naoresponda',
    'naoresponder',
  ]
    .join(' ')
    .split(' '),
);

/** In parts, such as `atencion-al-cliente`. */
const longestRole = 4;

/**
 * Whether the address is that of a function, such as `info@`, and so of several people. Digits, a tag and what
 * follows a dot or hyphen make no difference: `info2@`, `support+eu@` and `sales.north@` are such mailboxes too.
 */
export function isRoleMailbox(email: string): boolean {
  const [mailbox = '', domain] = email.split('@');
  if (!domain) return false;
  let beginning = '';
  return words(mailbox.split('+')[0] ?? '')
    .slice(0, longestRole)
    .some((part) => {
      beginning += part;
      return roles.has(beginning.replace(/\d{1,9}$/, ''));
    });
}
