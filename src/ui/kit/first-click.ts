/** Ignores the second half of a double-click: it would act twice, or hit what has just appeared in the place. */
export function firstClick(act: () => void) {
  return ({ detail }: MouseEvent) => {
    if (detail < 2) act();
  };
}
