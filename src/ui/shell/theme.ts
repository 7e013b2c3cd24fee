import './theme.css';
import type { Desk } from '../../desk/desk';

/** Keeps the page in the agent's appearance, theme colour and font (theme.css), and follows their changes. */
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
    const { dataset } = document.documentElement;
    dataset.appearance = appearance === 'auto' ? system : (appearance ?? 'light');
    dataset.theme = theme ?? '';
    dataset.font = fontFamily ?? '';
  }
}
