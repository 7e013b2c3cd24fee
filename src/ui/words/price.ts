import { tCount } from '../shell/texts';

/** What a click costs, such as `3 API calls`. */
export function sayPrice(calls: number): string {
  return tCount('apiCalls', calls);
}

/** The most that a click may cost, such as `up to 3 API calls`. */
export function sayHighestPrice(calls: number): string {
  return tCount('upToApiCalls', calls);
}
