/**
 * How many letters have to be inserted, deleted, replaced or swapped with their neighbor to make `a` of `b`, up to
 * `most`; `most + 1` stands for more. This is Damerau's measure in its restricted form, optimal string alignment
 * (F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7(3), 1964). Libraries
 * of the size that fits here measure Levenshtein's distance, where a swap (`Jhon`) counts twice, or Jaro-Winkler's,
 * which takes names with one beginning for alike, and these are just the ones that differ by gender.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isEqual = a[i - 1] === b[j - 1];
      let cost = Math.min(at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + (isEqual ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(at(last, b.length), most + 1);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
