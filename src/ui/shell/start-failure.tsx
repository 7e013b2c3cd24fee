import { Button } from './button';
import { Frame } from './frame';
import { Notice } from './notice';
import { t } from './texts';
import './theme.css';

/** Shown when Desk's script is missing or does not answer. Depends on nothing but the texts. */
export function StartFailure() {
  return (
    <Frame>
      <Notice
        look="bad"
        title={t('error_start_title')}
        actions={<Button onClick={() => location.reload()}>{t('tryAgain')}</Button>}
      >
        <p>{t('error_start_text', { host: 'js.zohostatic.com' })}</p>
      </Notice>
    </Frame>
  );
}
