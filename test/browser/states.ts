import { readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright';
import type englishTexts from '../../app/translations/en.json';
import { createSamplePortal } from '../desk/portal';
import type { DeskSettings } from './local-desk';

/** A text of the panel in the language that it speaks. */
export type Say = (key: keyof typeof englishTexts) => string;

/** Something that an agent may see. */
export interface State {
  readonly name: string;
  readonly settings: DeskSettings;
  /** Brings the panel there once the local Desk is open, and ends when it is. */
  reach(panel: FrameLocator, say: Say): Promise<unknown>;
}

const portal = createSamplePortal();
const contact = (key: string) => ({ contact: portal.idOf(key) });
const idOfFive = '189200000004010005';
/** One of forty behind a switchboard. */
const colleague =
  portal.groups.find(({ duplicateId }) => duplicateId === '189200000004010040')?.contactIds[0] ?? '';

const isFailing = (panel: FrameLocator) => panel.getByRole('alert').first().waitFor();
const isCompared = (panel: FrameLocator) => panel.locator('[aria-pressed]').first().waitFor();
const isFound = (panel: FrameLocator) => panel.locator('main li').first().waitFor();

async function openGroup(panel: FrameLocator, say: Say, id: string) {
  await panel.getByRole('button', { name: say('openGroupById'), exact: true }).click();
  await panel.getByRole('textbox', { name: say('duplicateGroupId') }).fill(id);
  await panel.getByRole('button', { name: say('openGroup'), exact: true }).click();
}

async function chooseInMenu(panel: FrameLocator, say: Say, item: keyof typeof englishTexts) {
  await isCompared(panel);
  await panel.getByRole('button', { name: say('more'), exact: true }).click();
  await panel.getByRole('menuitem', { name: say(item), exact: true }).click();
}

function failing(world: string, settings: DeskSettings = {}): State {
  return {
    name: world,
    settings: { world: world as never, ...contact('jose'), ...settings },
    reach: isFailing,
  };
}

/** The text, whatever its placeholders bring. */
function likeText(text: string): RegExp {
  const parts = text.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.*'));
}

/** Every state that the panel may be in, so that all of them can be looked at, and checked. */
export const states: readonly State[] = [
  { name: 'several found', settings: contact('jose'), reach: isCompared },
  { name: 'one found', settings: contact('amira'), reach: isCompared },
  {
    name: 'nobody found',
    settings: { ...contact('jose'), world: 'noGroups' },
    reach: (panel) => panel.getByRole('status').filter({ hasText: /\p{L}/u }).first().waitFor(),
  },
  {
    name: 'under way',
    settings: { ...contact('jose'), world: 'silent' },
    reach: (panel) => panel.getByRole('progressbar').first().waitFor(),
  },
  {
    name: 'fields compared',
    settings: contact('jose'),
    async reach(panel) {
      await isCompared(panel);
      await panel.locator('[aria-pressed]').first().click();
      await panel.locator('dl dd').first().waitFor();
    },
  },
  {
    name: 'decided',
    settings: contact('jose'),
    async reach(panel, say) {
      await panel.getByRole('button', { name: say('investigate'), exact: true }).click();
      await panel.getByRole('textbox', { name: say('note') }).fill('José? +34 600 000 000');
      await panel.getByRole('button', { name: say('save'), exact: true }).click();
      await panel
        .getByRole('button', { name: say('undo') })
        .first()
        .waitFor();
    },
  },
  {
    name: 'a group by ID',
    settings: contact('jane'),
    reach: (panel, say) => openGroup(panel, say, idOfFive).then(() => isFound(panel)),
  },
  {
    name: 'an unknown group',
    settings: contact('jane'),
    reach: (panel, say) => openGroup(panel, say, '7').then(() => isFailing(panel)),
  },
  {
    name: 'a wrong group ID',
    settings: contact('jane'),
    reach: (panel, say) =>
      openGroup(panel, say, 'no id!').then(() => panel.locator('[aria-invalid=true]').waitFor()),
  },
  {
    name: 'a long list',
    settings: { contact: colleague },
    reach: (panel) => panel.getByRole('searchbox').waitFor(),
  },
  { name: 'partly checked', settings: { ...contact('jose'), world: 'phoneFails' }, reach: isFailing },
  {
    name: 'no storage',
    settings: { ...contact('jose'), storage: 'off' },
    reach: (panel, say) => panel.getByText(say('error_storageOff_title'), { exact: true }).waitFor(),
  },
  {
    name: 'a ticket without a contact',
    settings: { location: 'desk.ticket.detail.rightpanel', ticketContact: 'none' },
    reach: (panel, say) => panel.getByText(say('ticketWithoutContact')).waitFor(),
  },
  {
    name: 'shared values',
    settings: contact('jose'),
    reach: (panel, say) => chooseInMenu(panel, say, 'browseDuplicates').then(() => isFound(panel)),
  },
  {
    name: 'diagnostics',
    settings: contact('jose'),
    reach: (panel, say) =>
      chooseInMenu(panel, say, 'diagnostics').then(() =>
        panel.getByRole('button', { name: say('copyDiagnostics') }).waitFor(),
      ),
  },
  {
    name: 'shortcuts',
    settings: contact('jose'),
    reach: (panel, say) =>
      chooseInMenu(panel, say, 'shortcuts').then(() =>
        panel.getByRole('heading', { name: say('shortcuts') }).waitFor(),
      ),
  },
  {
    name: 'the menu',
    settings: contact('jose'),
    async reach(panel, say) {
      await isCompared(panel);
      await panel.getByRole('button', { name: say('more'), exact: true }).click();
    },
  },
  {
    name: 'looked further',
    settings: contact('jane'),
    async reach(panel, say) {
      await panel.getByRole('button', { name: likeText(say('lookFurther')) }).click();
      await panel.getByText(likeText(say('lookedFurther'))).waitFor();
    },
  },
  ...[
    'notAuthorized',
    'notAuthorizedStrangeLink',
    'signInRefused',
    'scopeMissing',
    'forbidden',
    'wrongPortal',
    'notInEdition',
    'invalidRequest',
    'busy',
    'creditsExhausted',
    'executionLimit',
    'serverDown',
    'offline',
    'brokenJson',
    'reportInstead',
    'blockedByManifest',
  ].map((world) => failing(world)),
];

/** The texts of a language, as they are packed. */
export function sayIn(language: string): Say {
  const texts = JSON.parse(readFileSync(`app/translations/${language}.json`, 'utf8'));
  return (key) => texts[key];
}
