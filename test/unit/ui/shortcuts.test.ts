import { describe, expect, it } from 'vitest';
import { createShortcutSwitch } from '../../../src/state/shortcut-switch';
import { type KeyPress, shortcutOf, shortcuts } from '../../../src/ui/menu/shortcut-keys';

const press = (changed: Partial<KeyPress>): KeyPress => ({
  key: 'j',
  code: 'KeyJ',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...changed,
});

describe('a shortcut', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['c', 'compare'],
    ['m', 'merge'],
    ['n', 'separate'],
    ['i', 'investigate'],
    ['?', 'help'],
  ])('%s asks for: %s', (key, action) => {
    expect(shortcutOf(press({ key }))).toBe(action);
  });

  it('is the same with the caps lock', () => {
    expect(shortcutOf(press({ key: 'J' }))).toBe('next');
  });

  it.each([
    ['Cyrillic', 'о'],
    ['Arabic', 'ت'],
    ['Hebrew', 'ח'],
  ])('stands on a %s keyboard where it stands on a Latin one', (_, key) => {
    expect(shortcutOf(press({ key, code: 'KeyJ' }))).toBe('next');
  });

  it('follows the letter on a Latin keyboard of another order', () => {
    expect(shortcutOf(press({ key: 'h', code: 'KeyJ' }))).toBeNull();
    expect(shortcutOf(press({ key: 'j', code: 'KeyC' }))).toBe('next');
  });

  it.each([
    ['Ctrl', { ctrlKey: true }],
    ['Alt', { altKey: true }],
    ['⌘', { metaKey: true }],
  ])('is none with %s, which belongs to browsers, systems and screen readers', (_, held) => {
    expect(shortcutOf(press(held))).toBeNull();
  });

  it('is none while a word is composed, and where something else took the key', () => {
    expect(shortcutOf(press({ isComposing: true }))).toBeNull();
    expect(shortcutOf(press({ defaultPrevented: true }))).toBeNull();
  });

  it.each(['Enter', ' ', 'Escape', 'Tab', 'ArrowDown', 'Home', "'", '/', 'F5'])('is never %j', (key) => {
    expect(shortcutOf(press({ key, code: key }))).toBeNull();
  });

  it('has a key of its own', () => {
    expect(new Set(shortcuts.map(({ key }) => key)).size).toBe(shortcuts.length);
  });
});

describe('the switch of shortcuts', () => {
  const storageOf = (entries: Map<string, string>) =>
    ({
      getItem: (key) => entries.get(key) ?? null,
      setItem: (key, value) => void entries.set(key, value),
    }) as Storage;

  it('is on until it is turned off, and stays off', () => {
    const entries = new Map<string, string>();
    const first = createShortcutSwitch(() => storageOf(entries));
    expect(first.isOn.value).toBe(true);
    first.turn(false);
    expect(createShortcutSwitch(() => storageOf(entries)).isOn.value).toBe(false);
    first.turn(true);
    expect(createShortcutSwitch(() => storageOf(entries)).isOn.value).toBe(true);
  });

  it('works where the browser stores nothing', () => {
    const own = createShortcutSwitch(() => {
      throw new Error('blocked');
    });
    own.turn(false);
    expect(own.isOn.value).toBe(false);
  });
});
