import type { OnRequest } from '../../state/review/on-request';
import { Button } from '../shell/button';
import { t } from '../shell/texts';
import { sayHighestPrice } from '../words/price';

/** Reads the fields that lists leave out: a call for each contact, unless its record was read lately. */
export function ReadDetails({ details }: { details: OnRequest }) {
  return (
    <Button onClick={() => void details.read()}>
      {t('readDetails', { price: sayHighestPrice(details.missingCount.value) })}
    </Button>
  );
}
