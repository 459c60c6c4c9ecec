// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Steps } from '@/components/steps.tsx';
import { stepsOf } from '@/utils/guide/advise.ts';
import { all, hide, one, show, spoken } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(hide);

describe('the list of steps', () => {
  it('marks the step that is due and says of the others whether they are done', async () => {
    await show(
      <Steps steps={stepsOf('create', 'choose', false)}>
        <p>Now this.</p>
      </Steps>,
    );
    expect(one('list', 'Steps').children).toHaveLength(6);
    const items = all('listitem');
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([
      null,
      null,
      'step',
      null,
      null,
      null,
    ]);
    expect(items.map((item) => spoken(item).endsWith('(done)'))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(spoken(items[2] as HTMLElement)).toContain('Now this.');
  });

  it('has no step that is due once the task is finished', async () => {
    await show(<Steps steps={stepsOf('create', 'check', true)} />);
    expect(document.querySelector('[aria-current]')).toBeNull();
    expect(all('listitem', /\(done\)/)).toHaveLength(6);
  });
});
