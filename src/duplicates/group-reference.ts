/** The fields Desk can match contacts by (zoho/zohodesk-oas, ContactDeduplication.json). */
export const matchFields = [
  'firstName',
  'lastName',
  'fullName',
  'email',
  'secondaryEmail',
  'bothEmail',
  'phone',
] as const;
export type MatchField = (typeof matchFields)[number];

/** Which duplicate group is meant: by the id Desk gave it, or by a value that its contacts share. */
export type GroupReference =
  | { readonly by: 'id'; readonly duplicateId: string; readonly parameters: QueryParameters }
  | { readonly by: 'field'; readonly fieldName: MatchField; readonly fieldValue: string };

export type GroupById = GroupReference & { readonly by: 'id' };

/** Two references with one key mean the same group, read the same way. */
export function referenceKey(reference: GroupReference): string {
  return reference.by === 'field'
    ? `opened ${reference.fieldName}:${reference.fieldValue.toLowerCase()}`
    : `id:${reference.duplicateId}?${new URLSearchParams(reference.parameters)}`;
}

/** Query parameters that the agent added (`p`), by name. */
export type QueryParameters = Readonly<Record<string, string>>;
