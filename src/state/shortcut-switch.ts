import { type ReadonlySignal, signal } from '@preact/signals';
import { attempt, openBrowserStorage } from '../base/browser-storage';

/** Whether single keys are shortcuts: who talks to the computer, or types with a tremor, may want none. */
interface ShortcutSwitch {
  readonly isOn: ReadonlySignal<boolean>;
  /** Kept in this browser, where it allows that. */
  turn(isOn: boolean): void;
}

const key = 'shortcuts';

export function createShortcutSwitch(openStorage: () => Storage): ShortcutSwitch {
  const storage = openBrowserStorage(openStorage);
  const isOn = signal(attempt(() => storage?.getItem(key)) !== 'off');
  return {
    isOn,
    turn(next) {
      isOn.value = next;
      attempt(() => storage?.setItem(key, next ? 'on' : 'off'));
    },
  };
}

export const shortcutSwitch = createShortcutSwitch(() => localStorage);
