/** The calls that a portal may be asked: those of `src/desk/endpoints`, which a test compares with this list. */
const widgetCalls: readonly RegExp[] = [
  /^\/groupContacts$/,
  /^\/groupContactDuplicateValues$/,
  /^\/contactsDeduplication\/[A-Za-z0-9_-]{1,100}$/,
  /^\/contacts\/\d{1,19}$/,
  /^\/contacts\/\d{1,19}\/statistics$/,
  /^\/accounts\/\d{1,19}\/contacts$/,
];

/** What only the probe asks, to know what it tells. */
const probeCalls: readonly RegExp[] = [...widgetCalls, /^\/contacts\/contactsByIds$/];

/** Whether a path of the REST API, without `/api/v1`, may be read. */
export function isAllowed(path: string, caller: 'widget' | 'probe'): boolean {
  return (caller === 'probe' ? probeCalls : widgetCalls).some((pattern) => pattern.test(path));
}
