import { describe, expect, it } from 'vitest';
import { type MessageType, PROTOCOL, receive, type SenderKind } from '@/utils/messages/protocol.ts';
import { isStructureQuestion, receivePush, STRUCTURE_QUESTION } from '@/utils/messages/push.ts';
import { aDeletion, aPicker, aReview, aSighting, aTask, HOW_READ, TASK_ID } from '../support/builders.ts';

const sighting = aSighting({ kind: 'list', names: ['Scanner'], rows: 3 });
const VALID: { [T in MessageType]: unknown } = {
  'page.hello': {},
  'link.opened': { link: 'canon-imagerunner' },
  'link.answer': { take: true },
  'page.report': { taskId: TASK_ID, sighting, how: HOW_READ },
  'page.left': { taskId: TASK_ID },
  'page.interferes': { taskId: TASK_ID },
  'card.stop': { taskId: TASK_ID },
  'card.open-panel': {},
  'guide.start': {
    appId: 'msmtp',
    appName: 'msmtp',
    device: 'Server',
    name: 'msmtp Server',
    where: 'microsoft',
    tag: TASK_ID,
  },
  'guide.delete': { name: 'Scanner', where: 'microsoft', tag: null },
  'guide.review': { where: 'microsoft' },
  'guide.choose-row': { row: 1 },
  'guide.go-on': {},
  'guide.done': {},
  'guide.stop': {},
  'guide.structure': {},
  'guide.show-page': {},
  'reminders.touched': { touched: [{ change: 'sending-default-off', count: 4 }] },
  'reminders.look': {},
  'reminders.snooze': { ids: [TASK_ID], until: '2027-06-08' },
  'reminders.settings': {
    isOn: true,
    hour: 9,
    lead: 14,
    quiet: { from: 20, to: 8 },
    interval: 180,
    showsNames: false,
  },
  'reminders.trust-clock': {},
};
const SENDERS: readonly (SenderKind | null)[] = ['provider-page', 'rehearsal', 'panel', null];
const TYPES = Object.keys(PROTOCOL) as MessageType[];

describe('receive', () => {
  it.each(TYPES.flatMap((type) => SENDERS.map((from) => [type, from] as const)))(
    '%s from %s',
    (type, from) => {
      const isAllowed = from !== null && (PROTOCOL[type].from as readonly SenderKind[]).includes(from);
      const received = receive({ type, payload: VALID[type] }, from);
      expect(received).toEqual(
        isAllowed ? { ok: true, message: { type, payload: VALID[type] } } : { ok: false, why: 'not-allowed' },
      );
    },
  );

  it.each(TYPES)('refuses an unknown key in %s', (type) => {
    const from = PROTOCOL[type].from[0];
    expect(receive({ type, payload: { ...(VALID[type] as object), extra: 1 } }, from)).toEqual({
      ok: false,
      why: 'bad-payload',
    });
  });

  it.each(['__proto__', 'toString', 'constructor', 'hasOwnProperty', '', 'guide.start '])(
    'refuses the type %j',
    (type) => {
      expect(receive({ type, payload: {} }, 'panel')).toEqual({ ok: false, why: 'unknown-type' });
    },
  );

  it.each([
    null,
    undefined,
    0,
    'guide.stop',
    [],
    { type: 'guide.stop' },
    { type: 1, payload: {} },
    { type: 'guide.stop', payload: {}, more: 1 },
  ])('refuses %j, which is no message', (input) => expect(receive(input, 'panel').ok).toBe(false));

  const start = VALID['guide.start'] as object;
  const report = (state: unknown, how: object = {}) => ({
    taskId: TASK_ID,
    sighting: { ...sighting, state },
    how: { ...HOW_READ, ...how },
  });
  it.each<[string, MessageType, unknown]>([
    ['a name that Microsoft would refuse', 'guide.start', { ...start, name: 'short' }],
    ['a name too long', 'guide.start', { ...start, name: 'x'.repeat(31) }],
    ['an app id with a path', 'guide.start', { ...start, appId: '../secret' }],
    ['a link that is no id', 'link.opened', { link: '<script>' }],
    ['a huge link', 'link.opened', { link: 'a'.repeat(1_000_000) }],
    ['two links', 'link.opened', { link: ['msmtp', 'git'] }],
    ['an answer that is none', 'link.answer', { take: 'yes' }],
    ['an app id with capitals', 'guide.start', { ...start, appId: 'Msmtp' }],
    ['a huge text', 'guide.start', { ...start, device: 'x'.repeat(1_000_000) }],
    ['another place', 'guide.start', { ...start, where: 'bank' }],
    [
      'a prototype key',
      'guide.start',
      JSON.parse('{"__proto__": {"name": "msmtp Server"}, "appId": "msmtp"}'),
    ],
    ['a tag that is no id', 'guide.start', { ...start, tag: 'x' }],
    ['a name of nothing', 'guide.delete', { name: '', where: 'microsoft', tag: null }],
    [
      'a name longer than rows are read',
      'guide.delete',
      { name: 'x'.repeat(257), where: 'microsoft', tag: null },
    ],
    ['a row before the first', 'guide.choose-row', { row: -1 }],
    ['half a row', 'guide.choose-row', { row: 0.5 }],
    ['a state nobody knows', 'page.report', report({ kind: 'surprise' })],
    ['a layer nobody knows', 'page.report', report({ kind: 'result' }, { layer: 'abcdefghijklmnop' })],
    ['a control nobody knows', 'page.report', report({ kind: 'result' }, { missed: 'abcdefghijklmnop' })],
    ['a language nobody knows', 'page.report', report({ kind: 'result' }, { language: 'abcdefghijklmnop' })],
    ['a state with more in it', 'page.report', report({ kind: 'result', secret: 'abc' })],
    ['a picker with half a method', 'page.report', report({ ...aPicker(), entries: 1.5 })],
    [
      'too many rows',
      'page.report',
      report({ kind: 'list', names: Array.from({ length: 201 }, () => 'x'), rows: 3 }),
    ],
    ['a row name too long', 'page.report', report({ kind: 'list', names: ['x'.repeat(257)], rows: 3 })],
    [
      'time running backwards',
      'page.report',
      { taskId: TASK_ID, sighting: { ...sighting, unchangedFor: -1 }, how: HOW_READ },
    ],
    [
      'no time at all',
      'page.report',
      { taskId: TASK_ID, sighting: { ...sighting, unchangedFor: Number.NaN }, how: HOW_READ },
    ],
    [
      'a label for no target',
      'page.report',
      {
        taskId: TASK_ID,
        sighting: { ...sighting, labels: { password: { text: 'x', lang: 'en' } } },
        how: HOW_READ,
      },
    ],
    ['a task id that is none', 'page.left', { taskId: 'x' }],
  ])('refuses %s', (_, type, payload) => {
    expect(receive({ type, payload }, PROTOCOL[type].from[0])).toEqual({ ok: false, why: 'bad-payload' });
  });
});

