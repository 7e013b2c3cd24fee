import type { Result } from '../base/result';

/** From so many contacts on, Desk emails a report in place of some answers. */
export const largePortalContacts = 100_000;

/**
 * Everything that can go wrong between the panel and Desk. Each kind has its own words and next step in the
 * interface (`src/ui/problems/failure.tsx`). Codes and statuses: zoho/zohodesk-oas, Common.json.
 */
export type DeskError =
  /** The connection exists, but this agent has not authorized it; `resumeUrl` is where that is done (seen in public extensions). */
  | { readonly kind: 'notAuthorized'; readonly resumeUrl: string | null }
  /** 401: Desk no longer accepts what the connection signs in with. */
  | { readonly kind: 'signInRefused' }
  /** 403 SCOPE_MISMATCH. */
  | { readonly kind: 'scopeMissing' }
  /** 403 for any other reason: the agent's profile may not read contacts. */
  | { readonly kind: 'forbidden' }
  /** 403 OAUTH_ORG_MISMATCH: the connection belongs to another portal. */
  | { readonly kind: 'wrongPortal' }
  /** 403 LICENSE_ACCESS_LIMITED. */
  | { readonly kind: 'notInEdition' }
  /** 404 for the group that was asked for, or a portal without that call: the code cannot tell. */
  | { readonly kind: 'unknownGroup' }
  /** 404 for anything else. */
  | { readonly kind: 'notFound' }
  /** 400, 405, 413, 415, 422; `fields` are the ones that Desk names. */
  | { readonly kind: 'invalidRequest'; readonly fields: readonly string[] }
  /** 429 TOO_MANY_REQUESTS: too many at once. */
  | { readonly kind: 'rateLimited'; readonly retryAfterSeconds: number | null }
  /** 429 THRESHOLD_EXCEEDED: the portal's daily API credits are used up until midnight at its data center. */
  | { readonly kind: 'creditsExhausted' }
  /** Desk's own limit for calls through extensions (the text 'Invoke URL API Execution Limit reached', seen in public extensions). */
  | { readonly kind: 'executionLimit' }
  /** 202: a portal of `largePortalContacts` and more gets a report by email instead of an answer. */
  | { readonly kind: 'largePortal' }
  | { readonly kind: 'offline' }
  /** 5xx. */
  | { readonly kind: 'unavailable'; readonly status: number | null }
  /** HTML, garbage, or JSON of a shape nobody expects. */
  | { readonly kind: 'unreadable' }
  /** The address is not in the manifest's whiteListedDomains: 'Invalid Path', or words that name it (both seen in public code). */
  | { readonly kind: 'blockedByManifest' }
  /** Desk did not say at which data center the portal lives. */
  | { readonly kind: 'unknownDataCenter' }
  /** No answer within the time limit. */
  | { readonly kind: 'timeout' }
  /** 'Storage not enabled in plugin-manifest.json.' (https://www.zoho.com/desk/extensions/guide/data-storage.html). */
  | { readonly kind: 'storageOff' }
  /** More calls of the extension's storage than Desk takes in a minute; its words for that are not documented. */
  | { readonly kind: 'storageBusy' }
  /** The storage refused for another reason, such as being full; `detail` is the raw text, for the diagnostics view. */
  | { readonly kind: 'storageRefused'; readonly detail: string }
  /** The caller no longer wants the answer. Never shown. */
  | { readonly kind: 'canceled' }
  /** None of the above; `detail` is the raw text, for the diagnostics view alone. */
  | { readonly kind: 'unknown'; readonly detail: string };

/** What a call of Desk gives. */
export type DeskResult<Value> = Result<Value, DeskError>;

/** Whether the same call, sent again in a moment by itself, may well succeed. */
export function passesByItself(error: DeskError): boolean {
  return error.kind === 'unavailable' || error.kind === 'timeout' || error.kind === 'rateLimited';
}
