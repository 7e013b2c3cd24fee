import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { expectAccessible, useLocalDesk } from './local-desk';
import { sayIn, states } from './states';

const openDesk = useLocalDesk();
const appearances = ['light', 'dark', 'pureDark'] as const;
const languages = readdirSync('app/translations').map((file) => file.replace('.json', ''));

/** The language whose texts take the most room. */
const longest = languages
  .map((language) => {
    const texts: Record<string, string> = JSON.parse(
      readFileSync(`app/translations/${language}.json`, 'utf8'),
    );
    return { language, length: Object.values(texts).join('').length };
  })
  .reduce((most, each) => (each.length > most.length ? each : most)).language;

describe.each(['en', 'ar', longest])('in %s, axe finds nothing to mend in any appearance', (locale) => {
  it.each(states.map((state) => [state.name, state] as const))(
    'where the panel shows: %s',
    async (_, state) => {
      const desk = await openDesk({ ...state.settings, locale, width: '285' });
      await state.reach(desk.panel, sayIn(locale));
      for (const appearance of appearances) {
        await desk.page.getByLabel('appearance').selectOption(appearance);
        await desk.panel.locator(`html[data-appearance=${appearance}]`).waitFor({ state: 'attached' });
        await expectAccessible(desk);
      }
    },
  );
});
