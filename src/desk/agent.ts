import { isRecord } from '../base/json';
import { type Agent, longestAgentName } from '../duplicates/decision';
import type { Desk } from './desk';
import { readId, readText } from './read-value';

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

function cutName(name: string): string {
  const characters = [...name.slice(0, 2 * longestAgentName + 1)];
  return characters.length > longestAgentName
    ? `${characters.slice(0, longestAgentName - 1).join('')}…`
    : name;
}
