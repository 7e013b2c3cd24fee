import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../../src/duplicates/names/edit-distance';
import { otherFamilyNames } from '../../../../src/duplicates/names/family-names';
import { givenNameForms, moreGivenNames } from '../../../../src/duplicates/names/given-names';
import { nameTables } from '../../../../src/duplicates/names/load-name-tables';
import { parseName } from '../../../../src/duplicates/names/parse-name';
import * as partsOfNames from '../../../../src/duplicates/names/parts-of-names';
import { repairText } from '../../../../src/duplicates/names/repair-text';
import { fold, words as parted } from '../../../../src/duplicates/words';

describe('editDistance', () => {
  it.each([
    ['john', 'john', 0],
    ['jon', 'john', 1],
    ['jhon', 'john', 1],
    ['jane', 'jann', 1],
    ['jane', 'joan', 2],
    ['jane', 'robin', 3],
    ['', 'ab', 2],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });
});

describe('repairText', () => {
  it.each([
    ['JosÃ© MarÃ­a', 'José María'],
    ['MÃ¼ller', 'Müller'],
    ['Å\u0081ukasz', 'Łukasz'],
    ['=?utf-8?q?Jos=C3=A9_Mar=C3=ADa?=', 'José María'],
    ['=?UTF-8?B?Sm9zw6k=?=', 'José'],
    ['Jos&#233;', 'José'],
    ['Jos&eacute;', 'Jose'],
    ['Strau&szlig;', 'Strauß'],
    ['Jos?', 'Josʔ'],
    ['M\ufffdller', 'Mʔller'],
  ])('mends %s', (broken, meant) => {
    expect(repairText(broken)).toBe(meant);
  });

  it.each(['José', 'Ã', 'Tom & Jerry', 'who?', 'Âge', '=?x?b?%%%?=', '山田'])(
    'leaves %s as it is',
    (text) => {
      expect(repairText(text).replace('ʔ', '?')).toBe(text);
    },
  );
});

describe('parseName', () => {
  it.each([
    ['Dr. Jane|Doe, PhD', ['Jane'], ['Doe']],
    ['Berg, Jan', ['Jan'], ['Berg']],
    ['Jan van den Berg', ['Jan'], ['van', 'den', 'Berg']],
    ['Kim Min-jun', ['Min', 'jun'], ['Kim']],
    ['Jack|Ma', ['Jack'], ['Ma']],
    ['JP|Morgan', ['J', 'P'], ['Morgan']],
    ['Martin|King Jr.', ['Martin'], ['King']],
    ['κος Νίκος|Παπαδόπουλος', ['Νίκος'], ['Παπαδόπουλος']],
  ])('reads %s', (text, given, family) => {
    const [first = '', last] = text.split('|');
    const name = parseName(
      last === undefined ? { firstName: null, lastName: first } : { firstName: first, lastName: last },
    );
    const [reading] = name.kind === 'person' ? name.readings : [];
    expect(reading?.given.map((word) => word.written)).toEqual(given);
    expect(reading?.family.map((word) => word.written)).toEqual(family);
  });
});

describe('the tables', () => {
  it('hold names as they are compared, each once in its line', () => {
    for (const lines of Object.values(givenNameForms)) {
      for (const line of lines.trim().split('\n')) {
        const words = line.trim().split(' ');
        expect(words.length, line).toBeGreaterThan(1);
        expect(new Set(words).size, line).toBe(words.length);
        expect(words.map(fold), line).toEqual(words);
      }
    }
    const surnames = otherFamilyNames.split(/[ ,]/);
    const sets = Object.values(partsOfNames).flatMap((part) => (part instanceof Set ? [...part] : []));
    for (const word of [...surnames, ...sets]) expect(parted(fold(word)), word).toEqual([word]);
    const more = moreGivenNames.trim().split(/\s+/);
    expect(more).toEqual([...new Set(more)].sort());
  });

  it.each([
    ['Щербакова', 'shcherbakova'],
    ['Παπαδόπουλος', 'papadopulos'],
    ['გიორგი', 'giorgi'],
    ['けんじ', 'kenji'],
    ['しょうこ', 'shoko'],
    ['민준', 'minjun'],
    ['प्रिया', 'priya'],
    ['小明', 'xiaoming'],
  ])('write %s as %s', (word, latin) => {
    const romanization = nameTables.romanize(fold(word), 'given');
    expect(romanization?.kind === 'spellings' && romanization.spellings).toContain(latin);
  });

  it.each([
    ['محمد', 'mohammed', 'mahmoud'],
    ['حسين', 'hussein', 'hassan'],
    ['יוסף', 'yosef', 'yonatan'],
    ['สมชาย', 'somchai', 'somsak'],
    ['อำนวย', 'amnuay', 'anuay'],
  ])('read %s as %s and not as %s', (word, right, wrong) => {
    const romanization = nameTables.romanize(fold(word), 'given');
    const fits = romanization?.kind === 'pattern' ? romanization.fits : () => false;
    expect([fits(right), fits(wrong)]).toEqual([true, false]);
  });
});
