/* What only a list needs that is too long to be taken in at a glance. */
export { arrange } from '../../duplicates/arrange';
export { ListControls } from './list-controls';
export { MoreButton } from './more-button';
