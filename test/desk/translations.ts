/** A translation of the widget's package, and the language that it is in. */
export interface Translation {
  readonly locale: string;
  readonly texts: unknown;
}

/**
 * The translation that Desk's page fetches from the widget's package before it registers the widget: the agent's
 * language, else English, else `null`.
 *
 * @param base the address of the package, such as `http://127.0.0.1:5001/appfiles/1/1.0/3f/`
 */
export async function fetchTranslation(base: string, locale: string): Promise<Translation | null> {
  for (const language of new Set([locale, 'en'])) {
    const answer = await fetch(`${base}app/translations/${language}.json`).catch(() => null);
    if (answer?.ok) return { locale: language, texts: await answer.json() };
  }
  return null;
}
