import { describe, expect, it } from 'vitest';
import { nameKey, namesConflict, nameTokens } from '../../../src/duplicates/name-tokens';
import { words } from '../../../src/duplicates/words';

function named(firstName: string | null, lastName: string | null = null) {
  return { firstName, lastName };
}

describe('nameKey', () => {
  it.each<[string, [string | null, string | null], [string | null, string | null]]>([
    ['case', ['JANE', 'DOE'], ['Jane', 'Doe']],
    ['accents', ['José', 'Núñez'], ['Jose', 'Nunez']],
    ['how accents are stored', ['Jose\u0301', null], ['Jos\u00e9', null]],
    ['word order', ['Doe', 'Jane'], ['Jane', 'Doe']],
    ['where the words stand', [null, 'Jane Doe'], ['Jane', 'Doe']],
    ['commas and dots', [null, 'Doe, J.'], ['J', 'Doe']],
    ['hyphens', ['Anne-Marie', 'Ash'], ['Anne Marie', 'Ash']],
    ['apostrophes', ['Sean', 'O’Brien'], ['Sean', "O'Brien"]],
    ['an apostrophe left out', ['Sean', 'O’Brien'], ['Sean', 'OBrien']],
    ['blanks of all kinds', [' Jane\u00a0', '\tDoe'], ['Jane', 'Doe']],
    ['invisible marks', ['\u202aJane\u200b', 'Doe\u202c'], ['Jane', 'Doe']],
    ['full-width letters', ['Ｊａｎｅ', 'Ｄｏｅ'], ['Jane', 'Doe']],
    ['a German sharp s', ['Jörg', 'Weiß'], ['JORG', 'WEISS']],
    ['a Danish o', ['Bjørn', 'Ærø'], ['Bjorn', 'Aero']],
    ['a Polish l', ['Łukasz', 'Małek'], ['Lukasz', 'Malek']],
    ['Icelandic letters', ['Þór', 'Guðný'], ['Thor', 'Gudny']],
    ['a Turkish i without a dot', ['Işık', 'Kılıç'], ['Isik', 'Kilic']],
    ['a Turkish capital i with a dot', ['İpek', null], ['ipek', null]],
    ['the dots of a Cyrillic e', ['Пётр', 'Берёзов'], ['ПЕТР', 'БЕРЕЗОВ']],
    ['Greek accents and the final s', ['Νίκος', 'Ελιάς'], ['ΝΙΚΟΣ', 'ΕΛΙΑΣ']],
    ['Hebrew vowel points', ['דָּוִד', null], ['דוד', null]],
    ['Arabic vowel signs', ['مُحَمَّد', null], ['محمد', null]],
    ['the hamza on an alef', ['أحمد', null], ['احمد', null]],
    ['the Arabic stretch', ['محـــمد', null], ['محمد', null]],
    ['Persian letters', ['علی', null], ['علي', null]],
    ['half-width kana', ['ｶﾞﾛｳ', null], ['ガロウ', null]],
    ['decomposed Hangul', ['\u1112\u1169\u11bc', null], ['홍', null]],
  ])('ignores %s', (_, a, b) => {
    expect(nameKey(named(...a))).toBe(nameKey(named(...b)));
    expect(nameKey(named(...a))).not.toBeNull();
  });

  it.each([
    ['another first name', named('Jane', 'Doe'), named('Joan', 'Doe')],
    ['a middle name', named('Jane', 'Doe'), named('Jane Ann', 'Doe')],
    ['an initial', named('J', 'Doe'), named('Jane', 'Doe')],
    ['another number', named('Kiosk 12'), named('Kiosk 14')],
    ['vowel signs of Devanagari', named('राम'), named('रमा')],
    ['vowel signs of Thai', named('มานี'), named('มานะ')],
    ['the marks of kana', named('かとう'), named('がとう')],
    ['another script', named('Ivan'), named('Иван')],
    ['other characters', named('山田'), named('田中')],
  ])('keeps %s', (_, a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it.each([
    ['nothing', null],
    ['blanks', '  '],
    ['punctuation', '-- . --'],
    ['digits', '20794'],
    ['Arabic digits', '٢٠٧٩٤'],
    ['a phone number', '+44 20 7946 0123'],
    ['a phone number with a word', 'Caller 442079460123'],
    ['an e-mail address', 'jane@acme.example'],
    ['an e-mail address in brackets', '<jane@acme.example>'],
    ['a combining mark alone', '\u0301'],
    ['a picture', '🙂'],
  ])('takes no name from %s', (_, text) => {
    expect(nameKey(named(null, text))).toBeNull();
    expect(nameKey(named(text, null))).toBeNull();
    expect(nameKey(named('Jane', text))).toBe('jane');
  });

  it.each(['constructor', '__proto__'])('takes %s for a word like any other', (word) => {
    expect(nameTokens(named(word))).toEqual(words(word));
    expect(nameKey(named(word))).not.toBeNull();
  });

  it('copes with a very long name', () => {
    expect(nameTokens(named('a -'.repeat(50_000), `${'<'.repeat(50_000)} x`))).toHaveLength(50_001);
  });
});

describe('nameTokens', () => {
  it('are the words of the first name, then of the last name', () => {
    expect(nameTokens(named('Anne-Marie', 'van Ash'))).toEqual(['anne', 'marie', 'van', 'ash']);
  });

  it('are none for a contact without a name', () => {
    expect(nameTokens(named(null, null))).toEqual([]);
  });
});

describe('namesConflict', () => {
  function conflict(a: string, b: string): boolean {
    const [one, other] = [nameTokens(named(a)), nameTokens(named(b))];
    expect(namesConflict(other, one), 'the other way round').toBe(namesConflict(one, other));
    return namesConflict(one, other);
  }

  it.each([
    ['other names', 'Jane Doe', 'Robin Ash'],
    ['one name each', 'Jane', 'Robin'],
    ['an initial that begins neither name', 'J. Doe', 'Robin Ash'],
    ['only a particle in common', 'Jan van Dijk', 'Piet van Berg'],
    ['only a title in common', 'Dr. Jane Doe', 'Dr. Robin Ash'],
    ['only a number in common', 'Jane 2', 'Robin 2'],
    ['other Cyrillic names', 'Иван Берёзов', 'Пётр Ёлкин'],
    ['other Greek names', 'Νίκος Ελιάς', 'Μαρία Δάφνη'],
    ['other Arabic names', 'ليلى حداد', 'عمر نجار'],
    ['other Hebrew names', 'דוד אלון', 'רות ברוש'],
    ['other Chinese names', '王小明', '李大伟'],
    ['other Chinese names with one surname', '王小明', '王大伟'],
    ['other Devanagari names', 'राम', 'सीता'],
    ['other Thai names', 'มานี', 'ชูใจ'],
  ])('sees %s', (_, a, b) => {
    expect(conflict(a, b)).toBe(true);
  });

  it.each([
    ['the same name', 'Jane Doe', 'Doe, JANE'],
    ['a last name in common', 'Jane Doe', 'John Doe'],
    ['a first name in common', 'Jane Doe', 'Jane Ash'],
    ['an initial', 'J. Doe', 'Jane Ash'],
    ['one name missing', 'Jane Doe', ''],
    ['a phone number for a name', 'Jane Doe', '+44 20 7946 0123'],
    ['Latin and Cyrillic letters', 'Ivan Berezov', 'Пётр Ёлкин'],
    ['Latin letters and Chinese characters', 'Jane Doe', '王小明'],
    ['Cyrillic and Greek letters', 'Иван', 'Νίκος'],
    ['kanji and kana', '山田太郎', 'やまだたろう'],
    ['both scripts in one name', 'Ivan Иван', 'Иван'],
    ['a name written without a blank', '山田太郎', '太郎 山田'],
    ['a surname alone', '王', '王小明'],
    ['nothing but particles', 'Van', 'Van'],
  ])('sees none in %s', (_, a, b) => {
    expect(conflict(a, b)).toBe(false);
  });
});
