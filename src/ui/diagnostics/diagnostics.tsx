import { useRef } from 'preact/hooks';
import type { DeskResult } from '../../desk/desk-error';
import type { Session } from '../../state/session';
import { CopyButton } from '../kit/copy-button';
import { formatNumber, join, listTexts, t } from '../shell/texts';
import { CallTable, callsAsText, useAnswers } from './call-table';
import styles from './diagnostics.module.css';
import { errorsIn } from './errors-in';
import { sayError } from './say-error';

/** What an administrator wants to know when something is amiss. Holds nothing about people. */
export function Diagnostics({ session }: { session: Session }) {
  const facts = useRef<HTMLDivElement>(null);
  const rows = factsOf(session);
  const calls = useAnswers(session.usage.sent, session.usage.calls.value);

  return (
    <div class={styles.diagnostics}>
      <div ref={facts}>
        <dl>
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        {calls.length > 0 && <CallTable calls={calls} />}
      </div>
      <CopyButton
        label={t('copyDiagnostics')}
        text={[...rows.map(([label, value]) => t('labeled', { label, value })), callsAsText(calls)].join(
          '\n',
        )}
        shownIn={facts}
      />
    </div>
  );
}

function factsOf(session: Session): (readonly [name: string, value: string])[] {
  const { desk, usage, canRemember } = session;
  const { value: set } = session.settings;
  const { value: record } = session.record;
  const defaultField = record?.kind === 'contact' ? record.detection.defaultField.value : null;
  const errors = errorsIn(session);
  return [
    [t('diagnostics_calls'), formatNumber(usage.calls.value)],
    [t('diagnostics_fields'), set ? listTexts(set.checkedFields) : t('diagnostics_unknown')],
    [t('diagnostics_tickets'), t(set?.coversTickets === false ? 'diagnostics_no' : 'diagnostics_yes')],
    [t('diagnostics_defaultField'), sayAnswer(defaultField)],
    [t('diagnostics_storage'), t(canRemember.value ? 'diagnostics_works' : 'diagnostics_fails')],
    [t('diagnostics_location'), desk.location],
    [t('diagnostics_dataCenter'), desk.portal.dataCenter ?? t('diagnostics_unknown')],
    [t('diagnostics_domain'), desk.portal.origin ?? t('diagnostics_unknown')],
    [t('diagnostics_locale'), desk.locale],
    [t('diagnostics_errors'), join('reasons', errors.map(sayError)) || t('diagnostics_none')],
  ];
}

/** Whether something can be read, where it was asked for. */
function sayAnswer(answer: DeskResult<unknown> | null): string {
  if (!answer) return t('diagnostics_unknown');
  return answer.ok ? t('diagnostics_works') : sayError(answer.error);
}
