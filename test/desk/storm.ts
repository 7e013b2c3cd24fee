import { createRandom, type Random } from '../bench/matching/random';
import { type ApiAnswer, type ApiRequest, problems } from './api-answer';
import type { Envelope } from './bridge';
import { type StorageCallName, type StorageResponse, storageRefusals } from './storage';
import type { Outcome, World } from './worlds';

/*
 * A Desk whose answers go wrong in every way that a seed thinks of. It does not lie where nobody could notice it: a group
 * that is said to be whole is whole, and a record that is said to be written is written.
 */

/** A bridge and a storage that misbehave until they are calmed. */
export interface Storm {
  readonly world: World;
  /** What becomes of a call of the storage, given what it would usually do. */
  readonly storage: StorageResponse;
  /** The wrapping of the next answer. */
  envelope(): Envelope;
  /** A value of Desk's page as it is told, if it is. */
  tell(value: unknown): Promise<unknown>;
  /** From now on everything works. What is on its way still comes late, or not at all. */
  calm(): void;
}

const envelopes: readonly Envelope[] = ['text', 'object', 'json', 'rejected', 'encodedTwice', 'mobile'];

/** `random` is asked for whenever something is drawn, so that it may change from step to step. */
export function createStorm(random: () => Random, severity = 0.4): Storm {
  let isCalm = false;
  const revoked = createSpell(random, 0.01, 12);
  const offline = createSpell(random, 0.01, 8);
  const strikes = (share = severity) => !isCalm && random().chance(share);

  return {
    calm() {
      isCalm = true;
    },
    // As objects, ids that are numbers lose their last digits: nobody could tell whose they were.
    envelope: () => (isCalm ? 'text' : random().pick(envelopes)),
    world: {
      async respond(request, usual) {
        if (isCalm) return { kind: 'answer', answer: usual() };
        if (strikes(0.6)) await delay(random());
        if (revoked()) return { kind: 'resolve', value: notAuthorized };
        if (offline()) return random().pick(offlineOutcomes);
        return strikes()
          ? random().pick(faults)(request, usual, random())
          : { kind: 'answer', answer: usual() };
      },
    },
    async storage(call, usual) {
      // What arrives later than anybody waits for an answer is not looked for any more.
      if (strikes(0.4)) await delay(random(), 15_000);
      if (!strikes()) return usual();
      return random().pick(storageFaults[call])(usual, random());
    },
    async tell(value) {
      if (strikes(0.5)) await delay(random());
      return strikes(severity / 2) ? random().pick(pageFaults)(value, random()) : value;
    },
  };
}

/** The storm of a seed. */
export function stormOf(seed: number): Storm {
  const random = createRandom(seed);
  return createStorm(() => random);
}

/** Begins now and then, and lasts for some calls. */
function createSpell(random: () => Random, share: number, longest: number): () => boolean {
  let left = 0;
  return () => {
    if (left === 0 && random().chance(share)) left = 1 + random().below(longest);
    else if (left > 0) left--;
    return left > 0;
  };
}

