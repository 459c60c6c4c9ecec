import { describe, expect, it } from 'vitest';
import { stepForUnknown, type UnknownAnswers } from '@/utils/advisor/unknown-app.ts';
import { appById } from '@/utils/catalogue/index.ts';

const NOTHING: UnknownAnswers = { signIn: null, use: null, what: null };

describe('an app nobody knows', () => {
  it.each<[Partial<UnknownAnswers>, ReturnType<typeof stepForUnknown>]>([
    [{}, { is: 'ask', about: 'signIn' }],
    [{ signIn: 'yes' }, { is: 'end', says: 'modern', app: null }],
    [{ signIn: 'no' }, { is: 'ask', about: 'use' }],
    [{ signIn: 'unknown' }, { is: 'ask', about: 'use' }],
    [
      { signIn: 'no', use: 'read' },
      { is: 'end', says: 'read', app: 'other-mail-program' },
    ],
    [
      { signIn: 'unknown', use: 'send' },
      { is: 'ask', about: 'what' },
    ],
    [
      { signIn: 'no', use: 'send', what: 'device' },
      { is: 'end', says: 'send', app: 'other-device' },
    ],
    [
      { signIn: 'no', use: 'send', what: 'service' },
      { is: 'end', says: 'send', app: 'other-service' },
    ],
    [
      { signIn: 'no', use: 'send', what: 'mail-program' },
      { is: 'end', says: 'send', app: 'other-mail-program' },
    ],
  ])('after %j comes %j', (answers, step) => {
    expect(stepForUnknown({ ...NOTHING, ...answers })).toEqual(step);
  });

  it('ends at an entry that exists, in at most three questions, whatever is answered', () => {
    for (const signIn of ['yes', 'no', 'unknown'] as const)
      for (const use of ['read', 'send'] as const)
        for (const what of ['device', 'service', 'mail-program'] as const) {
          const step = stepForUnknown({ signIn, use, what });
          expect(step.is).toBe('end');
          if (step.is === 'end' && step.app !== null) expect(appById(step.app)).toBeDefined();
        }
  });
});
