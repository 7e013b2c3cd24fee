/**
 * What this extension uses of Zoho's client SDK: desk-ext-types with its errors mended. There, `responseType` is
 * required (with it, Desk answers in another envelope), and every result is `any`; here it is unknown until parsed.
 */
export interface ZohoDesk {
  readonly extension: { onload(): Promise<unknown> };
  get(property: string, options?: object): Promise<unknown>;
  /** Writes into the extension's own storage, the only thing that this extension ever writes. */
  set(property: 'database', value: object): Promise<unknown>;
  /** Removes from the extension's own storage. */
  delete(property: 'database', options: object): Promise<unknown>;
  request(options: ReadRequest): Promise<unknown>;
}

/** A request of Desk's bridge. Reading is all that this extension does, so no other type exists here. */
export type ReadRequest = Pick<
  RequestOptions,
  'url' | 'headers' | 'data' | 'connectionLinkName' | 'postBody'
> & {
  readonly type: 'GET';
};

declare global {
  interface ZOHODESK {
    request(options: ReadRequest): Promise<unknown>;
  }
}
