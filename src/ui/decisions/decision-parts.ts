/* What loads at once, when something was decided about the open contact or the first answer is there. */
export { canDecide } from '../../state/decisions/contact-decisions';
export { DecisionBar } from '../compare/decision-bar';
export { Comparison, MergeAdvice } from '../compare/decision-view';
export { DecisionNote } from './decision-note';
export { DecisionsUnknown, StorageOff } from './decisions-unknown';
export { EarlierDecisions } from './earlier-decisions';
export { MergedRecords } from './merged-records';
