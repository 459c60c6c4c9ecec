/** Lists that people handed over, opened beside one another: what must be revoked, ticked off one by one. */
import { useMemo, useState } from 'preact/hooks';
import { isToRevoke, readTeamList, TEAM_LIST_MOST_BYTES } from '@/utils/helpdesk/team-list.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Button, CopyButton, Notice } from '../controls.tsx';
import { dayText } from '../day-text.ts';
import { Heading, type HeadingProps } from '../frame.tsx';
import { Icon } from '../icon.tsx';
import { FileField } from '../inventory/file-field.tsx';
import type { ChosenFile } from '../inventory/file-port.ts';
import { BackToHelpdesk } from './back.tsx';
import {
  keyDetails,
  keyTitle,
  leftIn,
  leftText,
  listsAsText,
  listTitle,
  type OpenList,
  problemText,
  whyText,
} from './team-words.ts';

export interface TeamProps {
  readonly onShown: HeadingProps['onShown'];
  readonly backHref: string;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onPrint: () => void;
}

export function Team({ onShown, backHref, onCopy, onPrint }: TeamProps) {
  const [lists, setLists] = useState<readonly OpenList[]>([]);
  const [problems, setProblems] = useState<readonly { readonly file: string; readonly text: string }[]>([]);
  const said = useMemo(() => lists.map(({ list }) => JSON.stringify(list)), [lists]);

  const open = ({ name, bytes }: ChosenFile) => {
    const outcome = readTeamList(bytes);
    if (!outcome.ok) {
      setProblems((before) => [...before, { file: name, text: problemText(outcome) }]);
      return;
    }
    setLists((before) => [
      ...before,
      { id: (before.at(-1)?.id ?? 0) + 1, fileName: name, list: outcome.list, done: new Set<number>() },
    ]);
  };
  const close = (id: number) => setLists((before) => before.filter((each) => each.id !== id));
  const tick = (id: number, at: number, isDone: boolean) =>
    setLists((before) => before.map((each) => (each.id === id ? ticked(each, at, isDone) : each)));
  const left = lists.reduce((sum, each) => sum + leftIn(each), 0);

  return (
    <div class="narrow stack team">
      <BackToHelpdesk href={backHref} />
      <div class="page-head">
        <Heading onShown={onShown}>{t('team_title')}</Heading>
        <p class="quiet">{t('team_text')}</p>
      </div>
      <FileField
        label={t('team_open')}
        hint={t('team_open_hint')}
        accept=".json,application/json"
        most={TEAM_LIST_MOST_BYTES}
        isMultiple
        onFile={open}
        onNone={() => setProblems([])}
      />
      {problems.length > 0 && (
        <div role="alert" class="stack">
          {problems.map(({ file, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may carry the same name
            <Notice key={at} tone="bad" title={t('team_problem', file)}>
              <p>{text}</p>
            </Notice>
          ))}
        </div>
      )}
      <p role="status" class={lists.length > 0 ? 'team-left' : 'visually-hidden'}>
        {lists.length > 0 ? leftText(left) : ''}
      </p>
      {lists.map((each, index) => (
        <ListView
          key={each.id}
          open={each}
          isSame={said.indexOf(said[index] ?? '') !== said.lastIndexOf(said[index] ?? '')}
          onTick={(at, isDone) => tick(each.id, at, isDone)}
          onClose={() => close(each.id)}
        />
      ))}
      {lists.length > 0 && (
        <div class="actions">
          <CopyButton label={t('team_copy')} text={listsAsText(lists)} onCopy={onCopy} />
          <Button icon="print" onClick={onPrint}>
            {t('team_print')}
          </Button>
          <Button look="quiet" onClick={() => setLists([])}>
            {t('team_close_all')}
          </Button>
        </div>
      )}
      <details class="more">
        <summary>
          <Icon name="forward" />
          <span>{t('question_revoke')}</span>
        </summary>
        <p>{t('question_revoke_answer')}</p>
      </details>
    </div>
  );
}

function ticked(open: OpenList, at: number, isDone: boolean): OpenList {
  const done = new Set(open.done);
  if (isDone) done.add(at);
  else done.delete(at);
  return { ...open, done };
}

interface ListViewProps {
  readonly open: OpenList;
  /** Another list says the same. */
  readonly isSame: boolean;
  readonly onTick: (at: number, isDone: boolean) => void;
  readonly onClose: () => void;
}

function ListView({ open, isSame, onTick, onClose }: ListViewProps) {
  const { list, done, id } = open;
  return (
    <section class="card" aria-labelledby={`team-${id}`}>
      <h2 id={`team-${id}`}>
        <bdi>{listTitle(open)}</bdi>
      </h2>
      <p class="quiet">
        {whyText(list.why)} · {dayText(list.madeOn)} · {leftText(leftIn(open))}
      </p>
      {isSame && (
        <Notice tone="caution">
          <p>{t('team_same')}</p>
        </Notice>
      )}
      <ul class="team-keys">
        {list.keys.map((key, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two app passwords may be alike in everything
          <li key={at} class="tick">
            {isToRevoke(key) ? (
              <label>
                <input
                  type="checkbox"
                  checked={done.has(at)}
                  onChange={(event) => onTick(at, event.currentTarget.checked)}
                />
                <KeyWords title={keyTitle(key)} details={keyDetails(key)} />
              </label>
            ) : (
              <KeyWords title={keyTitle(key)} details={keyDetails(key)} />
            )}
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button look="quiet" onClick={onClose}>
          {t('team_close')}
          <span class="visually-hidden">: {listTitle(open)}</span>
        </Button>
      </div>
    </section>
  );
}

function KeyWords({ title, details }: { readonly title: string; readonly details: string }) {
  return (
    <span class="team-key">
      <bdi>{title}</bdi>
      {details && (
        <span class="quiet small">
          <span class="visually-hidden">, </span>
          <bdi>{details}</bdi>
        </span>
      )}
    </span>
  );
}
