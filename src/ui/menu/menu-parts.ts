/* What the button `More` takes. */
export { More } from './more';
