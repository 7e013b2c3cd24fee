import { editDistance } from './edit-distance';
import type { NamePart, NameTables } from './name-tables';
import { hasLostLetter, isInitial, type NameWord, soundOf } from './name-word';

/** How two words of names go together, the closest first. */
export const wordRelations = [
  'equal',
  'digraph',
  'spelling',
  'romanization',
  'nickname',
  'genderedSurname',
  'typo',
  'shortForm',
  'initial',
  'lookalike',
] as const;
export type WordRelation = (typeof wordRelations)[number];

/**
 * Chinese, Korean and Vietnamese names are made of syllables: a letter makes another name, and a given name of two
 * syllables is written as one word or as two.
 */
export type NameCulture = 'chinese' | 'korean' | 'vietnamese' | 'other';

/** What two words are in their names: given names differ by less than surnames, and those of some cultures by a letter. */
export interface WordRole {
  readonly part: NamePart;
  readonly culture: NameCulture;
}

/**
 * How `a` and `b` go together, or `null`. The same whichever comes first. The first row that fits decides:
 *
 * | relation        | example              | rule                                                                 |
 * |-----------------|----------------------|----------------------------------------------------------------------|
 * | equal           | José, JOSE           | equal without case, accents and apostrophes                          |
 * | digraph         | Müller, Mueller      | equal with the digraph for the letter                                |
 * | romanization    | Шевченко, Shevchenko | another script, or another romanization of a surname (tables)        |
 * | nickname        | Bill, William        | one given name (tables)                                              |
 * | nothing         | Maria, Marina        | two given names that are both known (tables)                         |
 * | spelling        | Smyth, Smith         | equal by sound                                                       |
 * | initial         | J., John             | one letter, with which the other begins                              |
 * | genderedSurname | Novák, Nováková      | surname with another ending for women                                |
 * | typo            | Jhon, John           | one edit of four letters or more, two of eight or more; see `isTypo` |
 * | shortForm       | Alex, Alexander      | given name of three letters or more, with which the other begins     |
 * | lookalike       | Zoed, Zoe            | more slips than a typo has: too much to agree, too little to differ  |
 */
export function compareWords(
  a: NameWord,
  b: NameWord,
  role: WordRole,
  tables: NameTables | null,
): WordRelation | null {
  if (a.plain === b.plain) return 'equal';
  if (a.digraph === b.plain || a.plain === b.digraph || a.digraph === b.digraph) return 'digraph';
  if (a.script !== b.script) return tables && compareScripts(a, b, role, tables);
  if (isInitial(a) || isInitial(b)) return startsAlike(a, b) ? 'initial' : null;
  if (role.part === 'family') return compareSurnames(a, b, role, tables);
  return compareGivenNames(a, b, role, tables);
}

function compareSurnames(
  a: NameWord,
  b: NameWord,
  role: WordRole,
  tables: NameTables | null,
): WordRelation | null {
  if (tables?.areSameFamilyName(a.plain, b.plain)) return 'romanization';
  if (a.plain.length > 2 && b.plain.length > 2 && a.sound() === b.sound()) return 'spelling';
  if (role.culture !== 'other') return null;
  if (isGenderedSurname(a.plain, b.plain)) return 'genderedSurname';
  if (isTypo(a, b, 'family')) return 'typo';
  return isLookalike(a, b) ? 'lookalike' : null;
}

function compareGivenNames(
  a: NameWord,
  b: NameWord,
  role: WordRole,
  tables: NameTables | null,
): WordRelation | null {
  if (tables?.areSameGivenName(a.plain, b.plain)) return 'nickname';
  if (role.culture !== 'other')
    return isLatin(a) && syllableSound(a.plain, role.culture) === syllableSound(b.plain, role.culture)
      ? 'romanization'
      : null;
  if (a.plain.length > 2 && b.plain.length > 2 && a.sound() === b.sound()) return 'spelling';
  if (tables?.isGivenName(a.plain) && tables.isGivenName(b.plain)) return null;
  if (differByGender(a.plain, b.plain)) return null;
  if (isTypo(a, b, 'given') && !endByGender(a.plain, b.plain)) return 'typo';
  if (isShortForm(a, b) || isShortForm(b, a)) return 'shortForm';
  return isLookalike(a, b) ? 'lookalike' : null;
}

