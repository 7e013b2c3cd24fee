import { render } from 'preact';
import { connectDesk } from './desk/desk';
import { Frame } from './ui/shell/frame';
import { Skeleton } from './ui/shell/skeleton';
import { StartFailure } from './ui/shell/start-failure';
import { loadTexts } from './ui/shell/texts';
import { followPreferences } from './ui/shell/theme';

// Load the rest while connecting, so the frame appears early.
const rest = import('./after-first-paint');

try {
  const desk = await connectDesk(window.ZOHODESK);
  followPreferences(desk);
  await loadTexts(desk.locale, desk.localeTexts);
  render(
    <Frame>
      <Skeleton />
    </Frame>,
    document.body,
  );
  const { createSession, Panel } = await rest;
  const session = createSession(desk);
  // Desk does not signal every record change, so also check when the agent returns to the panel.
  addEventListener('focus', session.checkOpenRecord);
  document.addEventListener('visibilitychange', session.checkOpenRecord);
  document.documentElement.addEventListener('pointerenter', session.checkOpenRecord);
  render(<Panel session={session} />, document.body);
} catch {
  // Desk's script is missing, Desk did not answer, or a part did not load: the panel says so, in its own words.
  await loadTexts(navigator.language.slice(0, 2), {});
  render(<StartFailure />, document.body);
}
