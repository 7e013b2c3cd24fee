import './theme.css';
import type { Desk } from '../../desk/desk';

/** Keeps the page in the agent's appearance, theme color and font (tokens.css), and follows their changes. */
export function followPreferences(desk: Pick<Desk, 'preferences' | 'onPreferencesChange'>): void {
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  let preferences = desk.preferences;
  apply();
  systemDark.addEventListener('change', apply);
  desk.onPreferencesChange((changed) => {
    preferences = { ...preferences, ...changed };
    apply();
  });

  function apply() {
    const { appearance, theme, fontFamily } = preferences;
    const system = systemDark.matches ? 'dark' : 'light';
    const { dataset, style } = document.documentElement;
    dataset.appearance = appearance === 'auto' ? system : (appearance ?? 'light');
    dataset.theme = theme ?? '';
    // In quotes any name is one.
    style.setProperty('--font', fontFamily && JSON.stringify(fontFamily));
    // The colors of the other themes load when they are needed; without them, the panel is blue.
    if (theme && theme !== 'blue') import('./themes.css').catch(() => {});
  }
}
