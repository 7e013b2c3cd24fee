import type { DecisionAid } from '../../state/decision-aid';
import { Button } from '../shell/button';
import { tCount } from '../shell/texts';

/** Reads the fields that lists leave out: one call for all records, or one more for each where Desk tells no more by it. */
export function ReadDetails({ aid }: { aid: DecisionAid }) {
  const most = aid.detailsMissing.value + 1;
  return <Button onClick={() => void aid.readDetails()}>{tCount('readDetails', most)}</Button>;
}
