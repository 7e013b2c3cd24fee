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

/** Characters inside a word that do not split it: apostrophes, invisible marks, the Arabic stretch. */
export const insideWords = /['＇’‘ʼ`´ʹʻ\u05f3\u05f4\u0640]|\p{Cf}/gu;

/** A text without case and accents, in the letters that everybody has: `José` is `jose`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(/[^ -~]/gu, (letter) => plainLetters.get(letter) ?? letter)
    .normalize('NFC');
}

/** The words of a text without case, accents and punctuation, in the order they are written. */
export function words(text: string): string[] {
  return fold(text.replace(insideWords, ''))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/** A text by its words alone: equal for `Doe-Ash` and `DOE ASH`. A text without words counts as it is. */
export function wordsKey(text: string): string {
  return words(text).join(' ') || textKey(text);
}

/** As `wordsKey`, with the words in any order: equal for `Doe, Jane` and `Jane Doe`. */
export function anyOrderKey(text: string): string {
  return words(text).sort().join(' ') || textKey(text);
}

/** A text without case, white space, invisible marks and Unicode form. */
export function textKey(text: string): string {
  // Upper case first: it spells out ß, and makes both kinds of sigma the same.
  return visibleText(text.normalize('NFKC').toUpperCase().toLowerCase());
}

/** The text as it looks on the screen. */
export function visibleText(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
