/* What loads at once, when the agent opens a group or has nothing more to wait for. */
export { GroupView } from './group-view';
export { OpenGroupForm } from './open-group-form';
