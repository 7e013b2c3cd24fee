/** Both lists as one, in the order of `compare`. Few `added` among many `sorted` take few comparisons. */
export function mergeSorted<Item extends object>(
  sorted: readonly Item[],
  added: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Item[] {
  const parts: (readonly Item[])[] = [];
  let from = 0;
  for (const item of [...added].sort(compare)) {
    const to = placeOf(item, sorted, from, compare);
    parts.push(sorted.slice(from, to), [item]);
    from = to;
  }
  return [...parts, sorted.slice(from)].flat();
}

/** The first place from `from` on whose item comes after this one. */
function placeOf<Item extends object>(
  item: Item,
  sorted: readonly Item[],
  from: number,
  compare: (a: Item, b: Item) => number,
): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
