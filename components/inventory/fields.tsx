/** The inventory's fields: text, passphrase, day, longer text, a choice from a list, a tick. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { AddressText } from '@/components/address-text.tsx';
import { ManagedMark } from '@/components/controls.tsx';
import { Icon } from '@/components/icon.tsx';
import { t } from '@/utils/platform/i18n.ts';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly kind?: 'text' | 'email' | 'secret' | 'day';
  /** More than one line: a text area of that height. */
  readonly lines?: number;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  /** A secret with a button that shows what was typed. */
  readonly canShow?: boolean;
  /** Codes to be read character by character. */
  readonly isCode?: boolean;
  readonly onBlur?: () => void;
  /** Counts up each time the field should take the focus (an error was found in it). */
  readonly focusCount?: number;
  readonly max?: string;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onInput,
    kind = 'text',
    lines = 1,
    hint,
    error,
    canShow,
    isCode,
    onBlur,
    max,
  } = props;
  const { focusCount = 0 } = props;
  const id = useId();
  const [isShown, setShown] = useState(false);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focusCount === 0) return;
    input.current?.focus();
    if (kind === 'secret') input.current?.select();
  }, [focusCount, kind]);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    id,
    ref: input,
    value,
    dir: kind === 'day' ? undefined : ('auto' as const),
    autoComplete: 'off' as const,
    spellcheck: false,
    class: isCode ? 'code-input' : undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onInput(event.currentTarget.value),
    onBlur,
  };
  const type = { text: 'text', email: 'email', day: 'date', secret: isShown ? 'text' : 'password' }[kind];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} />
      ) : (
        <div class={canShow ? 'field-with-button' : undefined}>
          <input {...shared} type={type} max={max} />
          {canShow && (
            <button
              type="button"
              class="button button-quiet"
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
            >
              {t('inventory_show')}
              <span class="visually-hidden">: {label}</span>
            </button>
          )}
        </div>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="bad" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChoose: (value: Value) => void;
  /** The organisation decides it: shown, not to be changed. */
  readonly isManaged?: boolean;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, options, onChoose, isManaged = false } = props;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={isManaged}
        aria-describedby={isManaged ? `${id}-managed` : undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      {isManaged && <ManagedMark id={`${id}-managed`} />}
    </div>
  );
}

export interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** The organisation decides it: shown, not to be changed. */
  readonly isManaged?: boolean;
}

export function Tick({ label, hint, isOn, onChange, isManaged = false }: TickProps) {
  const id = useId();
  return (
    <div class="tick">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          disabled={isManaged}
          aria-describedby={[hint && id, isManaged && `${id}-managed`].filter(Boolean).join(' ') || undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p class="field-hint" id={id}>
          <AddressText text={hint} />
        </p>
      )}
      {isManaged && <ManagedMark id={`${id}-managed`} />}
    </div>
  );
}

export interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
}

export interface SuggestFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly suggestions: readonly Suggestion[];
  readonly onPick: (suggestion: Suggestion) => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly focusCount?: number;
}

/** A text box with a few things to pick below it while it is being typed in; typing something else is fine. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, value, onInput, suggestions, onPick, hint, error, focusCount } = props;
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const buttons = () => [...(box.current?.querySelectorAll<HTMLElement>('.suggestions button') ?? [])];
  const pick = (suggestion: Suggestion) => {
    onPick(suggestion);
    box.current?.querySelector('input')?.focus();
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = buttons().indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown' && at + 1 < buttons().length) {
      event.preventDefault();
      buttons()[at + 1]?.focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (at === 0 ? box.current?.querySelector('input') : buttons()[at - 1])?.focus();
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      box.current?.querySelector('input')?.focus();
      setOpen(false);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the keys of the controls inside it
    <div
      ref={box}
      class="suggest"
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
      }}
    >
      <TextField
        label={label}
        value={value}
        onInput={(text) => {
          onInput(text);
          setOpen(true);
        }}
        error={error}
        {...(hint === undefined ? {} : { hint })}
        {...(focusCount === undefined ? {} : { focusCount })}
      />
      {isOpen && suggestions.length > 0 && (
        <ul class="suggestions" aria-label={t('inventory_suggestions', label)}>
          {suggestions.map((suggestion) => (
            <li key={suggestion.key}>
              <button type="button" tabIndex={-1} onClick={() => pick(suggestion)}>
                <bdi>{suggestion.label}</bdi>
                {suggestion.detail && (
                  <span class="quiet small">
                    <bdi>{suggestion.detail}</bdi>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/**
 * Counts for `focusCount`: the focus goes to the field that had the problem when the person sent the form, and
 * nowhere while they type, though the next problem may by then be in another field.
 * @param at the field with the problem now
 * @param count up by one each time the form was sent in vain
 */
export function useProblemFocus<Field>(at: Field | null, count: number): (field: Field) => number {
  const sent = useRef<{ readonly at: Field | null; readonly count: number }>({ at: null, count: 0 });
  if (sent.current.count !== count) sent.current = { at, count };
  return (field) => (sent.current.at === field ? count : 0);
}
