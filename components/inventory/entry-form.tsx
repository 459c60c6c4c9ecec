/** Writing or changing a tag. The draft lives with the panel, so that leaving the screen loses nothing. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Choice, ManagedNote, Notice } from '@/components/controls.tsx';
import { dayText } from '@/components/day-text.ts';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { sentenceText } from '@/components/sentence-text.ts';
import type { Entry, MadeOn } from '@/utils/inventory/entry.ts';
import type { EntryDraft, PasswordHint } from '@/utils/inventory/record-types.ts';
import { fold } from '@/utils/inventory/search.ts';
import type { Day } from '@/utils/lib/day.ts';
import { t } from '@/utils/platform/i18n.ts';
import { describeReason, ROTATION_REASONS } from '@/utils/rotation/reasons.ts';
import { dayByInterval, type Interval } from '@/utils/rotation/settings.ts';
import { BackToList } from './entry-view.tsx';
import { purposeText, STATES, stateText } from './entry-words.ts';
import { SelectField, SuggestField, type Suggestion, TextField, Tick, useProblemFocus } from './fields.tsx';
import { PasswordHints } from './hints.tsx';

/** How many suggestions stand under a field. */
const SUGGESTED = 5;
/** Typing goes on: hints are worked out in the first pause. */
const PAUSE_MS = 200;

