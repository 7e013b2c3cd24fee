import { type Candidate, createWeigher, type FoundGroup } from '../src/duplicates/candidates';
import type { Contact } from '../src/duplicates/contact';
import type { FuzzyMatcher } from '../src/duplicates/fuzzy-matcher';
import type { ToE164 } from '../src/duplicates/phones/parse-phone';
import { createEvidenceSource, type Evidence } from '../src/duplicates/reasons';

/** The candidates of an open contact in these groups, once and for all: see `Weigher`. */
export function createCandidates(
  open: Contact | null,
  groups: readonly FoundGroup[],
  toE164: ToE164 | null,
  sortLast?: ReadonlySet<string>,
): readonly Candidate[] {
  return createWeigher(open, { toE164, fuzzy: null }).weigh(groups, sortLast);
}

/** The evidence by these contacts, all that were found. */
export function createEvidence(
  open: Contact,
  among: readonly Contact[],
  toE164: ToE164 | null,
  fuzzy: FuzzyMatcher | null = null,
): (candidate: Contact) => Evidence {
  const source = createEvidenceSource(open, { toE164, fuzzy });
  const others = new Map(among.map((contact) => [contact.id, contact]));
  others.delete(open.id);
  source.count([...others.values()].map(source.compare));
  return (candidate) => source.compare(candidate).evidence();
}
