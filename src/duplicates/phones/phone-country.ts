import { asciiDigits, type ToE164 } from './parse-phone';

/** What may tell the country of a number that is written without one, the best first. */
export interface CountryHints {
  /** The country fields of the two contacts, as written. */
  readonly countries: readonly (string | null)[];
  /** What other contacts of the account tell: see `mostCommonCountry`. */
  readonly ofAccount: string | null;
}

/**
 * Calling codes and the country that has most of their numbers (ITU-T E.164, list of assigned codes). `ToE164`
 * knows the numbers of all countries that share a code, whichever of them it takes a number for.
 */
const callingCodes = new Map(
  (
    '1US 7RU 20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU 39IT 40RO 41CH 43AT 44GB 45DK 46SE 47NO 48PL 49DE 51PE 52MX 53CU 54AR 55BR ' +
    '56CL 57CO 58VE 60MY 61AU 62ID 63PH 64NZ 65SG 66TH 81JP 82KR 84VN 86CN 90TR 91IN 92PK 93AF 94LK 95MM 98IR 211SS 212MA 213DZ ' +
    '216TN 218LY 220GM 221SN 222MR 223ML 224GN 225CI 226BF 227NE 228TG 229BJ 230MU 231LR 232SL 233GH 234NG 235TD 236CF 237CM 238CV ' +
    '239ST 240GQ 241GA 242CG 243CD 244AO 245GW 246IO 248SC 249SD 250RW 251ET 252SO 253DJ 254KE 255TZ 256UG 257BI 258MZ 260ZM 261MG ' +
    '262RE 263ZW 264NA 265MW 266LS 267BW 268SZ 269KM 290SH 291ER 297AW 298FO 299GL 350GI 351PT 352LU 353IE 354IS 355AL 356MT 357CY ' +
    '358FI 359BG 370LT 371LV 372EE 373MD 374AM 375BY 376AD 377MC 378SM 380UA 381RS 382ME 383XK 385HR 386SI 387BA 389MK 420CZ 421SK ' +
    '423LI 500FK 501BZ 502GT 503SV 504HN 505NI 506CR 507PA 508PM 509HT 590GP 591BO 592GY 593EC 594GF 595PY 596MQ 597SR 598UY 599CW ' +
    '670TL 672NF 673BN 674NR 675PG 676TO 677SB 678VU 679FJ 680PW 681WF 682CK 683NU 685WS 686KI 687NC 688TV 689PF 690TK 691FM 692MH ' +
    '850KP 852HK 853MO 855KH 856LA 880BD 886TW 960MV 961LB 962JO 963SY 964IQ 965KW 966SA 967YE 968OM 970PS 971AE 972IL 973BH 974QA ' +
    '975BT 976MN 977NP 992TJ 993TM 994AZ 995GE 996KG 998UZ'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, -2), entry.slice(-2)] as const),
);

/** What English calls countries beside the name that the browser knows, and their codes of three letters (ISO 3166-1). */
const otherNames =
  'usa US,united states of america US,america US,uk GB,great britain GB,england GB,scotland GB,wales GB,northern ireland GB,' +
  'holland NL,the netherlands NL,czech republic CZ,turkey TR,turkiye TR,south korea KR,korea KR,republic of korea KR,uae AE,' +
  'emirates AE,russian federation RU,viet nam VN,ivory coast CI,burma MM,hong kong HK,macau MO,prc CN,peoples republic of china CN,' +
  'republic of ireland IE,eire IE,swaziland SZ,macedonia MK,bosnia BA,congo CG,drc CD,cape verde CV,east timor TL,palestine PS,' +
  'trinidad TT,ksa SA,brasil BR,deutschland DE,espana ES,italia IT,osterreich AT,schweiz CH,suisse CH,belgique BE,belgie BE,' +
  'nederland NL,polska PL,sverige SE,norge NO,danmark DK,suomi FI,mexique MX,' +
  'gbr GB,deu DE,fra FR,esp ES,ita IT,nld NL,bel BE,che CH,aut AT,prt PT,irl IE,dnk DK,swe SE,nor NO,fin FI,pol PL,cze CZ,hun HU,' +
  'rou RO,bgr BG,grc GR,tur TR,rus RU,ukr UA,isr IL,sau SA,are AE,egy EG,zaf ZA,nga NG,ken KE,ind IN,pak PK,bgd BD,chn CN,jpn JP,' +
  'kor KR,twn TW,hkg HK,sgp SG,mys MY,idn ID,phl PH,tha TH,vnm VN,aus AU,nzl NZ,can CA,mex MX,bra BR,arg AR,chl CL,col CO,per PE';

let namesOfCountries: ReadonlyMap<string, string> | null = null;

