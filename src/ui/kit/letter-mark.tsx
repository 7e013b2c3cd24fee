import styles from './letter-mark.module.css';

/** The letters of several records, in a row. */
export function LetterMarks({ letters }: { letters: readonly string[] }) {
  return (
    <span class={styles.row}>
      {letters.map((letter) => (
        <LetterMark key={letter} letter={letter} />
      ))}
    </span>
  );
}

/** The letter that stands for a record. The records that are compared at once have a color of their own. */
export function LetterMark({ letter }: { letter: string }) {
  const color =
    letter >= 'A' && letter <= 'E' && letter.length === 1 ? `--letter-${letter.toLowerCase()}` : '--letter';
  return (
    <span class={styles.mark} style={{ background: `var(${color})` }}>
      {letter}
    </span>
  );
}
