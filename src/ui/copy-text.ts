/** Puts text on the clipboard; `false` where the browser denies that to a frame. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the caller offers another way
  }
}
