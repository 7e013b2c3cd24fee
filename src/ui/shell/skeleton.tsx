import styles from './skeleton.module.css';

const widths = ['60%', '85%', '40%', '70%', '55%', '80%'];

/** Gray lines where contacts are about to appear. */
export function Skeleton() {
  return (
    <div aria-hidden="true">
      {widths.map((inlineSize) => (
        <div key={inlineSize} class={styles.line} style={{ inlineSize }} />
      ))}
    </div>
  );
}
