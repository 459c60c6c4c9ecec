/** Something leaked: which keys, then deleting them one by one, and what else to do. */
import { useState } from 'preact/hooks';
import { AddressText } from '@/components/address-text.tsx';
import { AdminText } from '@/components/admin-text.tsx';
import { Button, Notice } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { BackToList } from '@/components/inventory/entry-view.tsx';
import { entryTitle } from '@/components/inventory/entry-words.ts';
import { Tick } from '@/components/inventory/fields.tsx';
import { numberText } from '@/components/inventory/time.ts';
import type { EntryRow } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';

export interface EmergencyProps {
  readonly onShown: HeadingProps['onShown'];
  readonly listHref: string;
  /** Keys that are said to be exposed, in the order in which they go. */
  readonly exposed: readonly EntryRow[];
  /** How many of this emergency are deleted already. */
  readonly handled: number;
  /** Keys that still work and are not said to be exposed. */
  readonly others: readonly EntryRow[];
  readonly isBusy: boolean;
  readonly onExpose: (rows: readonly EntryRow[]) => void;
  readonly onDeleteAtMicrosoft: (row: EntryRow) => void;
  readonly onRevoked: (row: EntryRow) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function Emergency(props: EmergencyProps) {
  const { onShown, listHref, exposed, handled, others } = props;
  const [isAdding, setAdding] = useState(false);
  const isUnderWay = exposed.length > 0 || handled > 0;
  return (
    <div class="stack emergency">
      <BackToList href={listHref} />
      <Heading onShown={onShown}>{t('leak_title')}</Heading>
      <Notice tone="caution" title={t('leak_password_title')}>
        <p>{t('leak_password_text')}</p>
      </Notice>
      {isUnderWay && <Progress {...props} />}
      {isUnderWay && !isAdding ? (
        others.length > 0 && (
          <div class="actions">
            <Button look="quiet" icon="forward" onClick={() => setAdding(true)}>
              {t('leak_add_more')}
            </Button>
          </div>
        )
      ) : (
        <Which
          {...props}
          onExpose={(rows) => {
            setAdding(false);
            props.onExpose(rows);
          }}
        />
      )}
      <section class="card" aria-labelledby="leak-admin">
        <h2 id="leak-admin">{t('leak_admin_title')}</h2>
        <p>{t('leak_admin_text')}</p>
        <AdminText text={t('leak_admin_letter')} copyLabel={t('leak_copy_admin')} onCopy={props.onCopy} />
      </section>
      <section class="card" aria-labelledby="leak-else">
        <h2 id="leak-else">{t('leak_else_title')}</h2>
        <ol class="plain">
          <li>{t('leak_else_1')}</li>
          <li>{t('leak_else_2')}</li>
          <li>{t('leak_else_3')}</li>
          <li>{t('leak_else_4')}</li>
        </ol>
      </section>
    </div>
  );
}

function Progress({ exposed, handled, isBusy, onDeleteAtMicrosoft, onRevoked }: EmergencyProps) {
  const total = exposed.length + handled;
  const [next, ...later] = exposed;
  return (
    <section class="card" aria-labelledby="leak-progress">
      <h2 id="leak-progress">{t('leak_progress', numberText(handled), numberText(total))}</h2>
      <progress class="leak-bar" max={total} value={handled} aria-labelledby="leak-progress" />
      {next ? (
        <>
          <p class="leak-next">
            <b>{entryTitle(next.entry)}</b>
            <span class="quiet small">
              <bdi>{next.entry.name}</bdi> ·{' '}
              <bdi>
                <AddressText text={next.entry.account} />
              </bdi>
            </span>
          </p>
          <div class="actions">
            <Button look="primary" icon="external" busy={isBusy} onClick={() => onDeleteAtMicrosoft(next)}>
              {t('rotate_delete_at_microsoft')}
            </Button>
            <Button busy={isBusy} onClick={() => onRevoked(next)}>
              {t('inventory_mark_revoked')}
            </Button>
          </div>
          {later.length > 0 && (
            <>
              <h3>{t('leak_later')}</h3>
              <ol class="plain">
                {later.map(({ entry }) => (
                  <li key={entry.id}>
                    {entryTitle(entry)}{' '}
                    <span class="quiet small">
                      <AddressText text={entry.account} />
                    </span>
                  </li>
                ))}
              </ol>
            </>
          )}
        </>
      ) : (
        <p>{t('leak_done')}</p>
      )}
    </section>
  );
}

function Which({ others, isBusy, onExpose }: EmergencyProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  if (others.length === 0) return <p>{t('leak_none')}</p>;
  const rows = others.filter(({ entry }) => chosen.has(entry.id));
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const isAll = rows.length === others.length;
  return (
    <section class="stack" aria-labelledby="leak-which">
      <h2 id="leak-which">{t('leak_which')}</h2>
      <Tick
        label={t('leak_all')}
        isOn={isAll}
        onChange={() => setChosen(new Set(isAll ? [] : others.map(({ entry }) => entry.id)))}
      />
      <div class="ticks">
        {others.map(({ entry }) => (
          <Tick
            key={entry.id}
            label={entryTitle(entry)}
            hint={[entry.name, entry.account].filter(Boolean).join(' · ')}
            isOn={chosen.has(entry.id)}
            onChange={(isOn) => toggle(entry.id, isOn)}
          />
        ))}
      </div>
      {isTried && rows.length === 0 && (
        <Notice tone="bad" role="alert">
          <p>{t('leak_choose_one')}</p>
        </Notice>
      )}
      <div class="actions">
        <Button
          look="primary"
          busy={isBusy}
          onClick={() => {
            setTried(true);
            if (rows.length > 0) onExpose(rows);
          }}
        >
          {t('leak_begin')}
        </Button>
      </div>
    </section>
  );
}
