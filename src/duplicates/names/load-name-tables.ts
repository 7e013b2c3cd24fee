import { fold } from '../words';
import { chineseFamilyNames, koreanFamilyNames, otherFamilyNames } from './family-names';
import { givenNameForms, moreGivenNames } from './given-names';
import type { NamePart, NameTables, Romanization } from './name-tables';
import { type Script, scriptOf } from './name-word';
import { arabicPattern, hebrewPattern, thaiPattern } from './romanize-abjads';
import {
  romanizeArmenian,
  romanizeCyrillic,
  romanizeGeorgian,
  romanizeGreek,
  romanizeHangul,
  romanizeIndic,
  romanizeKana,
} from './romanize-alphabets';
import { hanKey, romanizeHan, splitHan } from './romanize-han';

/**
 * The large tables: nicknames, romanizations, surnames that are spelled in several ways. Import this module on demand,
 * never statically.
 */
export const nameTables: NameTables = createNameTables();

function createNameTables(): NameTables {
  const given = groupsByWord(Object.values(givenNameForms).flatMap((names) => names.trim().split('\n')));
  const known = new Set([...given.keys(), ...moreGivenNames.trim().split(/\s+/)]);
  const family = groupsByWord([
    ...Object.values(chineseFamilyNames),
    ...Object.values(koreanFamilyNames),
    ...otherFamilyNames.split(','),
  ]);
  return {
    areSameGivenName: (a, b) =>
      haveCommon(given, latinOf(a, 'given'), latinOf(b, 'given')) || areSameHan(a, b),
    isGivenName: (word) => known.has(word),
    areSameFamilyName: (a, b) => haveCommon(family, [a], [b]) || areSameHan(a, b),
    romanize,
    splitUnspacedName,
  };
}

/** In Cyrillic and Greek a nickname is found by its spelling in Latin letters: Саша. */
function latinOf(word: string, part: NamePart): readonly string[] {
  if (scriptOf(word) === 'Latin') return [word];
  const romanization = ['Cyrillic', 'Greek'].includes(scriptOf(word)) ? romanize(word, part) : null;
  return romanization?.kind === 'spellings' ? romanization.spellings : [];
}

function areSameHan(a: string, b: string): boolean {
  return scriptOf(a) === 'Han' && scriptOf(b) === 'Han' && hanKey(a) === hanKey(b);
}

/** The numbers of the lines that hold a word. */
function groupsByWord(lines: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const groups = new Map<string, Set<number>>();
  for (const [number, line] of lines.entries()) {
    for (const word of line.trim().split(' ')) {
      const group = groups.get(word) ?? new Set();
      groups.set(word, group.add(number));
    }
  }
  return groups;
}

function haveCommon(
  groups: ReadonlyMap<string, ReadonlySet<number>>,
  a: readonly string[],
  b: readonly string[],
): boolean {
  const own = a.flatMap((word) => [...(groups.get(word) ?? [])]);
  return b.some((word) => own.some((number) => groups.get(word)?.has(number)));
}

function splitUnspacedName(word: string): readonly [string, string] | null {
  const script = scriptOf(word);
  if (script === 'Han') return splitHan(word);
  if (script !== 'Hangul' || word.length < 2) return null;
  const isDouble = word.length > 3 && word.slice(0, 2) in koreanFamilyNames;
  return isDouble ? [word.slice(0, 2), word.slice(2)] : [word.slice(0, 1), word.slice(1)];
}

function romanize(word: string, part: NamePart): Romanization | null {
  const script = scriptOf(word);
  switch (script) {
    case 'Arabic':
      return pattern(arabicPattern(word));
    case 'Hebrew':
      return pattern(hebrewPattern(word));
    case 'Thai':
      return pattern(thaiPattern(word));
    default: {
      const spellings = spellingsOf(word, script, part).map(fold);
      return spellings.length ? { kind: 'spellings', spellings } : null;
    }
  }
}

function pattern(fits: ((latin: string) => boolean) | null): Romanization | null {
  return fits && { kind: 'pattern', fits };
}

function spellingsOf(word: string, script: Script, part: NamePart): readonly string[] {
  switch (script) {
    case 'Cyrillic':
      return romanizeCyrillic(word);
    case 'Greek':
      return romanizeGreek(word);
    case 'Georgian':
      return romanizeGeorgian(word);
    case 'Armenian':
      return romanizeArmenian(word);
    case 'Hiragana':
    case 'Katakana':
      return romanizeKana(word);
    case 'Hangul':
      return [
        ...(part === 'family' ? (koreanFamilyNames[word]?.split(' ') ?? []) : []),
        ...romanizeHangul(word),
      ];
    case 'Han':
      return romanizeHan(word, part);
    case 'Latin':
      return [word];
    case 'Other':
    case 'Arabic':
    case 'Hebrew':
    case 'Thai':
      return [];
    default:
      return romanizeIndic(word);
  }
}
