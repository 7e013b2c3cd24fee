import type { GroupById, QueryParameters } from './group-reference';

/** Why what the agent typed names no group. */
export type ReferenceProblem =
  | 'idMissing'
  | 'idMalformed'
  | 'idReserved'
  | 'parametersMalformed'
  | 'pageMalformed';

/** Stands on the same path as the ids, but names the portal's default match field. */
export const reservedWord = 'defaultFieldName';

const idPattern = /^[A-Za-z0-9_-]{1,100}$/;

/**
 * Reads what an agent typed or pasted: an id, or a Desk address that holds one, and parameters as a query
 * string. The parameters of a pasted address count where none were typed.
 */
export function readGroupReference(
  typedId: string,
  typedParameters: string,
): { reference: GroupById } | { problem: ReferenceProblem } {
  const pasted = typedId.trim();
  if (!pasted) return { problem: 'idMissing' };
  const address = readPasted(pasted);
  if (address.id === reservedWord) return { problem: 'idReserved' };
  if (!idPattern.test(address.id)) return { problem: 'idMalformed' };

  const parameters = readParameters(typedParameters.trim() || address.query);
  if (!parameters) return { problem: 'parametersMalformed' };
  if (parameters.page !== undefined && !/^[1-9]\d{0,5}$/.test(parameters.page))
    return { problem: 'pageMalformed' };
  return { reference: { by: 'id', duplicateId: address.id, parameters } };
}

/**
 * An id by itself or with a query, the API's own path, or an address. Anything else is taken as it stands: `1/2` and
 * `../contacts` hold no id, whatever their parts look like.
 */
function readPasted(pasted: string): { id: string; query: string } {
  if (/^https?:\/\//i.test(pasted) || /^\/?(?:api\/v1\/)?contactsDeduplication\//i.test(pasted))
    return readAddress(pasted);
  const [id = '', query = ''] = pasted.split('?', 2);
  return { id, query };
}

/**
 * The id in a pasted address. How Desk's Deduplication pages are addressed is not documented, so the API's
 * own path is looked for first, then a named parameter, then the last part that has a digit, of the path before the query.
 */
function readAddress(address: string): { id: string; query: string } {
  const [, apiId, query = ''] = /contactsDeduplication\/([^/?#]+)\/?(?:\?([^#]*))?/i.exec(address) ?? [];
  if (apiId) return { id: decode(apiId), query };
  const [, named] = /[?&#](?:duplicateId|groupId|id)=([^&#]+)/i.exec(address) ?? [];
  if (named) return { id: decode(named), query: '' };
  const rest = address.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const path = rest.replace(/\?[^#]*/g, '');
  return { id: decode(lastWithDigit(path) ?? lastWithDigit(rest) ?? ''), query: '' };
}

function lastWithDigit(address: string): string | undefined {
  const parts = address.split(/[/?#&=]/).reverse();
  return parts.find((part) => /\d/.test(part) && !/^v\d$/.test(part));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % in a pasted address: the pattern check then refuses it
  }
}

/** `limit=50&sortBy=-createdTime` as a record, or `null` where a part has no name or no equals sign. */
function readParameters(query: string): QueryParameters | null {
  const text = query.replace(/^\?/, '');
  if (!text) return {};
  if (text.split('&').some((part) => !/^[^=\s]+=/.test(part.trim()))) return null;
  const entries = [...new URLSearchParams(text)].map(([name, value]) => [name.trim(), value.trim()] as const);
  // The portal is always the one the agent works in: an orgId pasted along could only contradict it.
  return Object.fromEntries(entries.filter(([name]) => name !== 'orgId'));
}
