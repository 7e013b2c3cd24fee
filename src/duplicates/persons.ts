import type { Features } from './features';
import { isAtLeast } from './names/name-comparison';
import type { NearReader } from './readers';

/** Counts how many people the records that hold a value are of, rather than the records. */
export interface PersonCounter {
  add(holder: Features): void;
  count(): number;
}

/** More names on one address or number than this are those of many people, and need no comparison. */
const mostNames = 30;

/**
 * The people behind an email address or a phone number: records whose names may be those of one person are one, records
 * without a name are one each. The order in which they are added makes no difference.
 */
export function countByName(near: NearReader | null): PersonCounter {
  const names = new Map<string, Features>();
  const groups = createGroups();
  let nameless = 0;

  return {
    count: () => nameless + (names.size > mostNames ? names.size : groups.count()),
    add(holder) {
      const key = near ? holder.writtenName : holder.nameKey;
      if (key === null) nameless++;
      if (key === null || names.has(key)) return;
      const alike =
        names.size < mostNames ? [...names].filter(([, other]) => areOne(near, holder, other)) : [];
      groups.join([key, ...alike.map(([other]) => other)]);
      names.set(key, holder);
    },
  };
}

function areOne(near: NearReader | null, a: Features, b: Features): boolean {
  return (
    near !== null &&
    a.name !== null &&
    b.name !== null &&
    isAtLeast(near.compareNames(a.name, b.name), 'compatible')
  );
}

/** The people of one name: records that share an address, a mailbox, a number or an account are one. */
export function countByValues(): PersonCounter {
  const groups = createGroups();
  let records = 0;
  return {
    count: groups.count,
    add({ links }) {
      records++;
      groups.join([`record ${records}`, ...links]);
    },
  };
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
