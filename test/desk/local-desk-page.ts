import type { ReadRequest } from '../../src/desk/zohodesk';
import type { StorageRequest, StoredRow } from './storage';

/** What the page of the local Desk offers to tests and to the console, as `window.localDesk`. */
export interface LocalDeskPage {
  /** Every request that the widget made. */
  readonly requests: readonly ReadRequest[];
  /** Tells the widget an event of Desk's, where it has bound that. */
  emit(name: string, data: unknown): void;
  /** Registers the widget once more, as Desk does on each load of the frame. */
  registerAgain(): Promise<void>;
  /** Opens another contact in place, as a click in the list does; in ticket locations, a ticket of that contact. */
  openContact(id: string): void;
  /** Changes fields of a contact in the sample portal; a reload undoes it. */
  editContact(id: string, fields: Readonly<Record<string, unknown>>): void;
  /** The extension's storage, by key, as it is when this is asked for. */
  readonly rows: ReadonlyMap<string, StoredRow>;
  /** Every request to the storage, since the page was loaded. */
  readonly storageCalls: readonly StorageRequest[];
  /** Puts a row into the storage unchecked, as another version of the extension may have left it there. */
  putRow(row: StoredRow): void;
}
