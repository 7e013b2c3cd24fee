/*
 * The messages between Desk's page and the frame of a widget, as public copies of Zoho's SDK and Desk's own web client
 * show them. All of them are structured clones.
 */

/** From the widget's SDK to Desk's page. */
export type WidgetMessage = Signed &
  (
    | { readonly type: '__REGISTER__' }
    | { readonly type: '__DEREGISTER__' }
    | { readonly type: '__EVENT_BIND__'; readonly eventName: string; readonly count: number }
    | (Asked & {
        readonly type: '__EVENT__';
        readonly eventName: '__HTTP__' | '__INVOKE_MODAL__';
        readonly options: unknown;
      })
    | (Asked & { readonly type: '__EVENT__'; readonly eventName: 'DESK_EVENT'; readonly data: DeskEvent })
  );

/** What says whose message it is: Desk drops those of anybody else without a word. */
interface Signed {
  readonly uniqueID: string;
  readonly widgetID: string;
  /** Scheme, host and path of the widget's address. */
  readonly widgetOrigin: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

interface Asked {
  readonly isPromise: true;
  readonly promiseID: string;
}

/** A call of `ZOHODESK`. The real SDK sends more types, such as ROUTE_TO. */
export interface DeskEvent {
  readonly type: 'GET_DATA' | 'SET_DATA' | 'DELETE_DATA';
  readonly property: string;
  readonly value: unknown;
}

/** From Desk's page to the widget's SDK. */
export type HostMessage =
  | {
      readonly type: '__REGISTER__';
      readonly uniqueID: string;
      readonly data: WidgetData;
      readonly __time__: number;
    }
  | { readonly type: '__EVENT__'; readonly eventName: string; readonly data: unknown }
  | {
      readonly type: '__EVENT_RESPONSE__';
      readonly promiseID: string;
      readonly eventName: string;
      readonly isSuccess: boolean;
      readonly data: unknown;
      readonly time: number;
    };

/** What Desk tells a widget of itself: the App, but for its `instance`. */
export type WidgetData = Readonly<Record<string, unknown>> & { readonly uniqueID: string };

/** The part of a window that messages are sent to. */
export interface MessageTarget {
  postMessage(message: unknown, targetOrigin: string): void;
}
