import { shortcutSwitch } from '../../state/shortcut-switch';
import { Soft } from '../kit/soft';
import { t } from '../shell/texts';
import { type ShortcutAction, shortcuts } from './shortcut-keys';
import styles from './shortcut-list.module.css';

/** Every key with what it does, and the way to turn them off. */
export function ShortcutList() {
  return (
    <>
      <dl class={styles.keys}>
        {shortcuts.map(({ key, action }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{sayAction(action)}</dd>
          </div>
        ))}
      </dl>
      <Soft>{t('shortcutsWhere')}</Soft>
      <label class={styles.switch}>
        <input
          type="checkbox"
          checked={shortcutSwitch.isOn.value}
          onChange={(event) => shortcutSwitch.turn(event.currentTarget.checked)}
        />
        {t('useShortcuts')}
      </label>
    </>
  );
}

function sayAction(action: ShortcutAction): string {
  switch (action) {
    case 'merge':
      return t('shortcut_goTo', { button: t('mergeInDesk') });
    case 'separate':
      return t('shortcut_goTo', { button: t('notSamePerson') });
    case 'investigate':
      return t('shortcut_goTo', { button: t('investigate') });
    default:
      return t(`shortcut_${action}`);
  }
}
