import type { Plugin } from 'vite';

/** A mistake that somebody could make: in a file of `src`, `to` stands in the place of `from`. */
interface Mutant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Mistakes that a run of random days has to notice, by what they are. */
export const mutants: Readonly<Record<string, Mutant>> = {
  'the search of an earlier contact goes on': {
    file: 'state/session.ts',
    from: 'if (turn !== checks) return;',
    to: '',
  },
  'nothing at all is an answer': {
    file: 'desk/answer.ts',
    from: "return envelope.isWrapped ? ok(undefined) : failure({ kind: 'unreadable' });",
    to: 'return ok(undefined);',
  },
  'a field that failed counts as checked': {
    file: 'state/group-reading.ts',
    from: "return phase.value.kind === 'complete' && unreadableCount.value === 0;",
    to: 'return unreadableCount.value === 0;',
  },
  'a record that could not be read counts as nobody': {
    file: 'state/group-reading.ts',
    from: ' && unreadableCount.value === 0',
    to: '',
  },
  'a refresh is content with kept answers': {
    file: 'desk/cached-read-api.ts',
    from: 'options.bypassCache ? undefined : caches',
    to: 'caches',
  },
  'anything is an id': { file: 'desk/read-value.ts', from: '/^\\d{1,19}$/', to: '/./' },
  'an id that lost its digits is kept': {
    file: 'desk/answer-cache.ts',
    from: 'JSON.stringify(cached, withoutLostDigits)',
    to: 'JSON.stringify(cached)',
  },
  'objects are made text': {
    file: 'desk/read-value.ts',
    from: "if (typeof value !== 'string' && typeof value !== 'number') return null;",
    to: 'if (value === null || value === undefined) return null;',
  },
  'times are in no calendar': {
    file: 'desk/read-value.ts',
    from: 'Number.isNaN(date.getTime()) ? null : date.getTime()',
    to: 'Number(text) || Date.parse(text)',
  },
  'a page that is not full is the last one': {
    file: 'desk/paging.ts',
    from: "if (pageSize.kind === 'unknown' || entries",
    to: "if (pageSize.kind === 'unknown') return true;\n  if (entries",
  },
  'as many calls at once as there are': {
    file: 'desk/read-api.ts',
    from: 'atMost(maxConcurrentCalls)',
    to: 'atMost(99)',
  },
  'a call is repeated without end': {
    file: 'desk/read-api.ts',
    from: 'pauses[attempt - 1]',
    to: 'pauses[attempt % 3]',
  },
  'a write is sent again without looking': {
    file: 'state/decisions/decision-transfer.ts',
    from: 'changes.filter(({ mayArriveUntil }) => mayArriveUntil !== null)',
    to: 'changes.slice(0, 0)',
  },
  'a decision has the time of the clock': {
    file: 'state/decisions/decisions.ts',
    from: 'timeAfter(latest, now())',
    to: 'now()',
  },
  'undo removes one of two rows': {
    file: 'state/decisions/decision-transfer.ts',
    from: 'for (const key of keysOfChange(undo)) {',
    to: 'for (const key of keysOfChange(undo).slice(0, 1)) {',
  },
  'a reload forgets what is not saved yet': {
    file: 'state/decisions/outbox.ts',
    from: 'attempt(() => readEntries(name, entries)) ?? []',
    to: '[]',
  },
  'what another version remembered is written over': {
    file: 'state/remembered-groups.ts',
    from: 'marker.value ? [row] : [markerOf(contactId), row]',
    to: '[markerOf(contactId), row]',
  },
  'a value turns the summary around': {
    file: 'ui/words/as-one-line.ts',
    from: "withoutStrayMarks(line.replace(/[\\p{Cc}\\u2028\\u2029]+/gu, ' '))",
    to: 'line',
  },
};

/** Puts one of the mistakes into the sources as they are loaded; the files stay as they are. */
export function mutant(name: string | undefined): Plugin {
  const chosen = name === undefined ? undefined : mutants[name];
  if (name !== undefined && !chosen) throw new Error(`no mutant is called ${name}`);
  return {
    name: 'mutant',
    enforce: 'pre',
    transform(code, id) {
      if (!chosen || !id.replaceAll('\\', '/').endsWith(`/src/${chosen.file}`)) return;
      if (!code.includes(chosen.from)) throw new Error(`${chosen.file} has no ${chosen.from}`);
      return code.replace(chosen.from, () => chosen.to);
    },
  };
}
