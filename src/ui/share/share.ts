import type { DecidableContact } from '../../state/decidable-contact';
import { copyText } from '../kit/copy-text';
import { t } from '../shell/texts';
import { saveFile } from './save-file';

type Format = 'csv' | 'json';

/** What became of a copy or an export. */
export type ShareOutcome =
  | { readonly kind: 'copied' }
  /** The clipboard is denied: the text is shown, to be copied by hand. */
  | { readonly kind: 'toCopy'; readonly text: string }
  /** A frame may be forbidden to save files, and is not told so. */
  | { readonly kind: 'saved'; readonly file: string; readonly text: string }
  /** The code that exports did not load. */
  | { readonly kind: 'failed'; tryAgain(): Promise<ShareOutcome> };

/** Takes what is known of the group elsewhere, as text for people. */
export async function copyShared(text: string): Promise<ShareOutcome> {
  return (await copyText(text)) ? { kind: 'copied' } : { kind: 'toCopy', text };
}

/** Takes what is known of the group elsewhere, as a file for spreadsheets and scripts. */
export async function saveExport(decidable: DecidableContact, format: Format): Promise<ShareOutcome> {
  const code = await import('./export-group').catch(() => null);
  if (!code) return { kind: 'failed', tryAgain: () => saveExport(decidable, format) };
  const { text, file, type } = code.exportGroup(decidable, format);
  saveFile(text, file, type);
  return { kind: 'saved', file, text };
}

/** The outcome in words; empty where it shows what to do next. */
export function sayOutcome(outcome: ShareOutcome): string {
  if (outcome.kind === 'copied') return t('copied');
  return outcome.kind === 'saved' ? t('exported', { file: outcome.file }) : '';
}