function isLatin(word: NameWord): boolean {
  return word.script === 'Latin';
}

function startsAlike(a: NameWord, b: NameWord): boolean {
  const [one, other] = [a.plain, b.plain];
  return one.startsWith(other) || other.startsWith(one);
}

/** Another script: what the tables make of it in Latin letters sounds like the other word, but for one letter. */
function compareScripts(
  a: NameWord,
  b: NameWord,
  { part }: WordRole,
  tables: NameTables,
): WordRelation | null {
  const [own, other] = [spellingsOf(a, part, tables), spellingsOf(b, part, tables)];
  if (typeof own === 'function' || typeof other === 'function') {
    const [fits, spellings] = typeof own === 'function' ? [own, other] : [other, own];
    const isFit = typeof fits === 'function' && typeof spellings !== 'function' && spellings.some(fits);
    return isFit ? 'romanization' : null;
  }
  const isKorean = a.script === 'Hangul' || b.script === 'Hangul';
  const isOne = (one: string, twin: string) =>
    soundAlike(one, twin, part, tables) || (isKorean && koreanSound(one) === koreanSound(twin));
  const isInitials = isInitial(a) || isInitial(b);
  if (isInitials) return own.some((one) => other.some((twin) => one[0] === twin[0])) ? 'initial' : null;
  return own.some((one) => other.some((twin) => isOne(one, twin))) ? 'romanization' : null;
}

function spellingsOf(
  word: NameWord,
  part: NamePart,
  tables: NameTables,
): readonly string[] | ((latin: string) => boolean) {
  if (isLatin(word)) return [word.plain];
  const romanization = tables.romanize(word.plain, part);
  if (!romanization) return [];
  return romanization.kind === 'spellings' ? romanization.spellings : romanization.fits;
}

function soundAlike(a: string, b: string, part: NamePart, tables: NameTables): boolean {
  if (a === b) return true;
  if (part === 'given' ? tables.areSameGivenName(a, b) : tables.areSameFamilyName(a, b)) return true;
  // `ё` is written `е`, and read `yo`: Fyodorov.
  if (soundOf(a) === soundOf(b) || soundOf(a.replace(/yo/g, 'e')) === soundOf(b.replace(/yo/g, 'e')))
    return true;
  if (part === 'given' && (differByGender(a, b) || (tables.isGivenName(a) && tables.isGivenName(b))))
    return false;
  return Math.min(a.length, b.length) > 4 && editDistance(a, b, 1) < 2;
}

/** Equal for the ways in which syllables are romanized: `xiao` and `hsiao`, `joon` and `jun`, `hyeon` and `hyun`. */
function syllableSound(plain: string, culture: NameCulture): string {
  return culture === 'korean'
    ? koreanSound(plain)
    : plain.replace(/^hs|(?<=[aeioun])hs/g, 'x').replace(/ien/g, 'ian');
}

/** McCune-Reischauer, the Revised Romanization and habit differ by voice and by the length of vowels. */
function koreanSound(plain: string): string {
  return plain
    .replace(/woo|eo|oo|ou|eu/g, 'u')
    .replace(/ee|ui/g, 'i')
    .replace(/(?<!n)g|ng(?=[aeiouwy])/g, (found) => found.replace('g', 'k'))
    .replace(/d/g, 't')
    .replace(/b/g, 'p')
    .replace(/ch/g, 'j')
    .replace(/sh/g, 's')
    .replace(/r/g, 'l')
    .replace(/(.)\1+/g, '$1');
}

/**
 * One edit, or two where both words have eight letters or more. Short words differ by a letter too easily: those of
 * three and four letters may lack one or have two swapped, but none replaced, and a short given name may lack none at
 * its end. The first letter of a word of less than six has to be right: people hardly ever mistype it (E. J.
 * Yannakoudakis and D. Fawthrop, The rules of spelling errors, 1983).
 */
