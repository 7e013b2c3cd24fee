import manifest from '../../plugin-manifest.json';
import { openDialog } from './dialog';
import { create } from './elements';
import type { WidgetData } from './protocol';
import { answersKey, type Settings } from './settings';
import { fetchTranslation } from './translations';
import { developerBase, packageBase, widgetAddress } from './widget-address';
import { createWidgetHost, type DeskService, type ModalOptions, type WidgetHost } from './widget-host';

const uniqueID = '5f0c1c0e-0000-4000-8000-000000000001';

/** The widget's place in Desk's page: its frame and Desk's side of it, or Desk's own notice and no host. */
export interface WidgetPanel {
  readonly element: HTMLElement;
  readonly host: WidgetHost | null;
}

/** Where the portal lives, as Desk tells it. */
export interface DataCenter {
  readonly dcType: string;
  readonly deskDomainUrl: string;
}

/** `settings` may change their looks later on; everything else is as it is now. */
export function createWidgetPanel(
  settings: Settings,
  service: DeskService,
  onAuthorize: () => void,
  home: DataCenter = { dcType: 'EU', deskDomainUrl: 'https://desk.zoho.eu' },
): WidgetPanel {
  if (settings.authorized !== 'yes') {
    return { element: createNotice(settings.authorized, onAuthorize), host: null };
  }
  const developer = new URLSearchParams(location.search).get('developer');
  const base = developer ? developerBase(developer) : packageBase(widgetOrigin(), settings.widget);
  const frame = createFrame(addressFor(settings, base), settings);
  const host = createWidgetHost({
    address: frame.src,
    frame: () => frame.contentWindow,
    describe: () => describeWidget({ ...settings, uniqueID }, base, home),
    service,
    uniqueID,
    openModal: (options) => openModal(options, { settings, base, service, home }),
  });
  frame.addEventListener('load', () => void host.loaded());
  addEventListener('message', host.receive);
  host.rendered();
  return { element: frame, host };
}

interface ModalPlace {
  readonly settings: Settings;
  readonly base: string;
  readonly service: DeskService;
  readonly home: DataCenter;
}

/** A page of the extension in a dialog over Desk's page. How Desk refuses one is not documented. */
async function openModal({ url, title, location }: ModalOptions, place: ModalPlace): Promise<unknown> {
  const { settings, base, service, home } = place;
  if (settings.modal === 'refused') throw { errMsg: 'Invalid Payload' };
  const widgetID = crypto.randomUUID();
  const kept = settings.modal === 'withQuery' ? url : url.replace(/\?.*/, '');
  const frame = create('iframe', { title, src: widgetAddress(base, kept, standInFor(settings)) });
  const host = createWidgetHost({
    address: frame.src,
    frame: () => frame.contentWindow,
    describe: () => describeWidget({ ...settings, location, uniqueID: widgetID }, base, home),
    service,
    uniqueID: widgetID,
    // What Desk sends with it is not documented: here, nothing.
    onBound(name) {
      if (name === 'modal.opened') host.emit(name, {});
    },
  });
  frame.addEventListener('load', () => void host.loaded());
  addEventListener('message', host.receive);
  host.rendered();
  openDialog(title, frame, () => removeEventListener('message', host.receive));
  return { url, location, widgetID, name: title };
}

/** The server puts the origin of the widget, which is not this page's, into the page's head. */
function widgetOrigin(): string {
  return document.querySelector<HTMLMetaElement>('meta[name=widget-origin]')?.content ?? location.origin;
}

function addressFor(settings: Settings, base: string): string {
  const url = manifest.modules.widgets.find((widget) => widget.location === settings.location)?.url ?? '';
  return widgetAddress(base, url, {
    ...standInFor(settings),
    ...(haveAnswersChanged(settings) ? { forget: 'answers' } : {}),
  });
}

function standInFor({ browserStorage }: Settings) {
  return {
    serviceOrigin: location.origin,
    ...(browserStorage === 'blocked' ? { browserStorage } : {}),
  };
}

/** Whether what the widget keeps in this tab are the answers of other settings, or of nobody knows which. */
function haveAnswersChanged(settings: Settings): boolean {
  const key = answersKey(settings);
  const before = sessionStorage.getItem('local-desk:answers');
  sessionStorage.setItem('local-desk:answers', key);
  return before !== key;
}

type Described = Pick<Settings, 'texts' | 'locale' | 'localeForm' | 'appearance' | 'theme' | 'font'> & {
  readonly location: string;
  readonly uniqueID: string;
};

async function describeWidget(widget: Described, base: string, home: DataCenter): Promise<WidgetData> {
  const { uniqueID, location, locale: wished, texts, localeForm, appearance, theme, font } = widget;
  const found = texts === 'missing' ? null : await fetchTranslation(base, wished);
  const locale = localeForm === 'list' ? manifest.locale : found?.locale;
  return {
    uniqueID,
    extensionID: '189200000009000001',
    location,
    ...(found ? { locale, [texts]: found.texts } : {}),
    meta: {
      ...home,
      service: 'zohodesk',
      userPreferences: { appearance, theme, fontFamily: font },
    },
  };
}

/** The sandbox that a sister product of Desk puts its widgets into. */
const sandbox = 'allow-forms allow-scripts allow-same-origin allow-popups';

function createFrame(src: string, { frame: attributes, width, height }: Settings): HTMLIFrameElement {
  const frame = create('iframe', { id: 'widget', title: 'Duplicate Contacts', src, width });
  if (height !== 'window') frame.style.blockSize = `${height}px`;
  if (attributes === 'clipboard') frame.allow = 'clipboard-write';
  if (attributes === 'sandboxed') frame.setAttribute('sandbox', sandbox);
  return frame;
}

/**
 * What Desk shows in place of a widget whose connection nobody has authorized (seen in its web client): a button for
 * the administrator, a notice for everyone else. Light agents get no extensions at all.
 */
function createNotice(
  authorized: Exclude<Settings['authorized'], 'yes'>,
  onAuthorize: () => void,
): HTMLElement {
  switch (authorized) {
    case 'administratorPending': {
      const button = create('button', { type: 'button' }, 'Authorize');
      button.addEventListener('click', onAuthorize);
      return notice('Authorize the extension to start using it with Zoho Desk.', button);
    }
    case 'agentPending':
      return notice('This extension is pending authorization from your administrator.');
    case 'lightAgent':
      return notice('Light agents see no extensions here.');
  }
}

function notice(text: string, ...more: HTMLElement[]): HTMLElement {
  return create('div', { id: 'notice' }, create('p', {}, text), ...more);
}
