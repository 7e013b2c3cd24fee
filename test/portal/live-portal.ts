import type { ApiAnswer, ApiRequest } from '../desk/api-answer';
import { SentBody } from '../desk/api-answer';
import type { LivePortal } from '../desk/bridge';
import type { LiveAnswer } from './live-api';
import type { PortalFacts } from './portal-facts';

/** Asks the server of this page, which alone may. */
async function ask(path: string): Promise<unknown> {
  const response = await fetch(`/live/${path}`, { headers: { 'x-live-portal': 'page' } });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

export async function readPortalFacts(): Promise<PortalFacts> {
  return (await ask('portal')) as PortalFacts;
}

/** The portal as the bridge asks it; `onAnswer` is told what to do about each answer, or that it was good. */
export function createLivePortal(onAnswer: (advice: string | null) => void): LivePortal {
  return {
    async answer({ path, query }: ApiRequest): Promise<ApiAnswer> {
      const answer = await ask(`api/v1${path}?${new URLSearchParams(query)}`).catch(unanswered);
      const { status, text, advice } = answer as LiveAnswer;
      onAnswer(advice);
      return { status, body: text === '' ? null : new SentBody(text) };
    },
  };
}

function unanswered(): LiveAnswer {
  return {
    status: 0,
    text: '',
    advice: 'The local server does not answer: is npm run portal still running?',
  };
}