export interface EntryFormProps {
  readonly onShown: HeadingProps['onShown'];
  readonly isNew: boolean;
  readonly draft: EntryDraft;
  readonly onChange: (draft: EntryDraft) => void;
  readonly today: Day;
  /** Apps of the catalogue that fit what is typed, best first; empty while it loads. */
  readonly findApps: (
    query: string,
  ) => readonly { readonly id: string; readonly name: string; readonly vendor: string }[];
  readonly accounts: readonly string[];
  /** Whether the password itself may be kept. */
  readonly mayKeepPasswords: boolean;
  /** The interval chosen in the settings. */
  readonly interval: Interval;
  /** A name for Microsoft's list made of app and device. */
  readonly suggestName: (appName: string, device: string) => string;
  readonly onHints: (draft: EntryDraft) => Promise<readonly PasswordHint[]>;
  readonly titleOf: (id: string) => string | null;
  /** The entry was changed in another window since this edit began. */
  readonly isOutdated: boolean;
  readonly isBusy: boolean;
  readonly failure: { readonly text: string; readonly field: keyof Entry | null } | null;
  readonly listHref: string;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

export function EntryForm(props: EntryFormProps) {
  const { onShown, isNew, draft, onChange, today, findApps, accounts, interval, suggestName, listHref } =
    props;
  const { onHints, titleOf, isOutdated, isBusy, failure, onSave, onCancel } = props;
  const [wasSent, setSent] = useState(false);
  const [problemCount, setProblemCount] = useState(0);
  const set = (change: Partial<EntryDraft>) => onChange({ ...draft, ...change });
  const problem = problemOf(draft);
  const hints = useHints(draft, onHints);
  const errorAt = (field: keyof Entry): string | null => {
    if (wasSent && problem?.field === field) return problem.text;
    return failure?.field === field ? failure.text : null;
  };
  const focusAt = useProblemFocus(problem?.field ?? failure?.field ?? null, problemCount);
  useEffect(() => {
    if (failure?.field) setProblemCount((count) => count + 1);
  }, [failure]);

  const send = () => {
    setSent(true);
    if (problem) setProblemCount((count) => count + 1);
    else onSave();
  };
  const name = suggestName(draft.appName, draft.device);
  const byInterval =
    draft.madeOn.is === 'unknown' || draft.madeOn.day.length === 0
      ? null
      : dayByInterval(draft.madeOn.day, interval);

  return (
    <div class="entry stack">
      <BackToList href={listHref} />
      <Heading onShown={onShown}>{t(isNew ? 'inventory_new_title' : 'inventory_edit_title')}</Heading>
      {isOutdated && (
        <Notice tone="caution">
          <p>{t('inventory_outdated')}</p>
        </Notice>
      )}
      <form
        class="entry-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) send();
        }}
      >
        <fieldset class="part">
          <legend>{t('inventory_part_what')}</legend>
          <SuggestField
            label={t('inventory_field_app')}
            value={draft.appName}
            error={errorAt('appName')}
            focusCount={focusAt('appName')}
            onInput={(appName) => set({ appName, appId: null })}
            suggestions={appSuggestions(findApps, draft)}
            onPick={({ key, label }) => set({ appId: key, appName: label })}
          />
          <SuggestField
            label={t('inventory_field_account')}
            hint={t('inventory_account_hint')}
            value={draft.account}
            error={errorAt('account')}
            focusCount={focusAt('account')}
            onInput={(account) => set({ account })}
            suggestions={accountSuggestions(accounts, draft.account)}
            onPick={({ label }) => set({ account: label })}
          />
          <div class="fields">
            <TextField
              label={t('inventory_field_device')}
              hint={t('app_device_hint')}
              value={draft.device}
              error={errorAt('device')}
              focusCount={focusAt('device')}
              onInput={(device) => set({ device })}
            />
            <div class="with-offer">
              <TextField
                label={t('inventory_field_name')}
                hint={t('inventory_name_hint')}
                value={draft.name}
                error={errorAt('name')}
                focusCount={focusAt('name')}
                onInput={(text) => set({ name: text })}
              />
              {draft.name === '' && draft.appName !== '' && name !== '' && (
                <Button look="quiet" onClick={() => set({ name })}>
                  {t('inventory_name_offer', name)}
                </Button>
              )}
            </div>
          </div>
          <Choice
            legend={t('inventory_field_purpose')}
            value={draft.purpose}
            options={(['send', 'other'] as const).map((value) => ({ value, label: purposeText(value) }))}
            onChoose={(purpose) => set({ purpose })}
          />
        </fieldset>
        <fieldset class="part">
          <legend>{t('inventory_part_when')}</legend>
          <MadeOnFields
            madeOn={draft.madeOn}
            today={today}
            error={errorAt('madeOn')}
            focusCount={focusAt('madeOn')}
            onChange={(madeOn) => set({ madeOn })}
          />
          <div class="fields">
            <div class="with-offer">
              <TextField
                label={t('inventory_field_rotate_by')}
                kind="day"
                value={draft.rotateBy ?? ''}
                error={errorAt('rotateBy')}
                focusCount={focusAt('rotateBy')}
                onInput={(day) => set({ rotateBy: day === '' ? null : (day as Day) })}
              />
              {draft.rotateBy === null && byInterval && (
                <Button look="quiet" onClick={() => set({ rotateBy: byInterval })}>
                  {t('rs_interval_offer', dayText(byInterval))}
                </Button>
              )}
            </div>
            <SuggestField
              label={t('inventory_field_reason')}
              hint={t('inventory_reason_hint')}
              value={draft.reason}
              error={errorAt('reason')}
              focusCount={focusAt('reason')}
              onInput={(reason) => set({ reason })}
              suggestions={reasonSuggestions(draft.reason)}
              onPick={({ label }) => set({ reason: label })}
            />
          </div>
          <SelectField
            label={t('inventory_field_state')}
            value={draft.state}
            options={STATES.map((value) => ({ value, label: stateText(value) }))}
            onChoose={(state) => set({ state })}
          />
        </fieldset>
        <fieldset class="part">
          <legend>{t('inventory_part_more')}</legend>
          <TextField
            label={t('inventory_field_note')}
            lines={3}
            value={draft.note}
            error={errorAt('note')}
            focusCount={focusAt('note')}
            onInput={(note) => set({ note })}
          />
          <TagsField
            tags={draft.tags}
            error={errorAt('tags')}
            focusCount={focusAt('tags')}
            onChange={(tags) => set({ tags })}
          />
          <Tick
            label={t('inventory_field_sensitive')}
            hint={t('inventory_sensitive_hint')}
            isOn={draft.isSensitive}
            onChange={(isSensitive) => set({ isSensitive })}
          />
        </fieldset>
        <fieldset class="part">
          <legend>{t('inventory_part_password')}</legend>
          {props.mayKeepPasswords ? (
            <>
              <p class="quiet small">{t('inventory_password_text')}</p>
              <TextField
                label={t('inventory_password_optional')}
                kind="secret"
                value={draft.password ?? ''}
                error={errorAt('password')}
                focusCount={focusAt('password')}
                onInput={(password) => set({ password: password === '' ? null : password })}
              />
            </>
          ) : (
            <>
              <ManagedNote text={t('policy_no_passwords')} />
              {draft.password !== null && (
                <div class="actions">
                  <Button onClick={() => set({ password: null })}>{t('policy_drop_password')}</Button>
                </div>
              )}
            </>
          )}
          <div role="status">
            <PasswordHints hints={hints} titleOf={titleOf} />
          </div>
        </fieldset>
        {failure && failure.field === null && (
          <Notice tone="bad" role="alert" title={t('inventory_save_failed')}>
            <p>{failure.text}</p>
          </Notice>
        )}
        <div class="actions form-end">
          <Button type="submit" look="primary" icon="check" busy={isBusy}>
            {t('inventory_save')}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t('inventory_cancel')}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** What the person can see wrong before anything is saved. */
