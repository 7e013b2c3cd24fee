import { describe, expect, it } from 'vitest';
import { createDecisionForm, type Draft, type Target } from '../../../../src/state/decisions/decision-form';

const kim: Target = { kind: 'one', contactId: 'kim' };
const lee: Target = { kind: 'one', contactId: 'lee' };
const all: Target = { kind: 'all' };

describe('the target of the next decision', () => {
  it('is everybody compared at first, and what the agent chooses then', () => {
    const form = createDecisionForm('robin', new Map());
    expect(form.target.value).toEqual({ kind: 'compared' });
    for (const target of [kim, all, null]) {
      form.setTarget(target);
      expect(form.target.value).toEqual(target);
    }
  });
});

describe('the draft of a note', () => {
  it('is what was written last about its target', () => {
    const form = createDecisionForm('robin', new Map());
    expect(form.draft.value).toBeNull();
    form.openDraft(kim);
    expect(form.draft.value).toEqual({ contactId: 'robin', target: kim, note: '' });
    form.writeDraft('only about Kim');
    form.openDraft(lee);
    expect(form.draft.value?.note).toBe('');
    form.openDraft({ ...kim });
    expect(form.draft.value?.note).toBe('only about Kim');
  });

  it('is open again, with its target, when the contact is opened again', () => {
    const drafts = new Map<string, Draft>();
    const form = createDecisionForm('robin', drafts);
    form.openDraft(all);
    form.writeDraft('half a thought');
    const other = createDecisionForm('kim', drafts);
    expect([other.draft.value, other.target.value]).toEqual([null, { kind: 'compared' }]);
    const again = createDecisionForm('robin', drafts);
    expect(again.draft.value?.note).toBe('half a thought');
    expect(again.target.value).toEqual(all);
  });

  it('is forgotten once it was saved or given up', () => {
    const drafts = new Map<string, Draft>();
    const form = createDecisionForm('robin', drafts);
    form.openDraft(kim);
    form.writeDraft('half a thought');
    form.dropDraft();
    expect(form.draft.value).toBeNull();
    expect(createDecisionForm('robin', drafts).draft.value).toBeNull();
  });

  it('needs to be opened before it is written', () => {
    const form = createDecisionForm('robin', new Map());
    form.writeDraft('lost');
    form.dropDraft();
    expect(form.draft.value).toBeNull();
  });
});
