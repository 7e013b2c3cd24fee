/** What the SDK's stand-in in the widget's frame says to the page of the local Desk. */
export interface SdkCall {
  readonly localDesk: 'call';
  readonly id: number;
  readonly method: 'onload' | 'get' | 'request';
  readonly argument: unknown;
}

/** What the page answers, and what it tells unasked. */
export type DeskMessage =
  | { readonly localDesk: 'answer'; readonly id: number; readonly resolved: boolean; readonly value: unknown }
  | { readonly localDesk: 'event'; readonly name: string; readonly data: unknown };
