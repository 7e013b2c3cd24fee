import { withoutStrayMarks } from '../shell/texts';

/** A line to be copied: no value in it can begin a line of its own, or turn the line around. */
export function asOneLine(line: string): string {
  return withoutStrayMarks(line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
}
