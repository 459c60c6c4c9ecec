/** A list for the helpdesk: which app passwords there are, chosen by the person and shown before it is saved. */
import { useId, useMemo, useState } from 'preact/hooks';
import { Button, Choice, Notice } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { Icon } from '@/components/icon.tsx';
import {
  FROM_LENGTH,
  isToRevoke,
  TEAM_LIST_REASONS,
  type TeamListReason,
  teamList,
  writeTeamList,
} from '@/utils/helpdesk/team-list.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import { fold } from '@/utils/inventory/search.ts';
import type { Day } from '@/utils/lib/day.ts';
import { t } from '@/utils/platform/i18n.ts';
import { BackToList } from './entry-view.tsx';
import { entryTitle } from './entry-words.ts';
import { TextField, Tick } from './fields.tsx';
import { numberText } from './time.ts';

export interface HandOverProps {
  readonly onShown: HeadingProps['onShown'];
  readonly listHref: string;
  readonly entries: readonly Entry[];
  readonly today: Day;
  readonly onSave: (fileName: string, text: string) => void;
}

/** More are found by typing. */
const SHOWN = 100;

const WHY_WORDS = {
  leaving: 'handover_why_leaving',
  'device-replaced': 'handover_why_device_replaced',
} as const;

/** Whoever leaves hands over everything that still works; of a device the person says which. */
function chosenFor(why: TeamListReason, entries: readonly Entry[]): ReadonlySet<string> {
  if (why === 'device-replaced') return new Set();
  return new Set(entries.filter((entry) => isToRevoke(entry) && !entry.isArchived).map(({ id }) => id));
}

export function HandOver({ onShown, listHref, entries, today, onSave }: HandOverProps) {
  const [why, setWhy] = useState<TeamListReason>('leaving');
  const [from, setFrom] = useState('');
  const [chosen, setChosen] = useState(() => chosenFor('leaving', entries));
  const [query, setQuery] = useState('');
  const [withAccount, setWithAccount] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const legend = useId();

  const found = useMemo(() => matching(entries, query), [entries, query]);
  const text = useMemo(() => {
    const those = entries.filter(({ id }) => chosen.has(id));
    return writeTeamList(teamList(those, entries, { why, from, madeOn: today, withAccount }));
  }, [entries, chosen, why, from, today, withAccount]);
  const choose = (ids: readonly string[], isOn: boolean) => {
    setSaved(null);
    setMissing(false);
    setChosen((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isOn) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  };
  const save = () => {
    if (chosen.size === 0) {
      setMissing(true);
      return;
    }
    const fileName = `keytag-list-${today}.json`;
    onSave(fileName, text);
    setSaved(fileName);
  };

  return (
    <div class="stack">
      <BackToList href={listHref} />
      <div class="page-head">
        <Heading onShown={onShown}>{t('handover_title')}</Heading>
        <p class="quiet">{t('handover_text')}</p>
      </div>
      {entries.length === 0 ? (
        <Notice tone="info">
          <p>{t('handover_empty')}</p>
        </Notice>
      ) : (
        <>
          <Choice
            legend={t('handover_why')}
            value={why}
            options={TEAM_LIST_REASONS.map((value) => ({ value, label: t(WHY_WORDS[value]) }))}
            onChoose={(next) => {
              setWhy(next);
              setChosen(chosenFor(next, entries));
              setSaved(null);
            }}
          />
          <TextField
            label={t('handover_from')}
            hint={t('handover_from_hint')}
            value={from}
            onInput={(next) => {
              setFrom(next.slice(0, FROM_LENGTH));
              setSaved(null);
            }}
          />
          <section class="stack" aria-labelledby={legend}>
            <h2 id={legend}>{t('handover_which')}</h2>
            {entries.length > 5 && (
              <TextField label={t('handover_filter')} value={query} onInput={setQuery} />
            )}
            <div class="actions">
              <Button
                look="quiet"
                onClick={() =>
                  choose(
                    found.map(({ id }) => id),
                    true,
                  )
                }
              >
                {t('handover_all')}
              </Button>
              <Button look="quiet" onClick={() => choose([...chosen], false)}>
                {t('handover_none')}
              </Button>
              <span role="status" class="quiet small">
                {t('handover_chosen', numberText(chosen.size))}
              </span>
            </div>
            {found.length === 0 && <p class="quiet">{t('handover_no_match')}</p>}
            <div class="ticks">
              {found.slice(0, SHOWN).map((entry) => (
                <Tick
                  key={entry.id}
                  label={entryTitle(entry)}
                  hint={entry.name}
                  isOn={chosen.has(entry.id)}
                  onChange={(isOn) => choose([entry.id], isOn)}
                />
              ))}
            </div>
            {found.length > SHOWN && (
              <p class="quiet small">{t('handover_rest', numberText(found.length - SHOWN))}</p>
            )}
          </section>
          <Tick
            label={t('handover_account')}
            isOn={withAccount}
            onChange={(isOn) => {
              setWithAccount(isOn);
              setSaved(null);
            }}
          />
          <div class="letter">
            <textarea
              class="letter-text report-text"
              aria-label={t('handover_preview')}
              dir="auto"
              rows={8}
              readOnly
              value={text}
            />
          </div>
          {isMissing && (
            <p class="field-error" role="alert">
              <Icon name="bad" />
              <span>{t('handover_choose_one')}</span>
            </p>
          )}
          <div class="actions">
            <Button look="primary" icon="check" onClick={save}>
              {t('handover_save')}
            </Button>
          </div>
          <div role="status">
            {saved !== null && (
              <Notice tone="good">
                <p>{t('inventory_file_handed_over', saved)}</p>
              </Notice>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function matching(entries: readonly Entry[], query: string): readonly Entry[] {
  const wanted = fold(query);
  if (wanted === '') return entries;
  return entries.filter(({ appName, device, name }) => fold(`${appName} ${device} ${name}`).includes(wanted));
}
