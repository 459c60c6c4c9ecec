/** A ready-to-run set-up: its files, where the password comes from, what to run; and the same with OAuth. */
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import type { PasswordSource, ReadySetup, Way } from '@/utils/setups/setup.ts';
import { Choice, CopyButton, Field, Notice } from './controls.tsx';
import { Icon } from './icon.tsx';

const SOURCES: Readonly<Record<PasswordSource, MessageKey>> = {
  environment: 'setupfile_source_environment',
  file: 'setupfile_source_file',
  'secret-store': 'setupfile_source_store',
};
const SOURCE_IDS = Object.keys(SOURCES) as PasswordSource[];

export interface SetupFileProps {
  readonly setup: ReadySetup;
  readonly address: string;
  readonly onAddress: (address: string) => void;
  /** What the person wished; the set-up says what it really uses. */
  readonly source: PasswordSource;
  readonly onSource: (source: PasswordSource) => void;
  /** A password can't work here: only the way with a token is shown. */
  readonly onlyOauth?: boolean;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function SetupFileView(props: SetupFileProps) {
  const { setup, address, onAddress, onlyOauth = false, onCopy } = props;
  const hostile = setup.addressIsExample && address.trim() !== '';
  return (
    <section class="setupfile" aria-labelledby="setupfile-title">
      <h2 id="setupfile-title">{t('setupfile_title', setup.name)}</h2>
      <Field
        label={t('setupfile_address')}
        type="email"
        value={address}
        onInput={onAddress}
        hint={hostile ? undefined : t('setupfile_address_hint')}
        error={hostile ? t('setupfile_address_refused') : null}
      />
      {onlyOauth ? (
        setup.oauth && (
          <>
            <p class="quiet">
              {t('setupfile_oauth_text')} {t('note_smtp_auth_switch')}
            </p>
            <WayView way={setup.oauth} onCopy={onCopy} about={t('setupfile_with_oauth')} />
          </>
        )
      ) : (
        <BothWays {...props} />
      )}
    </section>
  );
}

function BothWays({ setup, source, onSource, onCopy }: SetupFileProps) {
  return (
    <>
      {setup.choosesSource ? (
        <Choice
          legend={t('setupfile_source')}
          value={source}
          options={SOURCE_IDS.map((value) => ({ value, label: t(SOURCES[value]) }))}
          onChoose={onSource}
        />
      ) : (
        <Notice tone="info">
          <p>{t('setupfile_own_file', setup.name)}</p>
        </Notice>
      )}
      <WayView way={setup.password} onCopy={onCopy} />
      {setup.oauth && (
        <details class="more">
          <summary>
            <Icon name="forward" />
            <span>{t('setupfile_oauth')}</span>
          </summary>
          <p class="quiet">{t('setupfile_oauth_text')}</p>
          <WayView way={setup.oauth} onCopy={onCopy} about={t('setupfile_with_oauth')} />
        </details>
      )}
    </>
  );
}

interface WayViewProps {
  readonly way: Way;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** Tells its copy button from another one. */
  readonly about?: string;
}

function WayView({ way, onCopy, about }: WayViewProps) {
  return (
    <div class="setupfile-way">
      {way.files.map((file) => (
        <figure key={file.path} class="setupfile-file">
          <figcaption>
            <code dir="ltr">{file.path}</code>
            {file.mode === '0600' && <span class="quiet small">{t('setupfile_private', file.mode)}</span>}
          </figcaption>
          <pre dir="ltr">
            <code>{file.content}</code>
          </pre>
          {way.files.length > 1 && (
            <CopyButton
              look="quiet"
              label={t('common_copy')}
              about={file.path}
              text={file.content}
              onCopy={onCopy}
            />
          )}
        </figure>
      ))}
      {way.files.length > 0 && (
        <div class="actions">
          <CopyButton
            label={t('setupfile_copy')}
            text={filesText(way)}
            onCopy={onCopy}
            {...(about ? { about } : {})}
          />
        </div>
      )}
      <Commands title={t('setupfile_store')} commands={way.store} onCopy={onCopy} />
      <Commands title={t('setupfile_apply')} commands={way.apply} onCopy={onCopy} />
      <Commands title={t('setupfile_test')} commands={way.test} onCopy={onCopy} />
    </div>
  );
}

/** One file as it is; several under their paths, so that nobody mixes them up. */
function filesText({ files }: Way): string {
  const [only] = files;
  if (only && files.length === 1) return only.content;
  return files.map(({ path, mode, content }) => `# ${path} (${mode})\n${content}`).join('\n');
}

interface CommandsProps {
  readonly title: string;
  readonly commands: readonly string[];
  readonly onCopy: (text: string) => Promise<boolean>;
}

function Commands({ title, commands, onCopy }: CommandsProps) {
  if (commands.length === 0) return null;
  return (
    <div class="setupfile-commands">
      <h3>{title}</h3>
      {commands.map((command) => (
        <div key={command} class="setupfile-command">
          <pre dir="ltr">
            <code>{command}</code>
          </pre>
          <CopyButton look="quiet" label={t('common_copy')} about={command} text={command} onCopy={onCopy} />
        </div>
      ))}
    </div>
  );
}
