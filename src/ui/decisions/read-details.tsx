import type { OnRequest } from '../../state/review/on-request';
import { Button } from '../shell/button';
import { tCount } from '../shell/texts';

/** Reads the fields that lists leave out: a call for each contact, unless its record was read lately. */
export function ReadDetails({ details }: { details: OnRequest }) {
  return (
    <Button onClick={() => void details.read()}>{tCount('readDetails', details.missingCount.value)}</Button>
  );
}
