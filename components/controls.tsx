/** The small parts every screen is made of: buttons, choices, fields, notices. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/platform/i18n.ts';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  /** `primary` at most once per screen. */
  readonly look?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  readonly busy?: boolean;
}

export function Button({
  children,
  onClick,
  look = 'secondary',
  icon,
  type = 'button',
  busy = false,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`button button-${look}`}
      aria-disabled={busy ? 'true' : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

export interface LinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link out of Keytag: opens in a tab of its own and says so by its icon and to screen readers. */
export function OutsideLink({ href, children }: LinkProps) {
  return (
    <a class="link" href={href} target="_blank" rel="noopener noreferrer">
      {children} <Icon name="external" />
      <span class="visually-hidden">{t('common_opens_tab')}</span>
    </a>
  );
}

export interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly look?: 'secondary' | 'quiet' | 'primary';
  /** What exactly is copied, for people who hear the button without its surroundings. */
  readonly about?: string;
  /** Shown right after the same text was copied by another button. */
  readonly justCopied?: boolean;
}

const COPIED_FOR_MS = 2000;

export function CopyButton({
  label,
  text,
  onCopy,
  look = 'secondary',
  about,
  justCopied = false,
}: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>(justCopied ? 'copied' : 'idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), COPIED_FOR_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => setState((await onCopy(text)) ? 'copied' : 'failed');
  const copied = state === 'copied';
  return (
    <span class="copy">
      <button type="button" class={`button button-${look}`} onClick={() => void copy()}>
        <Icon name={copied ? 'check' : 'copy'} />
        {/* Both words lie in one cell, so that the button keeps its width. */}
        <span class="copy-words">
          <span class={copied ? 'copy-out' : undefined}>{label}</span>
          <span class={copied ? undefined : 'copy-out'} aria-hidden={copied ? undefined : 'true'}>
            {t('common_copied')}
          </span>
        </span>
        {about && <span class="visually-hidden">: {about}</span>}
      </button>
      <span role="status" class={state === 'failed' ? 'copy-failed' : 'visually-hidden'}>
        {copied ? t('common_copied') : state === 'failed' ? t('common_copy_failed') : ''}
      </span>
    </span>
  );
}

export interface ChoiceProps<Value extends string> {
  readonly legend: string;
  /** `null` as long as nothing is chosen. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
  /** The organisation has answered it. */
  readonly isManaged?: boolean;
  /** The legend is a question that stands on its own. */
  readonly isQuestion?: boolean;
}

export function Choice<Value extends string>({
  legend,
  value,
  options,
  onChoose,
  isManaged = false,
  isQuestion = false,
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset
      class={isQuestion ? 'choice choice-question' : 'choice'}
      aria-describedby={isManaged ? `${name}-managed` : undefined}
    >
      <legend>{legend}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} class="choice-option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {isManaged && <ManagedMark id={`${name}-managed`} />}
    </fieldset>
  );
}

/** What an administrator decided through the browser's management. @param id for `aria-describedby` of what it marks */
export function ManagedMark({ id }: { readonly id?: string }) {
  return (
    <p class="managed" id={id}>
      <Icon name="managed" />
      <span>{t('policy_set')}</span>
    </p>
  );
}

/** A sentence in the place of what an administrator took away. */
export function ManagedNote({ text }: { readonly text: string }) {
  return (
    <div class="managed-note">
      <p>{text}</p>
      <ManagedMark />
    </div>
  );
}

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | null;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email';
  /** Counts up each time the field should take the focus (an error was found in it). */
  readonly focusCount?: number;
}

export function Field({
  label,
  value,
  onInput,
  hint,
  error,
  onBlur,
  type = 'text',
  focusCount = 0,
}: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusCount > 0) input.current?.focus();
  }, [focusCount]);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type={type}
        dir="auto"
        value={value}
        autoComplete="off"
        spellcheck={false}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={onBlur}
      />
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

export interface NoticeProps {
  readonly tone: 'info' | 'good' | 'caution' | 'bad';
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** Buttons under the words. */
  readonly actions?: ComponentChildren;
  /** `alert` only for something that just went wrong. */
  readonly role?: 'alert' | 'status';
}

const NOTICE_ICON = { info: 'info', good: 'good', caution: 'careful', bad: 'bad' } as const;

export function Notice({ tone, title, children, actions, role }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={role}>
      <Icon name={NOTICE_ICON[tone]} size={20} />
      <div class="notice-words">
        {title && <p class="notice-title">{title}</p>}
        {children}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </div>
  );
}

/** The signature of the product: a paper tag with its eyelet. */
export function Tag({
  children,
  tone,
}: {
  readonly children: ComponentChildren;
  readonly tone?: 'good' | 'caution' | 'bad';
}) {
  return (
    <div class={tone ? `tag tag-${tone}` : 'tag'}>
      <span class="tag-eyelet" aria-hidden="true" />
      <div class="tag-body">{children}</div>
    </div>
  );
}
