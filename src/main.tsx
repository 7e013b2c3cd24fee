import { render } from 'preact';
import { connectDesk } from './desk/desk';
import { Frame } from './ui/shell/frame';
import { Skeleton } from './ui/shell/skeleton';
import { StartFailure } from './ui/shell/start-failure';
import { loadTexts } from './ui/shell/texts';
import { followPreferences } from './ui/shell/theme';

// Loads while Desk says hello, so that the frame stands as early as can be.
const later = import('./after-first-paint');

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
  const { createSession, Panel } = await later;
  const session = createSession(desk);
  // Not every change of the record is told by an event, so the agent's coming back is a reason to look as well.
  addEventListener('focus', session.look);
  document.addEventListener('visibilitychange', session.look);
  document.documentElement.addEventListener('pointerenter', session.look);
  render(<Panel session={session} />, document.body);
} catch {
  // Desk's script is missing, Desk did not answer, or a part did not load: the panel says so, in its own words.
  await loadTexts(navigator.language.slice(0, 2), {});
  render(<StartFailure />, document.body);
}
