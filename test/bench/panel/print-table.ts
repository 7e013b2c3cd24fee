/** A line of the table. */
export interface Row {
  readonly name: string;
  /** What is held against the target: a ratio, a time or a count. */
  readonly value: number;
  readonly figure: string;
  /** Empty where there is none. */
  readonly target: string;
  readonly isMissed: boolean;
}

/** Prints the rows as a table of Markdown. */
export function printTable(rows: readonly Row[]): void {
  const cells = [
    ['what', 'panel (/ hand-written = ratio)', 'target', ''],
    ...rows.map(({ name, figure, target, isMissed }) => [
      name,
      figure,
      target,
      isMissed ? 'MISSED' : target && 'met',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  console.log(
    [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join('\n'),
  );
}
