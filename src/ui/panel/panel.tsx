import type { GroupReference } from '../../duplicates/group-reference';
import type { Browse } from '../../state/browse';
import { loadedLater } from '../../state/loaded-later';
import type { Session } from '../../state/session';
import { Announcer } from '../kit/announcer';
import { Freshness } from '../kit/freshness';
import { onDemand, PartFailed } from '../kit/on-demand';
import { Button } from '../shell/button';
import { Frame } from '../shell/frame';
import { Skeleton } from '../shell/skeleton';
import { t } from '../shell/texts';
import { Footer } from './footer';
import { RecordView } from './record-view';

const DuplicateValuesView = onDemand(
  loadedLater(() => import('../duplicate-values/duplicate-values-view')),
  (part) => part.DuplicateValuesView,
);

/** The widget, once it is connected to Desk: the open contact's duplicates, and ways to look further. */
export function Panel({ session }: { session: Session }) {
  const { browse, usage } = session;
  const record = session.record.value;
  const open = (reference: GroupReference) => {
    browse.close();
    record?.groups.open(reference);
  };
  return (
    <Frame
      footer={<Footer session={session} onOpen={open} />}
      actions={
        <>
          <Freshness since={usage.readAt.value} />
          <Button
            look="ghost"
            aria-label={t('refresh')}
            title={t('refresh')}
            onClick={() => void session.refresh()}
          >
            <RefreshIcon />
          </Button>
        </>
      }
    >
      <Announcer />
      {browse.isOpen.value ? (
        <Browsing browse={browse} onOpen={open} />
      ) : record ? (
        <RecordView key={record.contact.value?.id} record={record} />
      ) : (
        <Skeleton />
      )}
    </Frame>
  );
}

interface BrowsingProps {
  readonly browse: Browse;
  onOpen(reference: GroupReference): void;
}

/** The portal's shared values, once what they take is loaded. */
function Browsing({ browse, onOpen }: BrowsingProps) {
  const list = browse.list.value;
  if (list) return <DuplicateValuesView list={list} onOpen={onOpen} onBack={browse.close} />;
  return browse.code.phase.value === 'failed' ? <PartFailed onTryAgain={browse.code.load} /> : <Skeleton />;
}

function RefreshIcon() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.2"
      aria-hidden="true"
    >
      <path d="M13.5 8A5.5 5.5 0 1 1 11.9 4.1M13.5 1.5v3h-3" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
