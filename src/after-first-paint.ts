/* Everything loaded after the first paint. */
export { createSession } from './state/session';
export { Panel } from './ui/panel/panel';
