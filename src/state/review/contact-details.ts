import { computed, type ReadonlySignal } from '@preact/signals';
import { readContacts } from '../../desk/endpoints/contact';
import type { ReadApi } from '../../desk/read-api';
import type { ContactId } from '../../duplicates/contact';
import type { ContactVersions } from '../contact-versions';
import { createOnRequest, type OnRequest } from './on-request';

/** How many contacts' details one click reads, each of which costs a call. */
const maxDetailedContacts = 20;

interface ContactDetailsOptions {
  readonly readApi: ReadApi;
  readonly versions: ContactVersions;
  /** Whose details are wanted. */
  readonly contactIds: ReadonlySignal<readonly ContactId[]>;
}

/** The fields that lists leave out: only a contact's single record has them. */
export function createContactDetails({ readApi, versions, contactIds }: ContactDetailsOptions): OnRequest {
  const details = createOnRequest({
    contactIds: computed(() => contactIds.value.slice(0, maxDetailedContacts)),
    known: versions.records,
    async load(ids, options) {
      const read = await readContacts(readApi, ids, options);
      if (options.signal.aborted) return null;
      if (!read.ok) return read.error;
      versions.addRecords(read.value);
      return null;
    },
  });
  return {
    ...details,
    refresh(bypassCache) {
      details.refresh(bypassCache);
      versions.forgetRecords();
    },
  };
}
