/** Puts text on the clipboard; `false` where the browser denies that to a frame. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text); // Desk's frame may lack the permission, which the old way does not ask for
  }
}

/** Deprecated, and yet the only way in a frame without the permission for the clipboard. */
function copyTheOldWay(text: string): boolean {
  const focused = document.activeElement;
  const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false; // the caller offers another way
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
