import { useRef } from 'preact/hooks';
import { t } from '../shell/texts';
import styles from './tabs.module.css';

export interface Tab {
  readonly key: string;
  readonly label: string;
}

export interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly selected: string;
  /** The element that shows what is selected. */
  readonly panelId: string;
  onSelect(key: string): void;
}

/** The groups as tabs. One stop for the keyboard; the arrow keys, Home and End go from tab to tab. */
export function Tabs({ tabs, selected, panelId, onSelect }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const isRtl = document.documentElement.dir === 'rtl';
    const index = tabs.findIndex((tab) => tab.key === selected);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: index + (isRtl ? -1 : 1),
      ArrowLeft: index + (isRtl ? 1 : -1),
      Home: 0,
      End: -1,
    };
    const next = tabs.at((steps[event.key] ?? index) % tabs.length);
    if (!(event.key in steps) || !next) return;
    event.preventDefault();
    onSelect(next.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus();
  }

  return (
    <div class={styles.tabs} role="tablist" aria-label={t('tabs')} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          class={styles.tab}
          aria-selected={tab.key === selected}
          aria-controls={panelId}
          tabIndex={tab.key === selected ? 0 : -1}
          onClick={() => onSelect(tab.key)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