describe('receivePush', () => {
  it('takes a task or none', () => {
    expect(receivePush({ push: 'task', task: aTask() })?.task).toEqual(aTask());
    for (const task of [
      aDeletion({ row: 1, seen: { before: { same: 2, others: 3 }, asked: true } }),
      aReview(['Scanner']),
      aReview(),
    ])
      expect(receivePush({ push: 'task', task })?.task).toEqual(task);
    expect(receivePush({ push: 'task', task: null })).toEqual({ push: 'task', task: null, offer: null });
    const offer = { link: 'thunderbird', appName: 'Thunderbird' };
    expect(receivePush({ push: 'task', task: aTask(), offer })).toEqual({
      push: 'task',
      task: aTask(),
      offer,
    });
  });
  it('takes the question what a page is built of', () =>
    expect(
      [STRUCTURE_QUESTION, { push: 'structure', more: 1 }, { push: 'task' }, null].map(isStructureQuestion),
    ).toEqual([true, false, false, false]));
  it.each([
    null,
    'task',
    {},
    { push: 'task' },
    { push: 'task', task: {} },
    STRUCTURE_QUESTION,
    { push: 'vault', task: null },
    { push: 'task', task: { ...aTask(), more: 1 } },
    { push: 'task', task: { ...aTask(), kind: 'sign-in' } },
    { push: 'task', task: { ...aTask(), tag: 1 } },
    { push: 'task', task: { ...aDeletion(), appId: 'msmtp' } },
    { push: 'task', task: { ...aDeletion(), row: -1 } },
    { push: 'task', task: aDeletion({ seen: { before: { same: 1.5, others: 0 } } }) },
    { push: 'task', task: { ...aReview(), seen: { names: [1] } } },
    { push: 'task', task: { ...aReview(), purpose: 'sell' } },
    { push: 'task', task: aTask(), offer: { link: 'x'.repeat(257), appName: '' } },
    { push: 'task', task: aTask(), offer: { link: 'git', appName: 'Git', more: 1 } },
  ])('refuses %j', (input) => expect(receivePush(input)).toBeNull());
});