/** The ISO code of a country by its code or its English name, as people write them; `null` for anything else. */
export function countryOf(text: string | null): string | null {
  const key = keyOf(text ?? '');
  if (!key) return null;
  namesOfCountries ??= collectNames();
  return namesOfCountries.get(key) ?? null;
}

function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** The browser knows every country's name; asking costs a few milliseconds, once. */
function collectNames(): Map<string, string> {
  const names = new Map<string, string>();
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // Codes of former countries, and UK, stand for those of today.
    const [canonical = ''] = Intl.getCanonicalLocales(`und-${code}`);
    const name = display.of(canonical.slice(-2));
    if (name) names.set(keyOf(name), canonical.slice(-2)).set(keyOf(code), canonical.slice(-2));
  }
  for (const entry of otherNames.split(',')) names.set(entry.slice(0, -3), entry.slice(-2));
  return names;
}

/** The country of a number that begins with a plus, or with the two zeros that stand for it. */
export function countryOfNumber(phone: string): string | null {
  const digits = /^[^\d+]*(?:\+|00)\s*(.*)$/s.exec(asciiDigits(phone))?.[1]?.replace(/\D/g, '') ?? '';
  for (const length of [1, 2, 3]) {
    const country = callingCodes.get(digits.slice(0, length));
    if (country) return country;
  }
  return null;
}

/** The country that most of these tell; `null` where none does, or two are told as often. */
export function mostCommonCountry(countries: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const country of countries) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? first[0] : null;
}

/**
 * The countries to take a national number for, in the order to try them: those of the two numbers that are compared,
 * that of the record, that of the account's other contacts.
 */
export function borrowedCountries(numbers: readonly string[], hints: CountryHints): string[] {
  const all = [...numbers.map(countryOfNumber), ...hints.countries.map(countryOf), hints.ofAccount];
  return [...new Set(all.filter((country) => country !== null))];
}

/** What is dialed for the plus, but for the two zeros that most of the world dials: North America, Australia, Japan. */
const exitCodes = /^(?:00|0011|011|010)(?=[1-9])/;

/**
 * The E.164 forms that a number may have: the one it tells, else one for each country where it is valid. A number
 * without a plus may begin with its country's code all the same.
 */
export function possibleNumbers(phone: string, countries: readonly string[], toE164: ToE164): Set<string> {
  const text = asciiDigits(phone).replace(/\(\s*0\s*\)/, (zero, at: number, whole: string) =>
    whole.slice(0, at).includes('+') || /^\s*00/.test(whole) ? '' : zero,
  );
  const told = toE164(text, null);
  if (told) return new Set([told]);
  const digits = text.replace(/(?:;|\s)*(?:ext|x|#).*$/i, '').replace(/\D/g, '');
  const found = countries.map((country) => toE164(text, country));
  if (digits.length >= 10 && !/^[^\d]*\+/.test(text)) {
    const withPlus = `+${digits.replace(exitCodes, '')}`;
    if (countryOfNumber(withPlus)) found.push(toE164(withPlus, null));
  }
  return new Set(found.filter((number) => number !== null));
}

/** National digits of fewer are too common to be compared without a country. */
const shortestNational = 8;

/**
 * Whether two numbers can be of one line: by a number that both may have, or by their national digits, with and without
 * the zero before them. It does not look at extensions.
 */
export function mayBeOneNumber(a: string, b: string, hints: CountryHints, toE164: ToE164): boolean {
  const countries = borrowedCountries([a, b], hints);
  const [own, other] = [a, b].map((phone) => possibleNumbers(phone, countries, toE164));
  if (own && other && own.size && other.size && [...own].some((number) => other.has(number))) return true;
  if (countryOfNumber(a) || countryOfNumber(b)) return endsInNational(a, b) || endsInNational(b, a);
  const [first, second] = [a, b].map((phone) =>
    asciiDigits(phone)
      .replace(/\D/g, '')
      .replace(/^0(?!0)/, ''),
  );
  if (!first || !second || Math.min(first.length, second.length) < shortestNational) return false;
  return first === second || isWithCode(first, second) || isWithCode(second, first);
}

/** `44 20 7946 0123` beside `020 7946 0123`: the code of a country, and the digits. */
function isWithCode(long: string, short: string): boolean {
  return long.endsWith(short) && callingCodes.has(long.slice(0, -short.length));
}

/** A national number of whichever country, beside an international one that ends in its digits. */
function endsInNational(international: string, national: string): boolean {
  if (!countryOfNumber(international) || countryOfNumber(national)) return false;
  const [long, short] = [international, national].map((phone) => asciiDigits(phone).replace(/\D/g, ''));
  const digits = short?.replace(/^0/, '') ?? '';
  return digits.length >= shortestNational && isWithCode(long?.replace(/^00/, '') ?? '', digits);
}
