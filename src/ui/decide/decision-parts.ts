/* What loads at once, when something was decided about the open contact or the first answer is there. */
export { canDecide } from '../../state/decisions/contact-decisions';
export { ComparedRecords } from '../compare/compared-records';
export { MergeAdvice } from '../compare/merge-advice';
export { DecisionBar } from './decision-bar';
export { DecisionNote } from './decision-note';
export { DecisionsUnknown } from './decisions-unknown';
export { EarlierDecisions } from './earlier-decisions';
export { MergedRecords } from './merged-records';
export { StorageOff } from './storage-off';
