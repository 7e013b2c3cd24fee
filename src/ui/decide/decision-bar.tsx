import type { Candidate } from '../../duplicates/candidates';
import type { DecidableContact } from '../../state/decidable-contact';
import { canDecide } from '../../state/decisions/contact-decisions';
import type { OpenContact } from '../../state/open-contact';
import { candidatesOf, checkOf, selectedTab } from '../panel/record-tabs';
import { letterIn } from '../words/letters';
import { DecideView } from './decide-view';
import styles from './decision-bar.module.css';
import { MergeRow } from './merge-row';
import { UnsavedDecisions } from './unsaved-decisions';

/** What stays in reach however far the list is scrolled: deciding about it, and what could not be saved. */
export function DecisionBar({ record }: { record: OpenContact }) {
  const decidable = record.decidable.value;
  if (!decidable) return null;
  const candidates = shownBy(record);
  return (
    <>
      <UnsavedDecisions decidable={decidable} />
      {candidates.length > 0 && <DecisionButtons decidable={decidable} candidates={candidates} />}
    </>
  );
}

/** The possible duplicates in the tab that is shown; an opened group is not decided about. */
function shownBy(record: OpenContact): readonly Candidate[] {
  const selected = selectedTab(record);
  const isGroup = record.groups.opened.value.some(({ key }) => key === selected);
  return isGroup ? [] : candidatesOf(record, checkOf(record, selected));
}

interface DecisionButtonsProps {
  readonly decidable: DecidableContact;
  /** Everybody in the list. */
  readonly candidates: readonly Candidate[];
}

/** Merging, not the same person, worth a closer look. */
function DecisionButtons({ decidable, candidates }: DecisionButtonsProps) {
  const { review, view, decisions } = decidable;
  const letterOf = letterIn(decidable);
  const compared = review.selection.compared.value;
  return (
    <div class={styles.bar}>
      {compared.length > 1 && <MergeRow review={review} letterOf={letterOf} />}
      {canDecide(decisions) && (
        <DecideView
          decisions={decisions}
          form={view.decisionForm}
          compared={compared}
          letterOf={letterOf}
          candidates={candidates}
        />
      )}
    </div>
  );
}
