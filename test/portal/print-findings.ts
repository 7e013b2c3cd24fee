import type { Finding } from './probe';

const columns = [
  { title: 'question', width: 34, of: ({ question }: Finding) => question },
  { title: 'this portal', width: 44, of: ({ portal }: Finding) => portal },
  { title: 'the widget', width: 38, of: ({ widget }: Finding) => widget },
] as const;

/** The findings as a table for a terminal of 120 columns. */
export function tableOf(findings: readonly Finding[]): string {
  const rule = columns.map(({ width }) => '─'.repeat(width)).join('─┼─');
  const rows = findings.map((finding) => rowOf(columns.map(({ of }) => of(finding))));
  return [rowOf(columns.map(({ title }) => title)), ...rows].join(`\n${rule}\n`);
}

function rowOf(cells: readonly string[]): string {
  const lines = columns.map(({ width }, index) => wrap(cells[index] ?? '', width));
  const height = Math.max(...lines.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width }, index) => (lines[index]?.[line] ?? '').padEnd(width))
      .join(' │ ')
      .trimEnd(),
  ).join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
