/**
 * The letter that stands for the record at `index` everywhere in the panel: 0 is A (the open contact),
 * 25 is Z, 26 is AA, as spreadsheet columns count.
 */
export function letter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest ? letter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
