// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Afterwards, type AfterwardsProps } from '@/components/afterwards.tsx';
import type { CreateTask } from '@/utils/guide/task.ts';
import { all, hide, one, press, show, spoken } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(hide);

const task: CreateTask = {
  kind: 'create',
  tag: null,
  id: '11111111-1111-4111-8111-111111111111',
  where: 'microsoft',
  appId: 'msmtp',
  appName: 'msmtp',
  device: 'Server',
  name: 'msmtp Server',
  startedAt: '2026-11-20T12:00:00.000Z',
  seen: { before: [], rows: null, result: true, made: 'msmtp Server' },
};

async function afterwards(over: Partial<AfterwardsProps> = {}) {
  const onCopy = vi.fn(async (_text: string) => true);
  await show(
    <Afterwards
      onShown={undefined}
      task={task}
      today="2026-11-22"
      lines={[
        {
          id: '0',
          say: { key: 'setup_type', args: [{ label: 'Host', lang: 'en' }, 'smtp.office365.com'] },
          copy: 'smtp.office365.com',
          isSaid: true,
        },
        {
          id: '1',
          say: { key: 'setup_paste_password', args: [{ label: 'Password', lang: 'en' }] },
          copy: null,
          pastes: true,
        },
      ]}
      wantsAddress={false}
      address=""
      onAddress={vi.fn()}
      onCopy={onCopy}
      onPrint={vi.fn()}
      onFinish={vi.fn()}
      appHref="#/apps/msmtp"
      {...over}
    />,
  );
  return onCopy;
}

describe('after the app password is made', () => {
  it('does not take its place on the clipboard without asking', async () => {
    const onCopy = await afterwards();
    await press(one('button', 'Copy: smtp.office365.com'));
    expect(onCopy).not.toHaveBeenCalled();
    expect(spoken(one('alert'))).toContain('replaces the app password');
    expect(all('button', 'Copy card')).toHaveLength(0);
    await press(one('button', 'Copy anyway'));
    expect(onCopy).toHaveBeenCalledExactlyOnceWith('smtp.office365.com');
  });

  it('copies freely once the password is pasted', async () => {
    const onCopy = await afterwards();
    await press(one('checkbox', /Paste the app password/));
    await press(one('button', 'Copy: smtp.office365.com'));
    expect(onCopy).toHaveBeenCalledExactlyOnceWith('smtp.office365.com');
  });

  it('ends with a card of what to note down, on the day it was made, without any secret', async () => {
    const onCopy = await afterwards();
    await press(one('button', 'It is pasted'));
    await press(one('button', 'Copy card'));
    expect(onCopy.mock.calls[0]?.[0].split('\n')).toEqual([
      'Name: msmtp Server',
      'App: msmtp',
      'Device: Server',
      expect.stringMatching(/^Made on: .*20/),
    ]);
  });

  it('says after a rehearsal that nothing was made', async () => {
    await afterwards({ task: { ...task, where: 'rehearsal' } });
    expect(spoken(document.body)).toContain('Nothing was made at Microsoft');
    expect(one('link', 'Now for real').getAttribute('href')).toBe('#/apps/msmtp');
  });
});
