import { useState } from 'preact/hooks';
import { zohoLink } from '../desk/data-centre';
import type { Candidate } from '../duplicates/candidates';
import { type Contact, fullName } from '../duplicates/contact';
import type { ContactDecisions } from '../state/contact-decisions';
import type { Workspace } from '../state/workspace';
import { Button } from './button';
import { DecisionNote, letterIn } from './decision-note';
import { Failure, failureTitle } from './failure';
import { LetterMark } from './letter-mark';
import { Notice } from './notice';
import styles from './saved-decisions.module.css';
import { listTexts, t, tCount } from './texts';

/** What was decided about contacts that the list does not show, and what is amiss with saving and reading decisions. */
export function SavedDecisions({ workspace }: { workspace: Workspace }) {
  const { decisions } = workspace;
  if (!decisions) return null;
  return (
    <>
      <Unknown decisions={decisions} />
      <Unreadable workspace={workspace} decisions={decisions} />
      <Unsaved decisions={decisions} />
      <EarlierDecisions workspace={workspace} decisions={decisions} />
    </>
  );
}

interface PartProps {
  readonly decisions: ContactDecisions;
}

/** Said where the list may show contacts that are decided on. */
function Unknown({ decisions }: PartProps) {
  const phase = decisions.phase.value;
  if (phase.kind === 'reading' && decisions.isReady.value) {
    return <Notice look="quiet">{t('decisionsLate')}</Notice>;
  }
  if (phase.kind !== 'failed') return null;
  if (phase.error.kind === 'storageOff') {
    return (
      <Notice look="quiet" title={failureTitle(phase.error)}>
        <p>{t('error_storageOff_text')}</p>
      </Notice>
    );
  }
  const readAgain = <Button onClick={() => void decisions.read()}>{t('tryAgain')}</Button>;
  return (
    <Notice look="warn" title={failureTitle(phase.error)} actions={readAgain}>
      <p>{t('decisionsUnknown')}</p>
    </Notice>
  );
}

function Unreadable({ workspace, decisions }: PartProps & { workspace: Workspace }) {
  const letters = [...decisions.unreadable.value].map(letterIn(workspace));
  return letters.length ? (
    <Notice look="quiet">{t('decisionsUnreadable', { letters: listTexts(letters) })}</Notice>
  ) : null;
}

/** What could not be saved no longer stands: said, with the way to try again. */
function Unsaved({ decisions }: PartProps) {
  const unsaved = decisions.unsavedCount.value;
  return (
    <>
      {decisions.isWaiting.value && unsaved > 0 && (
        <Notice look="quiet">{tCount('decisionsWaiting', unsaved)}</Notice>
      )}
      {decisions.failures.value.map((failed) => (
        <Failure
          key={failed.error.kind}
          error={failed.error}
          reference={null}
          onTryAgain={() => decisions.tryAgain(failed)}
          onClose={() => decisions.dismiss(failed)}
        >
          <p>{tCount('notSaved', failed.orders.length)}</p>
        </Failure>
      ))}
    </>
  );
}

/** As many as are seen at a glance; the others wait for a click. */
const mostAtOnce = 5;

function EarlierDecisions({ workspace, decisions }: PartProps & { workspace: Workspace }) {
  const [showsAll, setShowsAll] = useState(false);
  const listed = new Set(workspace.duplicates.value.map(({ contact }) => contact.id));
  const entries = [...decisions.standings.value]
    .filter(([contactId]) => !listed.has(contactId))
    .map(([contactId, { latest }]) => ({ contactId, at: latest.at }))
    .sort((a, b) => b.at - a.at);
  if (!entries.length || !decisions.isReady.value) return null;
  const shown = showsAll ? entries : entries.slice(0, mostAtOnce);
  const inOneGo = entries.filter(({ at }) => at === entries[0]?.at);
  return (
    <section aria-labelledby="earlier-decisions" class={styles.earlier}>
      <div class={styles.head}>
        <h2 id="earlier-decisions" tabIndex={-1}>
          {t('earlierDecisions')}
        </h2>
        {inOneGo.length > 1 && (
          <Button
            look="ghost"
            onClick={() => {
              for (const { contactId } of inOneGo) decisions.undo(contactId);
            }}
          >
            {t('undoAll', { count: inOneGo.length })}
          </Button>
        )}
      </div>
      <ul class={styles.list} aria-labelledby="earlier-decisions">
        {shown.map(({ contactId }) => (
          <li key={contactId}>
            <LetterMark letter={candidateIn(workspace, contactId)?.letter ?? '–'} />
            <div class={styles.facts}>
              <Who contactId={contactId} contact={candidateIn(workspace, contactId)?.contact} />
              <DecisionNote workspace={workspace} contactId={contactId} isPlain />
            </div>
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button onClick={() => setShowsAll(true)}>{t('showAll', { count: entries.length })}</Button>
      )}
    </section>
  );
}

function candidateIn({ candidates }: Workspace, contactId: string): Candidate | undefined {
  return candidates.value.find(({ contact }) => contact.id === contactId);
}

/** The contact that was decided about: by its name as long as Desk groups it with the open one, else by its id. */
function Who({ contactId, contact }: { contactId: string; contact: Contact | undefined }) {
  if (!contact) return <p>{t('contactOfId', { id: contactId })}</p>;
  const href = zohoLink(contact.webUrl);
  const name = <bdi>{fullName(contact) ?? t('noName')}</bdi>;
  return (
    <p>
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer" title={t('opensInDesk')}>
          {name}
        </a>
      ) : (
        name
      )}{' '}
      <span class={styles.soft}>{contact.email}</span>
    </p>
  );
}
