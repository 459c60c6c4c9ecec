/** The running guide on the panel: its steps, and what comes after it. */
import { useEffect, useState } from 'preact/hooks';
import { AccessLost } from '@/components/access-lost.tsx';
import { adminLetter } from '@/components/admin-text.tsx';
import { Afterwards } from '@/components/afterwards.tsx';
import type { Answers } from '@/components/app-page.tsx';
import { Guide, NoGuide } from '@/components/guide.tsx';
import { ListRead } from '@/components/list-read.tsx';
import type { GuideView } from '@/utils/app/panel-client.ts';
import type { App } from '@/utils/catalogue/app.ts';
import type { CreateTask, DeleteTask, Task } from '@/utils/guide/task.ts';
import { originSentence } from '@/utils/helpdesk/origin.ts';
import type { OwnApp } from '@/utils/helpdesk/pack.ts';
import { BLANK_DRAFT } from '@/utils/inventory/blank-draft.ts';
import type { EntryDraft } from '@/utils/inventory/record-types.ts';
import type { Day } from '@/utils/lib/day.ts';
import { hrefTo, rotationOf } from './inventory-places.ts';
import type { Ports } from './ports.ts';
import { hrefOf } from './router.ts';
import { TaskDone } from './task-done.tsx';
import type { Vault } from './vault.ts';

const APPS_HREF = hrefOf({ at: 'apps' });
const GUIDE_HREF = hrefOf({ at: 'guide' });

export interface GuideScreenProps {
  readonly onShown: (heading: HTMLElement) => void;
  readonly ports: Ports;
  readonly view: GuideView | null;
  /** It was just started and has not reported yet. */
  readonly starting: boolean;
  /** The screen it was started from, as far as this window knows. */
  readonly origin: string | null;
  /** `null` while it loads. */
  readonly knowledge: typeof import('./knowledge.ts') | null;
  readonly app: App | undefined;
  /** The same app, where it comes out of a pack. */
  readonly own: OwnApp | undefined;
  readonly admin: Answers['admin'];
  readonly address: string;
  readonly onAddress: (address: string) => void;
  readonly access: { readonly has: boolean | null; readonly refused: boolean; ask(): Promise<boolean> };
  readonly vault: Vault;
}

export function GuideScreen(props: GuideScreenProps) {
  const {
    onShown,
    ports,
    view,
    starting,
    origin,
    knowledge,
    app,
    own,
    admin,
    address,
    onAddress,
    access,
    vault,
  } = props;
  const { client, copy } = ports;
  if (!view) {
    const key = starting ? 'starting' : 'none';
    return <NoGuide key={key} onShown={onShown} starting={starting} appsHref={APPS_HREF} />;
  }
  const { task, advice } = view;
  const today = ports.today();
  const stopAndGo = async (href: string) => {
    await client.stop();
    location.hash = href;
  };
  const stop = () => stopAndGo(origin ?? originOf(task));
  if (advice.tone === 'finished' && task.kind === 'create') {
    const steps = app?.setup.password;
    return (
      <Afterwards
        key={`after-${task.id}`}
        onShown={onShown}
        task={task}
        today={today}
        lines={knowledge ? knowledge.setupLines(steps, 'work', address, own?.language) : null}
        origin={own && originSentence(own.origin)}
        wantsAddress={knowledge?.wantsAddress(steps) ?? false}
        address={address}
        onAddress={onAddress}
        onCopy={copy}
        onPrint={ports.print}
        onFinish={() => {
          void client.stop();
          location.hash = hrefOf({ at: 'home' });
        }}
        onSaveTag={
          ports.inventory && task.tag === null
            ? ({ name, madeOn }) => {
                vault.setWaiting({ draft: tagOf(task, name, madeOn, address), guideHref: GUIDE_HREF });
                location.hash = hrefOf({ at: 'inventory' });
              }
            : undefined
        }
        tagHref={task.tag === null ? undefined : (origin ?? originOf(task))}
        appHref={hrefOf({ at: 'app', id: task.appId })}
      />
    );
  }
  const lostRows = task.kind === 'delete' && task.seen.lost.length > 0 && advice.tone !== 'wait' && (
    <LostRows task={task} vault={vault} onGoOn={() => void client.goOn()} />
  );
  if (advice.tone === 'finished' && task.kind === 'delete') {
    return (
      <TaskDone
        key={`done-${task.id}`}
        onShown={onShown}
        task={task}
        isLocked={vault.status.kind !== 'unlocked'}
        lostRows={lostRows}
        onFinish={() => void stopAndGo(afterDeletion(task, origin))}
      />
    );
  }
  if (advice.tone === 'finished' && task.kind === 'review') {
    return (
      <ListRead
        key={`list-${task.id}`}
        onShown={onShown}
        purpose={task.purpose}
        names={task.seen.names ?? []}
        compareHref={hrefTo('compare')}
        onDelete={(name) => void client.startDelete({ name, where: task.where, tag: null })}
        onStop={() => void stop()}
      />
    );
  }
  const letter =
    knowledge && app
      ? knowledge.adminMessage({
          app,
          account: 'work',
          purpose: 'send',
          admin: { ...admin, appPasswords: 'missing' },
          today,
        })
      : null;
  return (
    <Guide
      key={`guide-${task.id}`}
      onShown={onShown}
      task={task}
      advice={advice}
      steps={view.steps}
      page={view.page}
      sameNames={view.sameNames}
      accessLost={
        access.has === false &&
        task.where === 'microsoft' && (
          <AccessLost onAskAccess={() => void access.ask()} refused={access.refused} />
        )
      }
      lostRows={lostRows}
      help={{
        causes: knowledge ? knowledge.CAUSES : null,
        adminText: letter && adminLetter(letter),
        missingHref: hrefOf({ at: 'option-missing' }),
        structureHref: hrefOf({ at: 'helpdesk', page: 'structure' }),
        onCopy: copy,
      }}
      onCopy={copy}
      onShowPage={() => void client.showPage()}
      onChooseRow={(row) => void client.chooseRow(row)}
      onDone={() => void client.done()}
      onStop={() => void stop()}
    />
  );
}

interface LostRowsProps {
  readonly task: DeleteTask;
  readonly vault: Vault;
  readonly onGoOn: () => void;
}

/** What was deleted by mistake; the card on the page names it already while this loads. */
function LostRows(props: LostRowsProps) {
  const [part, setPart] = useState<typeof import('./lost-rows-room.tsx') | null>(null);
  useEffect(() => {
    import('./lost-rows-room.tsx').then(setPart, () => undefined);
  }, []);
  return part && <part.LostRowsRoom {...props} />;
}

/** Where the task was started from. */
function originOf(task: Task): string {
  if (task.tag !== null) {
    return hrefOf({ at: 'inventory', page: task.kind === 'create' ? rotationOf(task.tag) : task.tag });
  }
  if (task.kind === 'create') return hrefOf({ at: 'app', id: task.appId });
  return hrefOf({ at: 'inventory' });
}

/** A replacement usually ends with the deletion: then the tag says so; where it goes on, it leads back there. */
function afterDeletion(task: DeleteTask, origin: string | null): string {
  const isReplaced = task.tag !== null && origin === hrefTo(rotationOf(task.tag));
  return origin === null || isReplaced ? originOf(task) : origin;
}

/** The tag of an app password that was just made. */
function tagOf(task: CreateTask, name: string, madeOn: Day, account: string): EntryDraft {
  const { appId, appName, device } = task;
  return { ...BLANK_DRAFT, appId, appName, account, device, name, madeOn: { is: 'known', day: madeOn } };
}
