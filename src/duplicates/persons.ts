import { fullName } from './contact';
import { mailboxOf } from './emails';
import type { Features } from './features';
import type { NameComparison } from './names/name-comparison';
import type { ParsedName } from './names/parse-name';

/** Counts how many people the records that hold a value are of. The order in which they are added makes no difference. */
export interface PersonCounter {
  add(holder: Features): void;
  count(): number;
}

/** More names on one address or number than this are those of many people, and need no comparison. */
const mostNames = 30;

/**
 * The people behind an email address or a phone number: records whose names may be those of one person are one, records
 * without a name are one each.
 */
export function countByName(compare: (a: ParsedName, b: ParsedName) => NameComparison): PersonCounter {
  const names = new Map<string, Features>();
  const groups = createGroups();
  let nameless = 0;

  function mayBeOne(a: Features, b: Features): boolean {
    return (
      a.name !== null && b.name !== null && !['unknown', 'conflict'].includes(compare(a.name, b.name).verdict)
    );
  }

  return {
    count: () => nameless + (names.size > mostNames ? names.size : groups.count()),
    add(holder) {
      const { firstName, lastName } = holder.contact;
      const key = fullName(holder.contact) && `${firstName ?? ''}|${lastName ?? ''}`;
      if (key === null) nameless++;
      if (key === null || names.has(key)) return;
      const others = names.size < mostNames ? [...names] : [];
      groups.join([key, ...others.flatMap(([name, other]) => (mayBeOne(holder, other) ? [name] : []))]);
      names.set(key, holder);
    },
  };
}

/** The people of one name: records that share an address, a mailbox, a number or an account are one. */
export function countByValues(): PersonCounter {
  const groups = createGroups();
  let records = 0;
  return {
    count: groups.count,
    add(holder) {
      records++;
      groups.join([`record ${records}`, ...linksOf(holder)]);
    },
  };
}

/** Mailboxes and numbers of fewer characters are too common to be one person's. */
const shortestMailbox = 5;
const shortestNumber = 7;

function linksOf({ addresses: byKey, numbers, account }: Features): string[] {
  const addresses = [...byKey.keys()];
  const mailboxes = addresses.map(mailboxOf);
  const digits = numbers.map((number) => number.digits.slice(-shortestNumber));
  return [
    ...addresses.map((address) => `address ${address}`),
    ...mailboxes.filter(({ length }) => length >= shortestMailbox).map((mailbox) => `mailbox ${mailbox}`),
    ...digits.filter(({ length }) => length >= shortestNumber).map((number) => `number ${number}`),
    ...(account.id ? [`account ${account.id}`] : []),
    ...(account.nameKey ? [`account named ${account.nameKey}`] : []),
  ];
}

/** Groups of keys that were joined, directly or through one another. */
interface Groups {
  join(keys: readonly string[]): void;
  count(): number;
}

function createGroups(): Groups {
  const parents = new Map<string, string>();
  let count = 0;

  function rootOf(key: string): string {
    let root = key;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    for (let at = key; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  }

  return {
    count: () => count,
    join([first, ...rest]) {
      if (first === undefined) return;
      for (const key of [first, ...rest]) {
        if (!parents.has(key)) {
          parents.set(key, key);
          count++;
        }
      }
      for (const key of rest) {
        const [one, other] = [rootOf(first), rootOf(key)];
        if (one === other) continue;
        parents.set(other, one);
        count--;
      }
    },
  };
}
