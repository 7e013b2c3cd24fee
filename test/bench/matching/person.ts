/** What records are written of. */
export interface Person {
  readonly id: number;
  readonly culture: string;
  readonly country: string;
  readonly nickname: string | null;
  readonly middleName: string;
  readonly otherSurname: string;
  readonly native: { readonly first: string; readonly last: string } | null;
  readonly privateEmail: string;
  /** One phone number in the ways in which people write it. */
  readonly phoneSpellings: readonly string[];
  /** A second number. */
  readonly otherPhone: string | null;
  readonly record: RecordValues;
}

/** What a record says of its person. */
export interface RecordValues {
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly accountId: string | null;
}
