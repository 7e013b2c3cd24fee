/*
 * Scripts that leave vowels out, or write them around the consonants. A word of theirs is no spelling but a pattern:
 * for each letter the ways in which it is romanized (ICAO Doc 9303-3, BGN/PCGN, and habit; `-` is nothing), and short
 * vowels between them.
 */

type LetterForms = Readonly<Record<string, readonly string[]>>;

function forms(text: string): LetterForms {
  return Object.fromEntries(
    text.split(/\s*\n\s*|\s*;\s*/).flatMap((line) => {
      const [letter, ...ways] = line.trim().split(' ');
      return letter ? [[letter, ways.map((way) => (way === '-' ? '' : way))]] : [];
    }),
  );
}

const arabic = forms(`
  ب b; ت t; ث th t s; ج j dj g; ح h kh; خ kh h; د d; ذ dh d th z; ر r; ز z; س s c; ش sh ch s; ص s; ض d dh z; ط t; ظ z d dh
  ع - a e i o u aa; غ gh g r; ف f ph; ق q k g gh; ك k c q; ل l; م m; ن n; ه h - a ah e eh; پ p; چ ch tch; ژ zh j; گ g; ء -
  ا a aa e o; و u o ou oo w v ow aw au; ي i y ee e ie iy ey ay ai ei
`);
/** At the beginning it carries any vowel: Ibrahim, Usama. */
const firstAlef = ['a', 'e', 'i', 'o', 'u', 'aa', 'y'];

const hebrew = forms(`
  א - a e i o u; ב b v bh; ג g; ד d; ה h a ah -; ו v w o u oo; ז z; ח ch h kh; ט t; י i y ee e j yi ye ei ai ay
  כ k kh ch c; ך kh ch k; ל l; מ m; ם m; נ n; ן n; ס s; ע - a e i o u; פ p f ph; ף f ph; צ tz z ts; ץ tz z ts; ק k q c; ר r
  ש sh s sch; ת t th
`);

const thai = forms(`
  ก k g; ข kh k; ค kh k; ฆ kh k; ง ng; จ j ch c; ฉ ch; ช ch; ซ s; ฌ ch; ญ y n; ฎ d t; ฏ t; ฐ th t; ฑ th t d; ฒ th t; ณ n
  ด d t; ต t d; ถ th t; ท th t; ธ th t; น n; บ b p; ป p b; ผ ph p; ฝ f; พ ph p b; ฟ f; ภ ph p; ม m; ย y i -; ร r n -; ล l n
  ว w v o -; ศ s t; ษ s t; ส s t; ห h -; ฬ l; อ -; ฮ h
`);

type Pattern = (latin: string) => boolean;

/** Whether a word in Latin letters may be this one; `null` for a word with a letter that is not known. */
export function arabicPattern(word: string): Pattern | null {
  // The article is written apart, or left out.
  const bare = word.replace(/^ال(?=.{3})/, '').replace(/^عبدال/, 'عبد');
  const fits = patternOf(formsOf(bare, arabic, firstAlef), 1);
  return fits && ((latin) => fits(latin) || fits(latin.replace(/^abd[aeu]?[lr]?(?=..)/, 'abd')));
}

export function hebrewPattern(word: string): Pattern | null {
  return patternOf(formsOf(word, hebrew, null), 1);
}

export function thaiPattern(word: string): Pattern | null {
  // Vowels before, above and below count as any, and a silent letter as none.
  const consonants = word
    .replace(/.[ิุ]?์/g, '')
    .replace(/\u0e4d\u0e32/g, 'ม') // what is left of the one sign for "am" when it is folded
    .replace(/[ะ-ฺเ-๎]/g, '');
  return patternOf(formsOf(consonants, thai, null), 3);
}

/** Longer words are no names. */
const longest = 20;

function formsOf(
  word: string,
  table: LetterForms,
  first: readonly string[] | null,
): (readonly string[] | undefined)[] {
  return [...word]
    .slice(0, longest)
    .map((letter, index) => (first && letter === 'ا' && !index ? first : table[letter]));
}

function patternOf(letters: readonly (readonly string[] | undefined)[], mostVowels: number): Pattern | null {
  const known = letters.flatMap((ways) => (ways ? [ways] : []));
  if (!known.length || known.length < letters.length) return null;
  return (latin) => {
    // A doubled consonant is one there.
    const text = latin.slice(0, 2 * longest).replace(/^(?:al|el)(?=[^aeiou]..)/, '');
    return [latin.slice(0, 2 * longest), text].some((each) =>
      fits(each.replace(/([b-df-hj-np-tv-z])\1/g, '$1'), known, mostVowels),
    );
  };
}

/** Follows all ways through the text at once, so that it takes no longer for words that could be read in many ways. */
function fits(text: string, letters: readonly (readonly string[])[], mostVowels: number): boolean {
  let places = new Set([0]);
  for (const ways of letters) {
    const next = new Set<number>();
    for (const place of afterVowels(text, places, mostVowels)) {
      for (const way of ways) if (text.startsWith(way, place)) next.add(place + way.length);
    }
    places = next;
  }
  const ends = afterVowels(text, places, mostVowels);
  return ends.has(text.length) || (text.endsWith('h') && ends.has(text.length - 1));
}

function afterVowels(text: string, places: ReadonlySet<number>, most: number): Set<number> {
  const reached = new Set(places);
  for (const start of places) {
    for (let end = start; end < start + most && /[aeiouy]/.test(text[end] ?? ''); end++) reached.add(end + 1);
  }
  return reached;
}
