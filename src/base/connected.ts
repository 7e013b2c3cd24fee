/** `first`, and all of `others` that are linked to it, directly or through one another. */
export function connectedTo<Item>(
  first: Item,
  others: Iterable<Item>,
  areLinked: (a: Item, b: Item) => boolean,
): Item[] {
  const left = new Set(others);
  left.delete(first);
  const found = [first];
  // `for…of` also visits items added during the loop.
  for (const member of found) {
    for (const other of left) {
      if (!areLinked(member, other)) continue;
      found.push(other);
      left.delete(other);
    }
  }
  return found;
}

/** The items in groups: those that are linked, directly or through one another, share a group. */
export function connectedGroups<Item>(
  items: Iterable<Item>,
  areLinked: (a: Item, b: Item) => boolean,
): Item[][] {
  const left = new Set(items);
  const groups: Item[][] = [];
  for (const first of left) {
    const group = connectedTo(first, left, areLinked);
    for (const member of group) left.delete(member);
    groups.push(group);
  }
  return groups;
}