function isTypo(a: NameWord, b: NameWord, part: NamePart): boolean {
  const [one, other] = [a.plain, b.plain];
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (!isSpelledByLetters(a) || shorter < 3 || longer < 4) return false;
  const most = shorter >= 8 ? 2 : 1;
  if (shorter > 3 && asScanned(one) === asScanned(other)) return true;
  if (editDistance(one, other, most) > most) return false;
  if (hasLostLetter(a) || hasLostLetter(b)) return true;
  const isSwap = one.length === other.length && [...one].sort().join('') === [...other].sort().join('');
  if (shorter < 6 && one[0] !== other[0] && !isSwap) return false;
  if (shorter >= 5 || isSwap) return true;
  if (shorter === longer) return false;
  return (shorter === 4 && part === 'family') || one.at(-1) === other.at(-1);
}

/** One edit of three letters or more, two of five or more, three of eight or more, or the same letters in disorder. */
function isLookalike(a: NameWord, b: NameWord): boolean {
  const [one, other] = [a.plain, b.plain];
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (!isSpelledByLetters(a) || shorter < 3) return false;
  if (shorter > 3 && [...one].sort().join('') === [...other].sort().join('')) return true;
  const most = longer >= 8 ? 3 : longer >= 5 ? 2 : 1;
  return editDistance(one, other, most) <= most;
}

/** Equal for letters that a scanner takes for others (the optical errors of GeCo): `Jarnes` and `James`. */
function asScanned(plain: string): string {
  return plain.replace(/rn/g, 'm').replace(/ri/g, 'n').replace(/cl/g, 'd').replace(/vv/g, 'w');
}

/** Scripts in which a letter is a sound, so that a wrong one is a slip. */
function isSpelledByLetters(word: NameWord): boolean {
  return ['Latin', 'Cyrillic', 'Greek', 'Georgian', 'Armenian', 'Arabic', 'Hebrew'].includes(word.script);
}

const endings = /^(?:|[aoeiu]|ee|[aeiou]s|an|er|ra|i?n[ae]|i[aens]|(?:ie)?l?l[ae]?|e?tt?[ae])$/;

/** `Daniel` and `Daniela`, `Mario` and `Maria`, `Alexander` and `Alexandra`: alike but for the ending, and two people. */
function differByGender(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [own, other] = [a.slice(same), b.slice(same)];
  if (same < 2 || !endings.test(own) || !endings.test(other)) return false;
  // Stephani and Stephanie differ by no gender.
  return !(own + other === 'e' && /[iy]$/.test(a.slice(0, same)));
}

/** `Francisco` and `Francisca`, `Giovanni` and `Giovanna`, whatever slip there is besides. */
function endByGender(a: string, b: string): boolean {
  const last = `${a.at(-1)}${b.at(-1)}`;
  return /^(?:a[oie]|[oie]a)$/.test(last);
}

const surnameEndings: readonly (readonly [RegExp, RegExp])[] = [
  [/^(.+)$/, /^(.+)ova$/], // Novák, Nováková
  [/^(.+)e[ck]$/, /^(.+)[ck]ova$/], // Havránek, Havránková
  [/^(.+[oe]v|.+[iy]n)$/, /^(.+)a$/], // Ivanov, Ivanova
  [/^(.+)(?:y|yi|iy|ij|i)$/, /^(.+)(?:a|aya|aja|aia)$/], // Kowalski, Kowalska
  [/^(.+)(?:os|is|as)$/, /^(.+)(?:ou|i|a)$/], // Papadopoulos, Papadopoulou
  [/^(.+)(?:as|is|us)$/, /^(.+)(?:iene|aite|yte|ute)$/], // Kazlauskas, Kazlauskienė
  [/^(.+)(?:ов|ев|ин|ын)$/, /^(.+)(?:ова|ева|ина|ына)$/],
  [/^(.+)(?:ии|ыи|ои)$/, /^(.+)(?:ая|яя|а)$/], // Толстой, Толстая, folded
];

/** The surname of a man and that of a woman of one family: Slavic, Baltic and Greek ones have two endings. */
function isGenderedSurname(a: string, b: string): boolean {
  const fits = (man: string, woman: string) =>
    surnameEndings.some(([male, female]) => {
      const [, stem = '', ...rest] = male.exec(man) ?? [];
      const [, other] = female.exec(woman) ?? [];
      return stem.length > 2 && stem === other && rest.length === 0;
    });
  return fits(a, b) || fits(b, a);
}

function isShortForm(short: NameWord, long: NameWord): boolean {
  return (
    short.plain.length > 2 && long.plain.length > short.plain.length + 1 && long.plain.startsWith(short.plain)
  );
}
