/* What the widget needs once its frame stands, in one file to load. */
export { createSession } from './state/session';
export { Panel } from './ui/panel';
