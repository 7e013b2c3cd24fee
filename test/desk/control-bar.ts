import { create } from './elements';
import { choices, type SettingName, type Settings, usedOften } from './settings';

/** The controls of all settings but those left out, the rarer ones folded away; `onChange` is told what was chosen. */
export function createControls(
  settings: Settings,
  onChange: (name: SettingName, value: string) => void,
  leftOut: readonly SettingName[] = [],
): HTMLElement[] {
  const names = (Object.keys(choices) as SettingName[]).filter((name) => !leftOut.includes(name));
  const often = usedOften.filter((name) => names.includes(name));
  const rest = names.filter((name) => !usedOften.includes(name));
  const changed = rest.filter((name) => settings[name] !== choices[name][0]).length;
  const summary = create('summary', {}, changed ? `More settings (${changed} set)` : 'More settings');
  return [...often.map(control), create('details', {}, summary, create('div', {}, ...rest.map(control)))];

  function control(name: SettingName): HTMLElement {
    const select = create('select', { name });
    for (const value of choices[name])
      select.append(new Option(value, value, false, value === settings[name]));
    select.addEventListener('change', () => onChange(name, select.value));
    return create('label', {}, `${name} `, select);
  }
}
