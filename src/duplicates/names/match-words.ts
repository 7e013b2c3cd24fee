import { compareWords, type WordRelation, type WordRole, wordRelations } from './compare-words';
import type { NameTables } from './name-tables';
import { isInitial, joinWords, type NameWord } from './name-word';

export interface WordPair {
  readonly a: NameWord;
  readonly b: NameWord;
  readonly relation: WordRelation;
  /** Whether words that stand apart on one side are one on the other. */
  readonly isJoined: boolean;
}

/** Which words of two names go together, and which have no partner. */
export interface WordMatch {
  /** In the order of `a`. */
  readonly pairs: readonly WordPair[];
  readonly unmatchedA: readonly NameWord[];
  readonly unmatchedB: readonly NameWord[];
  /** Whether the words stand in another order on one side. */
  readonly isReordered: boolean;
}

/** Pairs words that go together, the closest first. */
export function matchWords(
  a: readonly NameWord[],
  b: readonly NameWord[],
  role: WordRole,
  tables: NameTables | null,
): WordMatch {
  const [own, other] = joinRuns(a, b);
  const found = own.flatMap((word, i) =>
    other.flatMap((twin, j) => {
      const relation = compareWords(word, twin, role, tables);
      return relation ? [{ i, j, rank: wordRelations.indexOf(relation), relation }] : [];
    }),
  );
  found.sort((x, y) => x.rank - y.rank || Math.abs(x.i - x.j) - Math.abs(y.i - y.j) || x.i + x.j - y.i - y.j);
  const partners = new Map<number, { j: number; relation: WordRelation }>();
  const taken = new Set<number>();
  for (const { i, j, relation } of found) {
    if (partners.has(i) || taken.has(j)) continue;
    partners.set(i, { j, relation });
    taken.add(j);
  }
  const places = own.flatMap((word, i) => {
    const partner = partners.get(i);
    const twin = partner && other[partner.j];
    return partner && twin ? [{ word, twin, ...partner }] : [];
  });
  return {
    pairs: places.map(({ word, twin, relation }) => ({
      a: word,
      b: twin,
      relation,
      isJoined: !a.includes(word) || !b.includes(twin),
    })),
    unmatchedA: own.filter((_, i) => !partners.has(i)),
    unmatchedB: other.filter((_, j) => !taken.has(j)),
    isReordered: places.some(({ j }, index) => index > 0 && j < (places[index - 1]?.j ?? 0)),
  };
}

/** Longer runs of words than `van der Berg` are written together by nobody. */
const longestRun = 4;

/** Both names, with words that are one on the other side joined: `van der Berg` and `Vanderberg`. */
function joinRuns(
  a: readonly NameWord[],
  b: readonly NameWord[],
): [readonly NameWord[], readonly NameWord[]] {
  const own = joinLike(a, b);
  return [own, joinLike(b, own)];
}

function joinLike(words: readonly NameWord[], models: readonly NameWord[]): readonly NameWord[] {
  for (let start = 0; start < words.length - 1; start++) {
    for (let end = Math.min(words.length, start + longestRun); end > start + 1; end--) {
      const run = words.slice(start, end);
      if (run.every(isInitial)) continue;
      const whole = joinWords(run);
      const isLike = run.some(isInitial) ? isSameUpToDigraphs : isSpelledLike;
      if (!models.some((model) => isLike(whole, model))) continue;
      return [...words.slice(0, start), whole, ...joinLike(words.slice(end), models)];
    }
  }
  return words;
}

function isSpelledLike(a: NameWord, b: NameWord): boolean {
  const isAsLong = Math.abs(a.plain.length - b.plain.length) < 4;
  return isSameUpToDigraphs(a, b) || (isAsLong && a.plain.length > 4 && a.sound() === b.sound());
}

/** Equal, with the digraph for a letter or without. */
export function isSameUpToDigraphs(a: NameWord, b: NameWord): boolean {
  const own = [a.plain, a.digraph];
  return own.includes(b.plain) || own.includes(b.digraph);
}
