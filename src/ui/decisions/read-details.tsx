import type { DecisionAid } from '../../state/decision-aid';
import { Button } from '../shell/button';
import { tCount } from '../shell/texts';

/** Reads the fields that lists leave out: a call for each contact, unless its record was read lately. */
export function ReadDetails({ aid }: { aid: DecisionAid }) {
  return (
    <Button onClick={() => void aid.readDetails()}>{tCount('readDetails', aid.detailsMissing.value)}</Button>
  );
}