function problemOf(draft: EntryDraft): { readonly field: keyof Entry; readonly text: string } | null {
  if (draft.appName.trim() === '' && draft.name.trim() === '') {
    return { field: 'appName', text: t('inventory_app_empty') };
  }
  if (draft.madeOn.is !== 'unknown' && draft.madeOn.day.length === 0) {
    return { field: 'madeOn', text: t('inventory_made_empty') };
  }
  return null;
}

function appSuggestions(findApps: EntryFormProps['findApps'], draft: EntryDraft): readonly Suggestion[] {
  if (draft.appName.trim() === '' || draft.appId !== null) return [];
  return findApps(draft.appName)
    .slice(0, SUGGESTED)
    .map(({ id, name, vendor }) => ({ key: id, label: name, detail: vendor }));
}

function accountSuggestions(accounts: readonly string[], typed: string): readonly Suggestion[] {
  const wanted = fold(typed.trim());
  return accounts
    .filter((account) => account !== typed && fold(account).includes(wanted))
    .slice(0, SUGGESTED)
    .map((account) => ({ key: account, label: account }));
}

/** Reasons that many people have; any other is as good. */
function reasonSuggestions(typed: string): readonly Suggestion[] {
  const wanted = fold(typed.trim());
  return ROTATION_REASONS.map((reason) => ({ key: reason.id, label: sentenceText(describeReason(reason)) }))
    .filter(({ label }) => label !== typed && fold(label).includes(wanted))
    .slice(0, SUGGESTED);
}

interface MadeOnFieldsProps {
  readonly madeOn: MadeOn;
  readonly today: Day;
  readonly error: string | null;
  readonly focusCount: number;
  readonly onChange: (madeOn: MadeOn) => void;
}

function MadeOnFields({ madeOn, today, error, focusCount, onChange }: MadeOnFieldsProps) {
  // Going to "unknown" and back finds the day again.
  const day = useRef<Day>(madeOn.is === 'unknown' ? today : madeOn.day);
  const setDay = (text: string) => {
    day.current = text as Day;
    if (madeOn.is !== 'unknown') onChange({ is: madeOn.is, day: day.current });
  };
  return (
    <>
      <Choice
        legend={t('inventory_field_made_on')}
        value={madeOn.is}
        options={[
          { value: 'known', label: t('inventory_made_known') },
          { value: 'estimated', label: t('inventory_made_estimated') },
          { value: 'unknown', label: t('inventory_made_unknown') },
        ]}
        onChoose={(is) => onChange(is === 'unknown' ? { is } : { is, day: day.current })}
      />
      {madeOn.is !== 'unknown' && (
        <TextField
          label={t('inventory_made_day')}
          kind="day"
          max={today}
          value={madeOn.day}
          error={error}
          focusCount={focusCount}
          onInput={setDay}
        />
      )}
    </>
  );
}

interface TagsFieldProps {
  readonly tags: readonly string[];
  readonly error: string | null;
  readonly focusCount: number;
  readonly onChange: (tags: readonly string[]) => void;
}

/** Tags as text with commas; what was typed stays as it was typed. */
function TagsField({ tags, error, focusCount, onChange }: TagsFieldProps) {
  const [typed, setTyped] = useState(() => tags.join(', '));
  return (
    <TextField
      label={t('inventory_field_tags')}
      hint={t('inventory_tags_hint')}
      value={typed}
      error={error}
      focusCount={focusCount}
      onInput={(text) => {
        setTyped(text);
        onChange([
          ...new Set(
            text
              .split(',')
              .map((tag) => tag.trim())
              .filter(Boolean),
          ),
        ]);
      }}
    />
  );
}

function useHints(draft: EntryDraft, onHints: EntryFormProps['onHints']): readonly PasswordHint[] {
  const [hints, setHints] = useState<readonly PasswordHint[]>([]);
  const ask = useRef(onHints);
  ask.current = onHints;
  const { password, account, isSensitive } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these three parts of the draft change the hints
  useEffect(() => {
    if (password === null) {
      setHints([]);
      return;
    }
    let isOver = false;
    const timer = setTimeout(() => {
      ask.current(draft).then(
        (found) => {
          if (!isOver) setHints(found);
        },
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [password, account, isSensitive]);
  return hints;
}
