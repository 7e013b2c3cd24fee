import { type ApiAnswer, type ApiRequest, found, problems, Refusal } from './api-answer';
import { answerAccountContacts, answerContact, answerContactsByIds, answerStatistics } from './api-contacts';
import { answerDuplicateValues, answerGroupById, answerGroups } from './api-groups';
import type { SamplePortal } from './portal';

/** What Desk answers to a call, over the sample portal. Strict: it refuses what Desk refuses. */
export function answerApi(portal: SamplePortal, request: ApiRequest): ApiAnswer {
  if (request.method !== 'GET') return problems.methodNotAllowed;
  try {
    return route(portal, request);
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.answer;
    throw refusal;
  }
}

function route(portal: SamplePortal, request: ApiRequest): ApiAnswer {
  const [resource = '', id, more, ...rest] = request.path.split('/').slice(1).map(decodeURIComponent);
  if (rest.length) return problems.notFound;
  switch (resource) {
    case 'groupContacts':
      return id === undefined ? answerGroups(portal, request) : problems.notFound;
    case 'groupContactDuplicateValues':
      return id === undefined ? answerDuplicateValues(portal, request) : problems.notFound;
    case 'contactsDeduplication': {
      if (more !== undefined) return problems.notFound;
      if (id === 'defaultFieldName') return found({ fieldName: portal.defaultMatchField });
      const group = portal.groups.find(({ duplicateId }) => duplicateId === id);
      return group ? answerGroupById(portal, group, request) : problems.notFound;
    }
    case 'accounts':
      return id && more === 'contacts' ? answerAccountContacts(portal, id, request) : problems.notFound;
    case 'contacts':
      if (!id) return problems.notFound;
      if (more === 'statistics') return answerStatistics(portal, id);
      if (more !== undefined) return problems.notFound;
      return id === 'contactsByIds'
        ? answerContactsByIds(portal, request)
        : answerContact(portal, id, request);
    default:
      return problems.notFound;
  }
}
