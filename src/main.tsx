import { render } from 'preact';
import { connectDesk } from './desk/desk';
import { createSession } from './state/session';
import { Panel } from './ui/panel/panel';
import { StartFailure } from './ui/shell/start-failure';
import { loadTexts } from './ui/shell/texts';
import { followPreferences } from './ui/shell/theme';

let isDeskSilent = true;
try {
  const desk = await connectDesk(window.ZOHODESK, new URLSearchParams(location.search));
  isDeskSilent = false;
  followPreferences(desk);
  const texts = loadTexts(desk.locale, desk.localeTexts);
  // The first calls leave before anything is drawn.
  const session = createSession(desk);
  await texts;
  // Desk does not signal every record change, so also check when the agent returns to the panel.
  addEventListener('focus', session.checkOpenRecord);
  document.addEventListener('visibilitychange', session.checkOpenRecord);
  document.documentElement.addEventListener('pointerenter', session.checkOpenRecord);
  render(<Panel session={session} />, document.body);
} catch (error) {
  if (isDeskSilent) await loadTexts(navigator.language, {});
  render(<StartFailure isDeskSilent={isDeskSilent} />, document.body);
  // Nothing else can be wrong than a part of the panel itself: that belongs in the console.
  if (!isDeskSilent) throw error;
}
