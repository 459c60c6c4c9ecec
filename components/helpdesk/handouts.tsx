/** Making a hand-out: for which apps, in which language, in whose name; and what becomes of it. */
import { useId, useMemo, useState } from 'preact/hooks';
import type { App } from '@/utils/catalogue/app.ts';
import type { Handout } from '@/utils/helpdesk/handout.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Button, Choice, CopyButton, Field, Notice } from '../controls.tsx';
import { Heading, type HeadingProps } from '../frame.tsx';
import { Icon } from '../icon.tsx';
import { FileField } from '../inventory/file-field.tsx';
import type { ChosenFile } from '../inventory/file-port.ts';
import { HandoutView } from './handout-view.tsx';

/** The languages of the product, each by its own name. */
const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const;
export type HandoutLanguage = (typeof LANGUAGES)[number]['value'];

/** What the helpdesk types in for this hand-out; a policy's values come before it. */
export interface TypedOrganisation {
  readonly name: string;
  readonly contact: string;
  /** A data URL that was checked. */
  readonly logo: string | null;
}

export interface HandoutsProps {
  readonly onShown: HeadingProps['onShown'];
  readonly helpdeskHref: string;
  /** `null` while they load. */
  readonly apps: readonly App[] | null;
  readonly findApps: (query: string) => readonly App[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
  readonly language: HandoutLanguage;
  readonly onLanguage: (language: HandoutLanguage) => void;
  readonly typed: TypedOrganisation;
  readonly onTyped: (typed: TypedOrganisation) => void;
  readonly onLogo: (file: ChosenFile) => void;
  /** The file that was chosen is no picture that can be used. */
  readonly isLogoBad: boolean;
  readonly mostLogo: number;
  /** What the organisation itself gives; those fields are not asked for. */
  readonly given: { readonly name: boolean; readonly logo: boolean; readonly contacts: boolean };
  /** `null` while nothing is chosen or the language still loads. */
  readonly handout: Handout | null;
  /** The links of the chosen apps for which a guide makes sense, a line each; empty where there is none. */
  readonly link: string;
  /** Names of chosen apps whose link nobody else's Keytag would follow: they came from a file. */
  readonly unshared: readonly string[];
  /** Links that belong to no app. */
  readonly plainLinks: readonly { readonly title: string; readonly url: string }[];
  readonly markdown: () => string;
  readonly text: () => string;
  readonly onPrint: () => void;
  readonly onSave: () => void;
  readonly isSaved: boolean;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function Handouts(props: HandoutsProps) {
  const { onShown, helpdeskHref, handout, link, unshared, onCopy, language, onLanguage, plainLinks } = props;
  return (
    <div class="helpdesk-handouts">
      <div class="stack helpdesk-choices">
        <a class="back" href={helpdeskHref}>
          <Icon name="back" />
          <span>{t('nav_helpdesk')}</span>
        </a>
        <div class="page-head">
          <Heading onShown={onShown}>{t('handouts_title')}</Heading>
          <p class="quiet">{t('handouts_text')}</p>
        </div>
        <Apps {...props} />
        <Choice legend={t('handouts_language')} value={language} options={LANGUAGES} onChoose={onLanguage} />
        <Sender {...props} />
        <details class="more">
          <summary>
            <Icon name="forward" />
            <span>{t('handouts_plain_links')}</span>
          </summary>
          <ul class="stack">
            {plainLinks.map(({ title, url }) => (
              <li key={url} class="stack">
                <p>{title}</p>
                <CopyButton label={t('handouts_copy_link')} about={title} text={url} onCopy={onCopy} />
              </li>
            ))}
          </ul>
        </details>
      </div>
      <div class="stack helpdesk-preview">
        {handout === null ? (
          <p class="quiet">{t('handouts_choose_first')}</p>
        ) : (
          <>
            <div class="actions">
              {link !== '' && (
                <CopyButton label={t('handouts_copy_link')} text={link} onCopy={onCopy} look="primary" />
              )}
              <Button icon="print" onClick={props.onPrint}>
                {t('after_print')}
              </Button>
              <Button onClick={props.onSave}>{t('handouts_save')}</Button>
              <CopyLater label={t('handouts_copy_markdown')} text={props.markdown} onCopy={onCopy} />
              <CopyLater label={t('handouts_copy_text')} text={props.text} onCopy={onCopy} />
            </div>
            <p role="status" class={props.isSaved ? 'quiet small' : 'visually-hidden'}>
              {props.isSaved ? t('handouts_saved') : ''}
            </p>
            {unshared.length > 0 ? (
              <Notice tone="info">
                <p>{t('handouts_from_file', unshared.join(', '))}</p>
              </Notice>
            ) : (
              link === '' && (
                <Notice tone="info">
                  <p>{t('handouts_no_link')}</p>
                </Notice>
              )
            )}
            <HandoutView handout={handout} />
          </>
        )}
      </div>
    </div>
  );
}

/** A copy button whose text is written when it is pressed. */
function CopyLater({
  label,
  text,
  onCopy,
}: {
  readonly label: string;
  readonly text: () => string;
  readonly onCopy: HandoutsProps['onCopy'];
}) {
  return <CopyButton label={label} text="" onCopy={() => onCopy(text())} />;
}

function Apps({ apps, findApps, chosen, onChoose }: HandoutsProps) {
  const [query, setQuery] = useState('');
  const id = useId();
  const found = useMemo(
    () => (query.trim() === '' ? (apps ?? []) : findApps(query)),
    [apps, findApps, query],
  );
  if (!apps) return <p class="quiet loading">{t('common_loading')}</p>;
  const isChosen = (app: App) => chosen.includes(app.id);
  // A search keeps what is chosen in sight; without one everything stays in its place under the pointer.
  const listed =
    query.trim() === '' ? apps : [...apps.filter(isChosen), ...found.filter((app) => !isChosen(app))];
  const names = apps.filter(isChosen).map(({ name }) => name);
  return (
    <fieldset class="choice">
      <legend>{t('handouts_apps')}</legend>
      <div class="stack">
        <Field label={t('apps_find')} value={query} onInput={setQuery} />
        <ul class="helpdesk-apps" aria-label={t('handouts_apps')}>
          {listed.map((app) => (
            <li key={app.id}>
              <label class="helpdesk-app" for={`${id}-${app.id}`}>
                <input
                  id={`${id}-${app.id}`}
                  type="checkbox"
                  checked={chosen.includes(app.id)}
                  onChange={(event) =>
                    onChoose(
                      event.currentTarget.checked
                        ? [...chosen, app.id]
                        : chosen.filter((other) => other !== app.id),
                    )
                  }
                />
                <bdi>{app.name}</bdi>
              </label>
            </li>
          ))}
        </ul>
        <p role="status" class="quiet small">
          {names.length > 0 && t('handouts_chosen', names.join(', '))}
        </p>
      </div>
    </fieldset>
  );
}

function Sender({ typed, onTyped, given, onLogo, isLogoBad, mostLogo }: HandoutsProps) {
  const isAllGiven = given.name && given.contacts && given.logo;
  return (
    <details class="more">
      <summary>
        <Icon name="forward" />
        <span>{t('handouts_sender')}</span>
      </summary>
      <div class="fields">
        {(given.name || given.contacts || given.logo) && <p class="quiet">{t('handouts_given')}</p>}
        {!given.name && (
          <Field
            label={t('handouts_organisation')}
            value={typed.name}
            onInput={(name) => onTyped({ ...typed, name })}
          />
        )}
        {!given.contacts && (
          <Field
            label={t('handouts_contact')}
            hint={t('handouts_contact_hint')}
            value={typed.contact}
            onInput={(contact) => onTyped({ ...typed, contact })}
          />
        )}
        {!given.logo && (
          <FileField
            label={t('handouts_logo')}
            hint={t('handouts_logo_hint')}
            accept="image/png,.png"
            most={mostLogo}
            onFile={onLogo}
            onNone={() => onTyped({ ...typed, logo: null })}
          />
        )}
        {isLogoBad && (
          <Notice tone="bad" role="alert">
            <p>{t('handouts_logo_bad')}</p>
          </Notice>
        )}
        {!isAllGiven && <p class="quiet small">{t('handouts_not_kept')}</p>}
      </div>
    </details>
  );
}
