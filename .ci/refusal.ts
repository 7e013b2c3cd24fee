/** What a script does not go on with, in words for whoever ran it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
