/** After the app password is made: putting it into the app, and the card of what to note down. */
import { useState } from 'preact/hooks';
import type { CreateTask } from '@/utils/guide/task.ts';
import type { Day } from '@/utils/lib/day.ts';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Button, CopyButton, Field, Notice, Tag } from './controls.tsx';
import { dayText } from './day-text.ts';
import { Heading, type HeadingProps } from './frame.tsx';
import { Icon } from './icon.tsx';
import { SentenceView } from './sentence.tsx';
import { type SetupLine, SetupList } from './setup-list.tsx';

export interface AfterwardsProps {
  readonly onShown: HeadingProps['onShown'];
  readonly task: CreateTask;
  readonly today: Day;
  /** The app's own steps; `null` while they load, empty where the catalogue has none. */
  readonly lines: readonly SetupLine[] | null;
  /** Who gives the steps; absent where they are Keytag's own. */
  readonly origin?: Sentence | undefined;
  /** Some step needs the person's mailbox address. */
  readonly wantsAddress: boolean;
  readonly address: string;
  readonly onAddress: (address: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onPrint: () => void;
  readonly onFinish: () => void;
  /** Writes the card into the inventory. */
  readonly onSaveTag?: ((tag: NewTag) => void) | undefined;
  /** Back to the tag this app password was made for, which goes on from here. */
  readonly tagHref?: string | undefined;
  /** The app's page, where the real guide starts after a rehearsal. */
  readonly appHref: string;
}

/** What the card says of an app password that was just made. */
export interface NewTag {
  readonly name: string;
  readonly madeOn: Day;
}

export function Afterwards(props: AfterwardsProps) {
  const { onShown, task, lines, wantsAddress, address, onAddress, onCopy, onFinish, appHref } = props;
  const rehearsal = task.where === 'rehearsal';
  const [clipboardFree, setClipboardFree] = useState(rehearsal);
  return (
    <div class="columns">
      <div class="column">
        <div class="page-head">
          {rehearsal && <p class="badge">{t('guide_panel_rehearsal')}</p>}
          <Heading onShown={onShown}>{t(rehearsal ? 'after_rehearsal_title' : 'after_title')}</Heading>
        </div>
        {rehearsal ? (
          <>
            <p>{t('after_rehearsal_text')}</p>
            <div class="actions">
              <a class="button button-primary" href={appHref}>
                <Icon name="key" />
                <span>{t('after_rehearsal_real')}</span>
              </a>
              <Button look="quiet" onClick={onFinish}>
                {t('after_rehearsal_finish')}
              </Button>
            </div>
          </>
        ) : (
          <p>{t('after_text', task.appName)}</p>
        )}
        <section class="stack" aria-labelledby="after-setup">
          <h2 id="after-setup">{t('after_setup_title', task.appName)}</h2>
          {props.origin && (
            <p class="badge">
              <SentenceView of={props.origin} />
            </p>
          )}
          {!clipboardFree && (
            <Notice
              tone="caution"
              actions={<Button onClick={() => setClipboardFree(true)}>{t('after_pasted')}</Button>}
            >
              <p>{t('after_clipboard')}</p>
            </Notice>
          )}
          {wantsAddress && (
            <Field
              label={t('after_address')}
              hint={t('after_address_hint')}
              type="email"
              value={address}
              onInput={onAddress}
            />
          )}
          {lines === null && <p class="quiet loading">{t('common_loading')}</p>}
          {lines?.length === 0 && <p>{t('after_no_steps')}</p>}
          {lines && lines.length > 0 && (
            <SetupList
              label={t('after_setup_title', task.appName)}
              lines={lines}
              onCopy={onCopy}
              guardClipboard={!clipboardFree}
              onClipboardFree={() => setClipboardFree(true)}
            />
          )}
        </section>
      </div>
      <div class="column">
        <NoteCard {...props} guarded={!clipboardFree} />
        {props.tagHref !== undefined && (
          <div class="actions">
            <a class="button button-primary" href={props.tagHref}>
              <Icon name="forward" />
              <span>{t('rotate_continue')}</span>
            </a>
          </div>
        )}
        {!rehearsal && props.tagHref === undefined && (
          <div class="actions">
            <Button look="primary" icon="check" onClick={onFinish}>
              {t('after_finish')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** What a person writes on the tag: everything but the key itself. */
function NoteCard({
  task,
  today,
  onCopy,
  onPrint,
  onSaveTag,
  guarded,
}: AfterwardsProps & { readonly guarded: boolean }) {
  const day = madeOn(task, today);
  const name = task.seen.made ?? task.name;
  const pairs = [
    { term: t('common_name'), text: name },
    { term: t('common_app'), text: task.appName },
    ...(task.device ? [{ term: t('common_device'), text: task.device }] : []),
    { term: t('common_made_on'), text: dayText(day) },
  ];
  const text = pairs.map(({ term, text: value }) => `${term}: ${value}`).join('\n');
  return (
    <section class="stack note-card sheet-alone" aria-labelledby="note-title">
      <h2 id="note-title">{t('after_note_title')}</h2>
      <Tag>
        <dl class="pairs">
          {pairs.map(({ term, text: value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </Tag>
      <p class="quiet small no-print">{t('after_note_text')}</p>
      <div class="actions no-print">
        {onSaveTag && task.where !== 'rehearsal' && (
          <Button icon="tags" onClick={() => onSaveTag({ name, madeOn: day })}>
            {t('inventory_save_tag')}
          </Button>
        )}
        {!guarded && <CopyButton label={t('after_copy_note')} text={text} onCopy={onCopy} />}
        <Button icon="print" onClick={onPrint}>
          {t('after_print')}
        </Button>
        {guarded && <p class="quiet small">{t('after_note_guarded')}</p>}
      </div>
    </section>
  );
}

/** The day the task was started, in the person's own calendar; today when the clock makes no sense. */
function madeOn(task: CreateTask, today: Day): Day {
  const started = new Date(task.startedAt);
  if (Number.isNaN(started.getTime())) return today;
  const day = `${started.getFullYear()}-${pad(started.getMonth() + 1)}-${pad(started.getDate())}` as Day;
  return day > today ? today : day;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
