import { createRandom, type Random } from '../bench/matching/random';
import { matchFields } from '../desk/match-fields';
import type { SamplePortal } from '../desk/portal';

/** A day of two agents: who has what open, and what they and their colleagues do, step by step. */
export interface Day {
  readonly seed: number;
  readonly severity: number;
  readonly panels: readonly PanelSetup[];
  readonly steps: readonly Step[];
}

export interface PanelSetup {
  readonly agent: 'noor' | 'sam' | 'unknown';
  readonly location: 'desk.contact.detail.rightpanel' | 'desk.ticket.detail.rightpanel';
  readonly told: 'full' | 'bare';
  readonly contactId: string;
}

export interface Step {
  /** What goes wrong in this step is drawn from it, so that leaving out other steps does not change that. */
  readonly seed: number;
  readonly panel: number;
  readonly action: Action;
  /** How long nothing is done after it, in milliseconds. */
  readonly wait: number;
}

/** `place` picks one of those that are there, if any. */
export type Action =
  | { readonly do: 'open'; readonly contactIds: readonly string[]; readonly events: number }
  | {
      readonly do:
        | 'look'
        | 'refresh'
        | 'retry'
        | 'stop'
        | 'readOn'
        | 'checkFurther'
        | 'lookFurther'
        | 'compare'
        | 'merge'
        | 'reload';
    }
  | { readonly do: 'openGroup'; readonly duplicateId: string }
  | { readonly do: 'closeGroup' | 'undo' | 'choose'; readonly place: number }
  | { readonly do: 'decide'; readonly place: number; readonly kind: 'separate' | 'investigate' }
  | { readonly do: 'write'; readonly note: string }
  | { readonly do: 'browse'; readonly fieldName: (typeof matchFields)[number] | null }
  | { readonly do: 'edit'; readonly contactId: string; readonly likeId: string }
  | { readonly do: 'colleagueDecides'; readonly place: number; readonly ahead: number }
  | { readonly do: 'oddRow'; readonly kind: number }
  /** Another version of the extension has remembered groups beside this contact. */
  | { readonly do: 'otherVersionRemembers'; readonly contactId: string };

/** The group that the open contact is in, if it is in one. */
export const own = 'own';

const weights: readonly (readonly [Action['do'], number])[] = [
  ['open', 12],
  ['look', 4],
  ['refresh', 4],
  ['retry', 5],
  ['stop', 1],
  ['readOn', 2],
  ['checkFurther', 3],
  ['compare', 3],
  ['merge', 1],
  ['reload', 2],
  ['openGroup', 3],
  ['closeGroup', 1],
  ['undo', 3],
  ['choose', 2],
  ['decide', 6],
  ['write', 1],
  ['browse', 1],
  ['edit', 1],
  ['colleagueDecides', 4],
  ['oddRow', 1],
  ['otherVersionRemembers', 1],
  ['lookFurther', 4],
];
const allActions = weights.flatMap(([action, weight]) => Array.from({ length: weight }, () => action));

/** The same day for the same seed. */
export function createDay(seed: number, portal: SamplePortal, length: number): Day {
  const random = createRandom(seed);
  const people = [...portal.contacts.keys()];
  // Those made by hand come first and last; the two long groups stand between them.
  const grouped = portal.groups.slice(0, 3).flatMap((group) => group.contactIds);
  const pickContact = () =>
    random.chance(0.25)
      ? random.pick(grouped)
      : random.chance(0.9)
        ? random.pick(people.slice(0, 45))
        : random.pick(people);
  const steps = Array.from({ length }, () => ({
    seed: random.below(2 ** 31),
    panel: random.below(2),
    action: createAction(random.pick(allActions), random, pickContact, portal),
    wait: random.below(random.pick([1, 50, 1000, 10_000, 60_000, 1_200_000])),
  }));
  return {
    seed,
    severity: random.pick([0, 0.15, 0.4, 0.7]),
    panels: ['noor' as const, random.pick(['sam', 'noor', 'unknown'] as const)].map((agent) => ({
      agent,
      location: random.chance(0.7) ? 'desk.contact.detail.rightpanel' : 'desk.ticket.detail.rightpanel',
      told: random.pick(['full', 'full', 'bare']),
      contactId: pickContact(),
    })),
    // What is there is opened, and who has just decided may leave before it is saved.
    steps: steps.map((step, place) => {
      const [twoBefore, before] = [steps[place - 2], steps[place - 1]];
      if (before?.action.do === 'otherVersionRemembers') {
        const contactIds = [before.action.contactId];
        return { ...step, panel: before.panel, action: { do: 'open', contactIds, events: 1 }, wait: 60_000 };
      }
      if (before?.action.do === 'colleagueDecides')
        return { ...step, panel: before.panel, action: { do: 'refresh' }, wait: 60_000 };
      if (twoBefore?.action.do === 'colleagueDecides') {
        const { place } = twoBefore.action;
        return { ...step, panel: twoBefore.panel, action: { do: 'decide', place, kind: 'separate' } };
      }
      if (twoBefore?.action.do === 'otherVersionRemembers')
        return { ...step, panel: twoBefore.panel, action: { do: 'openGroup', duplicateId: own } };
      if (before?.action.do === 'decide' && step.seed % 3 === 0)
        return { ...step, panel: before.panel, action: { do: 'reload' } };
      return step.action.do === 'decide' && step.seed % 2 ? { ...step, wait: step.wait % 100 } : step;
    }),
  };
}

function createAction(
  kind: Action['do'],
  random: Random,
  pickContact: () => string,
  portal: SamplePortal,
): Action {
  const place = random.below(12);
  switch (kind) {
    case 'open': {
      const count = random.pick([1, 1, 1, 2, 4]);
      return { do: kind, contactIds: Array.from({ length: count }, pickContact), events: random.below(3) };
    }
    case 'openGroup':
      return {
        do: kind,
        duplicateId: random.pick([
          ...portal.groups.map((group) => group.duplicateId),
          '7',
          own,
          own,
          own,
          own,
        ]),
      };
    case 'closeGroup':
    case 'undo':
    case 'choose':
      return { do: kind, place };
    case 'decide':
      return { do: kind, place, kind: random.pick(['separate', 'investigate']) };
    case 'write':
      return { do: kind, note: random.pick(['', 'Ask\n\u202ethem', '\ud800', 'x'.repeat(500)]) };
    case 'browse':
      return { do: kind, fieldName: random.pick([null, ...matchFields]) };
    case 'edit':
      return { do: kind, contactId: pickContact(), likeId: pickContact() };
    case 'colleagueDecides':
      return { do: kind, place, ahead: random.pick([-60_000, 0, 600_000, 86_400_000]) };
    case 'otherVersionRemembers':
      return {
        do: kind,
        contactId: random.pick(portal.groups.slice(0, 3).flatMap((group) => group.contactIds)),
      };
    case 'oddRow':
      return { do: kind, kind: random.below(4) };
    default:
      return { do: kind };
  }
}
