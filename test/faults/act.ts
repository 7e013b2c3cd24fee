import { rowsOf } from '../../src/desk/decision-rows';
import { decisionsAbout } from '../../src/desk/storage';
import { createDecision, type Decision, type Verdict } from '../../src/duplicates/decision';
import type { DecidableContact } from '../../src/state/decidable-contact';
import type { OpenContact } from '../../src/state/open-contact';
import type { OpenRecord } from '../../src/state/open-record';
import type { StoredRow } from '../desk/storage';
import type { Action } from './day';
import type { Model } from './model';
import type { AgentPanel } from './panel';

/** Does what the agent does, as far as there is what it is done to. */
export function act(action: Action, panel: AgentPanel, model: Model): void {
  const session = panel.session();
  const record = session?.record.peek() ?? null;
  const open = record?.kind === 'contact' ? record : null;
  panel.acted();
  switch (action.do) {
    case 'open':
      for (const [place, contactId] of action.contactIds.entries()) {
        // Several within 50 milliseconds; the last one may be told late, or not at all.
        setTimeout(() => {
          panel.show(contactId);
          for (let event = 0; event < action.events; event++) panel.emit();
        }, place * 12);
      }
      return;
    case 'look':
      panel.emit();
      return;
    case 'refresh':
      void session?.refresh();
      return;
    case 'reload':
      model.reloaded(panel);
      panel.reload();
      return;
    case 'browse':
      browse(panel, action.fieldName);
      return;
    case 'edit':
      model.edit(action.contactId, action.likeId);
      return;
    case 'oddRow':
      oddRow(panel, model, action.kind);
      return;
    case 'otherVersionRemembers':
      // Not while somebody has it open: the last to write would then be right.
      if (!model.wasShown(action.contactId))
        model.put({
          key: `g:${action.contactId}`,
          queriableValue: 'g',
          value: { version: 9, groups: { a: 1 } },
        });
      return;
    case 'openGroup':
      record?.groups.open({
        by: 'id',
        duplicateId: model.groupOf(panel, action.duplicateId),
        parameters: {},
      });
      return;
    case 'retry':
      for (const failure of session?.decisions.peek()?.saving.failures.peek() ?? [])
        session?.decisions.peek()?.saving.tryAgain(failure);
      if (open) retry(open);
      return;
    default:
      if (record) actOnGroups(action, record);
      if (open) actOnContact(action, open, panel, model);
  }
}

function actOnGroups(action: Action, { groups, candidates }: OpenRecord) {
  if (action.do === 'closeGroup') {
    const opened = groups.opened.peek()[action.place];
    if (opened) groups.close(opened.key);
  }
  if (action.do === 'readOn')
    for (const { reading } of groups.opened.peek()) if (isPaused(reading)) void reading.read();
  if (action.do === 'choose') groups.select(candidates.all.peek()[action.place]?.foundBy[0] ?? 'all');
}

function isPaused({ phase }: { phase: { peek(): { kind: string } } }): boolean {
  return phase.peek().kind === 'stopped' || phase.peek().kind === 'failed';
}

function actOnContact(action: Action, open: OpenContact, panel: AgentPanel, model: Model) {
  const { checks, furtherValues, check } = open.detection;
  const decidable = open.decidable.peek();
  switch (action.do) {
    case 'stop':
      for (const { reading } of checks.peek()) reading.stop();
      return;
    case 'readOn':
      for (const { reading } of checks.peek()) if (isPaused(reading)) void reading.read();
      return;
    case 'checkFurther':
      for (const value of furtherValues.peek().slice(0, 1)) check(value);
      return;
    case 'lookFurther':
      void open.lookFurther.peek()?.look();
      return;
    case 'colleagueDecides':
      return colleagueDecides(open, model, action.place, action.ahead);
    default:
      if (decidable) decide(action, decidable, panel, model);
  }
}

function decide(action: Action, open: DecidableContact, panel: AgentPanel, model: Model) {
  const { review, view, decisions } = open;
  const duplicates = open.candidates.duplicates.peek();
  switch (action.do) {
    case 'compare':
      void review.details.read();
      void review.tickets.read();
      return;
    case 'choose': {
      const one = duplicates[action.place];
      if (one) review.selection.choose(one.contact.id, action.place % 2 === 0);
      return;
    }
    case 'write':
      view.decisionForm.openDraft({ kind: 'all' });
      return view.decisionForm.writeDraft(action.note);
    case 'merge':
      return model.watched(panel, open, () => review.merge.start());
    case 'decide': {
      const one = duplicates[action.place % Math.max(1, duplicates.length)];
      const verdict: Verdict =
        action.kind === 'separate' ? { kind: 'separate' } : { kind: 'investigate', note: 'Ask\nthem' };
      if (one) model.watched(panel, open, () => decisions.decide([one.contact.id], verdict));
      return;
    }
    case 'undo': {
      const ids = [...decisions.statusByContact.peek().keys()];
      const id = ids[action.place % Math.max(1, ids.length)];
      if (id) model.watched(panel, open, () => decisions.undo([id]));
    }
  }
}

/** Tries again whatever has failed. */
export function retry({ detection, groups, decidable, decisionCode }: OpenContact) {
  if (detection.contactError.peek()) void detection.retry();
  for (const { reading } of [...detection.checks.peek(), ...groups.opened.peek()])
    if (reading.phase.peek().kind === 'failed') void reading.read();
  if (!decidable.peek()) decisionCode.load();
  const { decisions, review } = decidable.peek() ?? {};
  if (decisions?.known.peek().phase.kind === 'failed') void decisions.read();
  if (review?.details.state.peek().kind === 'failed') void review.details.read();
}

function browse(panel: AgentPanel, fieldName: (Action & { do: 'browse' })['fieldName']) {
  const browse = panel.session()?.browse;
  if (!browse) return;
  if (fieldName === null) return browse.close();
  browse.open();
  browse.list.peek()?.choose(fieldName, '');
  void browse.list.peek()?.readMore();
}

/** A colleague, whose clock may run ahead, decides about the open contact and somebody found. */
function colleagueDecides(open: OpenContact, model: Model, place: number, ahead: number) {
  const other = open.candidates.all.peek()[place % Math.max(1, open.candidates.all.peek().length)]?.contact;
  if (!other) return;
  const own = open.contact.peek();
  const at = Date.now() + ahead;
  const decision: Decision = createDecision(
    { kind: 'investigate', note: '\u202e' },
    { id: '9', name: 'Lee' },
    at,
    [own, other],
  );
  for (const row of rowsOf(own.id, other.id, decision)) model.put({ ...row, value: copy(row.value) });
}

/** A row that no version of the extension would write, beside the open contact. */
function oddRow(panel: AgentPanel, model: Model, kind: number) {
  const own = panel.shown.at(-1) ?? '1';
  const rows: readonly StoredRow[] = [
    { key: `d:${own}:189200000001001001:zz`, queriableValue: decisionsAbout(own), value: { version: 3 } },
    { key: `d:${own}:..:zz`, queriableValue: decisionsAbout(own), value: { version: 2 } },
    { key: `d:${own}`, queriableValue: decisionsAbout(own), value: {} },
    { key: `x${own}`, queriableValue: decisionsAbout(own), value: { list: [] } },
  ];
  const row = rows[kind];
  if (row) model.put(row);
}

function copy(value: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value));
}
