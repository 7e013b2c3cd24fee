import { Button } from './button';
import { Frame } from './frame';
import { Notice } from './notice';
import { t } from './texts';
import './theme.css';

/**
 * Shown when the panel cannot start: because Desk's script is missing or does not answer, which is told with what to do
 * about it, or through a mistake of its own. Depends on nothing but the texts.
 */
export function StartFailure({ isDeskSilent }: { isDeskSilent: boolean }) {
  return (
    <Frame>
      <Notice
        look="bad"
        title={t('error_start_title')}
        actions={<Button onClick={() => location.reload()}>{t('tryAgain')}</Button>}
      >
        {isDeskSilent ? <p>{t('error_start_text', { host: 'js.zohostatic.com' })}</p> : null}
      </Notice>
    </Frame>
  );
}
