import { describe, expect, it } from 'vitest';
import {
  CAUSES,
  type CauseAnswer,
  type CauseId,
  causeById,
  nextStep,
} from '@/utils/advisor/option-missing.ts';

describe('why the option is missing', () => {
  it('is told with what rules most people out first', () => {
    expect(CAUSES.map((cause) => [cause.id, cause.fixedBy, cause.certainty])).toEqual([
      ['personal-account', 'nobody', 'documented'],
      ['policy-mfa', 'admin', 'reported'],
      ['not-enforced', 'admin', 'documented'],
      ['setting-off', 'admin', 'documented'],
      ['limit-reached', 'you', 'uncertain'],
      ['behind-show-more', 'you', 'uncertain'],
      ['wrong-tenant', 'you', 'documented'],
      ['changed-recently', 'you', 'documented'],
    ]);
  });

  it('has sources for every cause', () => {
    expect(CAUSES.every((cause) => cause.sources.length > 0)).toBe(true);
  });

  it('finds by id', () => {
    expect(causeById('setting-off')?.title.key).toBe('cause_setting_off');
    expect(causeById('constructor')).toBeUndefined();
  });
});

describe('the search for it', () => {
  const stepAfter = (...given: CauseAnswer[]) =>
    nextStep(
      new Map(given.map((answer, index) => [CAUSES[index]?.id ?? 'personal-account', answer] as const)),
    );
  const no = (count: number): CauseAnswer[] => Array.from({ length: count }, () => 'no');

  it.each(CAUSES.map((cause, index) => [index, cause.id] as const))(
    'asks as number %i (from 0) for %s once all before it is ruled out',
    (index, id) => {
      expect(stepAfter(...no(index))).toMatchObject({ is: 'ask', cause: { id }, number: index + 1 });
    },
  );

  it.each(CAUSES.map((cause, index) => [cause.id, index] as const))(
    'ends at %s when it is so',
    (id, index) => {
      expect(stepAfter(...no(index), 'yes')).toMatchObject({ is: 'found', cause: { id } });
    },
  );

  it('goes on past what nobody knows', () => {
    expect(stepAfter('no', 'unknown')).toMatchObject({ is: 'ask', cause: { id: 'not-enforced' } });
  });

  it('leaves for the admin what was not known, and says when nothing is left', () => {
    const mixed = stepAfter('no', 'unknown', 'unknown', ...no(5));
    expect(mixed.is === 'ask-admin' && mixed.open.map(({ id }) => id)).toEqual([
      'policy-mfa',
      'not-enforced',
    ]);
    expect(stepAfter(...no(8))).toEqual({ is: 'ask-admin', open: [] });
  });

  it('finds what is so even when it was answered out of turn', () => {
    const answers = new Map<CauseId, CauseAnswer>([['wrong-tenant', 'yes']]);
    expect(nextStep(answers)).toMatchObject({ is: 'found', cause: { id: 'wrong-tenant' } });
  });
});
