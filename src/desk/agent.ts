import { isRecord } from '../base/json';
import type { Agent } from '../duplicates/decision';
import type { Desk } from './desk';
import { readId, readText } from './parse-contact';

/**
 * The agent who uses the panel; `null` where Desk does not say. Keys of `user`:
 * https://www.zoho.com/desk/extensions/guide/global-methods.html
 */
export async function readAgent({ getProperty }: Pick<Desk, 'getProperty'>): Promise<Agent | null> {
  const user = await getProperty('user');
  if (!isRecord(user)) return null;
  const id = readId(user.id);
  const name = readText(user.fullName) ?? readText(user.email);
  return id && name ? { id, name: cutName(name) } : null;
}

/** In characters: a longer name would leave no room for the rest of a decision. */
const longestName = 100;

function cutName(name: string): string {
  const characters = [...name.slice(0, 2 * longestName + 1)];
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : name;
}
