import { useRef } from 'preact/hooks';
import type { DeskError } from '../../desk/desk-error';
import type { Session } from '../../state/session';
import { CopyButton } from '../kit/copy-button';
import { formatNumber, join, listTexts, t } from '../shell/texts';
import styles from './diagnostics.module.css';

/** What an administrator wants to know when something is amiss. Holds nothing about people. */
export function Diagnostics({ session }: { session: Session }) {
  const facts = useRef<HTMLDListElement>(null);
  const rows = factsOf(session);

  return (
    <div class={styles.diagnostics}>
      <dl ref={facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <CopyButton
        label={t('copyDiagnostics')}
        text={rows.map(([label, value]) => t('labeled', { label, value })).join('\n')}
        shownIn={facts}
      />
    </div>
  );
}

function factsOf(session: Session): (readonly [name: string, value: string])[] {
  const { desk, usage, canRemember } = session;
  const { value: set } = session.settings;
  const { value: record } = session.record;
  const defaultFieldError = record?.kind === 'contact' ? record.detection.defaultFieldError.value : null;
  const errors = errorsIn(session);
  return [
    [t('diagnostics_calls'), formatNumber(usage.calls.value)],
    [t('diagnostics_fields'), set ? listTexts(set.checkedFields) : t('diagnostics_unknown')],
    [t('diagnostics_tickets'), t(set?.coversTickets === false ? 'diagnostics_no' : 'diagnostics_yes')],
    [t('diagnostics_defaultField'), defaultFieldError ? sayError(defaultFieldError) : t('diagnostics_works')],
    [t('diagnostics_storage'), t(canRemember.value ? 'diagnostics_works' : 'diagnostics_fails')],
    [t('diagnostics_location'), desk.location],
    [t('diagnostics_dataCenter'), desk.portal.dataCentre ?? t('diagnostics_unknown')],
    [t('diagnostics_domain'), desk.portal.origin ?? t('diagnostics_unknown')],
    [t('diagnostics_locale'), desk.locale],
    [t('diagnostics_errors'), join('reasons', errors.map(sayError)) || t('diagnostics_none')],
  ];
}

/** What went wrong with what the panel shows. */
function errorsIn({ decisions, record: { value: record } }: Session): DeskError[] {
  const saving = decisions.value?.saving.failures.value.map(({ error }) => error) ?? [];
  const opened = (record?.groups.opened.value ?? []).map(({ reading }) => errorOf(reading.phase.value));
  const own =
    record?.kind === 'contact'
      ? [
          errorOf(record.decidable.value?.decisions.known.value.phase),
          record.detection.contactError.value,
          ...record.detection.checks.value.map(({ reading }) => errorOf(reading.phase.value)),
        ]
      : [];
  return [...own.slice(0, 1), ...saving, ...own.slice(1), ...opened].filter((error) => error !== null);
}

function errorOf(phase: { readonly kind: string; readonly error?: DeskError } | undefined): DeskError | null {
  if (phase?.kind === 'off') return { kind: 'storageOff' };
  return phase?.kind === 'failed' ? (phase.error ?? null) : null;
}

/** The kind, and the raw text of an error in words that are not documented, with addresses and long numbers taken out. */
function sayError(error: DeskError): string {
  if (error.kind !== 'unknown' && error.kind !== 'storageRefused') return error.kind;
  const detail = error.detail.replace(/[^\s"'<>]+@[^\s"'<>]+/g, '…@…').replace(/\+?\d[\d\s().-]{5,}\d/g, '#');
  return t('labeled', { label: error.kind, value: detail.slice(0, 300) });
}
