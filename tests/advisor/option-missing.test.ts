import { describe, expect, it } from 'vitest';
import { CAUSES, causeById } from '@/utils/advisor/option-missing.ts';

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
