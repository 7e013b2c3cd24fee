/** Which part of a name a word is. */
export type NamePart = 'given' | 'family';

/** What the large tables know of names. Without them names are compared by their letters. */
export interface NameTables {
  /** Whether two given names are the same, such as `bill` and `william`, or `yusuf` and `joseph`. */
  readonly areSameGivenName: (a: string, b: string) => boolean;
  /** Whether this is a known given name: two of these differ, however similar, unless the tables join them. */
  readonly isGivenName: (word: string) => boolean;
  /** Whether two surnames are the same in two romanizations, such as `chan` and `chen`. */
  readonly areSameFamilyName: (a: string, b: string) => boolean;
  /** How a word of another script is written in Latin letters; `null` where that is not known. */
  readonly romanize: (word: string, part: NamePart) => Romanization | null;
  /** The parts of a name that Han or Hangul write as one word, the surname first: `山田`, `太郎`. */
  readonly splitUnspacedName: (word: string) => readonly [family: string, given: string] | null;
}

export type Romanization =
  /** In one of these spellings. */
  | { readonly kind: 'spellings'; readonly spellings: readonly string[] }
  /** By what fits: a script that leaves vowels out. */
  | { readonly kind: 'pattern'; readonly fits: (latin: string) => boolean };