/** Most answers come soon; a few take longer than anybody waits. */
function delay(random: Random, longest = 30_000): Promise<void> {
  return wait(random.below(random.pick([5, 50, 300, 2000, longest])));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const notAuthorized = {
  data: { error_code: '1000', resumeUrl: 'https://accounts.zoho.eu/oauth/resume?state=1' },
};

const offlineOutcomes: readonly Outcome[] = [
  { kind: 'reject', reason: 'Network Error' },
  { kind: 'reject', reason: '{"statusCode":0,"statusMessage":""}' },
  { kind: 'reject', reason: { message: 'Failed to fetch' } },
];

type Fault = (request: ApiRequest, usual: () => ApiAnswer, random: Random) => Outcome | Promise<Outcome>;

const answer = (answer: ApiAnswer): Outcome => ({ kind: 'answer', answer });
const resolve = (value: unknown): Outcome => ({ kind: 'resolve', value });
const reject = (reason: unknown): Outcome => ({ kind: 'reject', reason });

/** No answer of the API, in whichever form. */
const nonsense: readonly unknown[] = [
  ...[null, undefined, '', '  ', 'null', '{}', {}, [null], 0, 7, true, false, 'undefined', '[object Object]'],
  ...[
    '<html><h1>502 Bad Gateway</h1></html>',
    '{"statusCode":200,"response":"{\\"da',
    '"',
    '[',
    '{"a":'.repeat(9000),
  ],
  ...[
    { statusCode: 200, response: '{"color":"green"}' },
    { statusCode: 200, response: 'x'.repeat(200_000) },
  ],
  ...[
    { statusCode: 202, response: '' },
    { status: 'false' },
    { toString: 1 },
    { statusCode: { valueOf: 1 } },
  ],
  ...[
    'Invoke URL API Execution Limit reached',
    { errMsg: { toString: 1 } },
    { data: { data: { data: {} } } },
  ],
];

const errors: readonly ApiAnswer[] = [
  ...Object.values(problems),
  ...[0, 202, 400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504].map((status) => ({
    status,
    body: null,
  })),
  { status: 500, body: '<html>Sorry</html>' },
  { status: 200, body: { errorCode: 'SOMETHING_NEW', message: 'What nobody knows.' } },
];

const faults: readonly Fault[] = [
  () => ({ kind: 'silence' }),
  (_, __, random) => resolve(random.pick(nonsense)),
  (_, __, random) => reject(random.pick(nonsense)),
  failed,
  failed,
  (_, usual, random) => {
    const text = JSON.stringify({ statusCode: 200, response: stringify(usual().body) });
    return resolve(text.slice(0, random.below(text.length)));
  },
  (_, usual, random) => answer(withRecords(usual(), (records) => records.map((one) => damaged(one, random)))),
  (_, usual, random) => answer(withRecords(usual(), (records) => records.map((one) => spoiled(one, random)))),
  (_, usual, random) => answer(withRecords(usual(), (records) => [...records, random.pick(noRecords)])),
  (_, usual, random) => answer(withRecords(usual(), (records) => shuffled([...records, ...records], random))),
  // A page that begins with what the page before has said.
  ({ query }, usual) =>
    answer(
      withRecords(usual(), (records) =>
        Number(query.page) > 1 ? [...records.slice(0, 3), ...records] : records,
      ),
    ),
  (_, usual, random) => answer(withHints(usual(), random)),
];

/** 404 means something of a single contact, and of a later page: only where it does not, it is a mistake. */
function failed({ path }: ApiRequest, _: unknown, random: Random): Outcome {
  const error = random.pick(errors);
  return answer(error.status === 404 && path !== '/groupContacts' ? problems.serverError : error);
}

const noRecords: readonly unknown[] = [
  ...[
    null,
    7,
    'x',
    [],
    {},
    { id: null },
    { id: '..' },
    { id: 'a/b', lastName: 'Ash' },
    { id: '9'.repeat(60) },
  ],
  ...[{ id: '1,2' }, { id: '<b>1</b>' }, { id: { toString: 1 } }, { lastName: 'x'.repeat(200_000) }],
];

function damaged(record: unknown, random: Random): unknown {
  return random.chance(0.3) ? random.pick(noRecords) : record;
}

/** Values that make no sense in fields that nobody is found by. */
function spoiled(record: unknown, random: Random): unknown {
  if (!isObject(record)) return record;
  const names = [
    'title',
    'createdTime',
    'modifiedTime',
    'isSpam',
    'isEndUser',
    'account',
    'owner',
    'cf',
    'webUrl',
    'type',
  ];
  const values: readonly unknown[] = [
    ...[
      null,
      8.64e15 + 1,
      '0000-00-00',
      { toString: 1 },
      [[[[]]]],
      'x'.repeat(200_000),
      'javascript:alert(1)',
      -1,
    ],
    ...[
      { id: {}, accountName: ['x'] },
      { cf_a: { toString: 1 }, __proto__: 1, constructor: 'x' },
      '\ud800',
      '\u202eabc',
    ],
  ];
  return { ...record, [random.pick(names)]: random.pick(values), [random.pick(names)]: random.pick(values) };
}

function shuffled(records: readonly unknown[], random: Random): unknown[] {
  return records
    .map((record) => ({ record, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ record }) => record);
}

/** Says of the pages what is wrong, but never that there are no more where there are. */
function withHints(usual: ApiAnswer, random: Random): ApiAnswer {
  if (!isObject(usual.body) || Array.isArray(usual.body) || 'id' in usual.body) return usual;
  const info = random.pick<unknown>([
    { more_records: true },
    { more_records: 'yes', count: 10_000 },
    { more_records: {}, total: { valueOf: 1 } },
    { total: 10_000 },
    { count: '99999' },
    null,
  ]);
  return { ...usual, body: { ...usual.body, info } };
}

/** Changes the records of a list or of groups; anything else stays as it is. */
function withRecords(
  usual: ApiAnswer,
  change: (records: readonly unknown[]) => readonly unknown[],
): ApiAnswer {
  return { ...usual, body: changed(usual.body) };

  function changed(body: unknown): unknown {
    if (!isObject(body)) return body;
    if (Array.isArray(body)) return body.some(isGroup) ? body.map(changed) : change(body);
    const name = ['contacts', 'data'].find((name) => name in body);
    return name ? { ...body, [name]: changed(body[name]) } : body;
  }
}

function isGroup(value: unknown): boolean {
  return isObject(value) && 'contacts' in value;
}

type StorageFault = (usual: () => unknown, random: Random) => unknown;

const refuse =
  (...refusals: readonly (keyof typeof storageRefusals)[]): StorageFault =>
  (_, random) => {
    throw storageRefusals[random.pick(refusals)];
  };

const silence: StorageFault = () => new Promise(() => {});

/** Done, but the answer does not come. */
const doneInSilence: StorageFault = (usual) => {
  usual();
  return new Promise(() => {});
};

/** Done, but the answer says something else. */
const doneButRefused: StorageFault = (usual) => {
  usual();
  throw storageRefusals.failed;
};

const doneAndSaidOddly: StorageFault = (usual, random) => {
  usual();
  return random.pick([null, undefined, '', {}, [], 'success', { status: { toString: 1 } }]);
};

const rows: readonly unknown[] = [
  ...[
    null,
    7,
    'x',
    {},
    { key: 7 },
    { key: 'd:1:2:3', value: 'x' },
    { key: 'd:', value: {}, queriableValue: 'c:1' },
  ],
];

const storageFaults: Readonly<Record<StorageCallName, readonly StorageFault[]>> = {
  get: [
    silence,
    refuse('tooMany', 'failed'),
    (_, random) =>
      random.pick<unknown>([null, '', 7, {}, [], { 'database.get': 7 }, { 'database.get': { data: 'x' } }]),
    (usual, random) => {
      const answer = usual();
      const found = isObject(answer) && isObject(answer['database.get']) ? answer['database.get'].data : null;
      return Array.isArray(found) ? { 'database.get': { data: [...found, random.pick(rows)] } } : answer;
    },
  ],
  set: [silence, doneInSilence, doneButRefused, doneAndSaidOddly, refuse('tooMany', 'full', 'failed')],
  delete: [silence, doneInSilence, doneButRefused, doneAndSaidOddly, refuse('tooMany', 'failed')],
};

type PageFault = (value: unknown, random: Random) => unknown;

const pageFaults: readonly PageFault[] = [
  () => null,
  () => new Promise(() => {}),
  () => {
    throw storageRefusals.noData;
  },
  (_, random) =>
    random.pick<unknown>(['x', -7, [], {}, { toString: 1 }, { id: '..' }, { id: { toString: 1 } }]),
  (value, random) => spoiled(value, random),
];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function stringify(value: unknown): string {
  return JSON.stringify(value, (_, entry) => (typeof entry === 'bigint' ? String(entry) : entry)) ?? '';
}
