import type { FuzzyMatcher } from './fuzzy-matcher';
import type { ToE164 } from './phones/parse-phone';

/** What loads on demand and makes evidence better. Each is `null` until it has loaded, and everything works without it. */
export interface Matchers {
  readonly toE164: ToE164 | null;
  readonly fuzzy: FuzzyMatcher | null;
}
