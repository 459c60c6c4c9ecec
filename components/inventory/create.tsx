/** No vault yet: what it is, and making it. */
import { useState } from 'preact/hooks';
import { Button, Notice, Tag } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import type { CreateOutcome, Strength } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { attempt, type Failure, failureText } from './failures.ts';
import { type NewPassphrase, NewPassphraseFields, NO_PASSPHRASE, passphraseProblem } from './passphrase.tsx';
import { SymbolButton } from './symbol.tsx';

export interface CreateProps {
  readonly onShown: HeadingProps['onShown'];
  /** The app whose tag waits to be saved. */
  readonly waiting: string | null;
  readonly onCreate: (passphrase: string) => Promise<CreateOutcome>;
  readonly onStrength: (passphrase: string) => Promise<Strength>;
  readonly onRestore: () => void;
}

export function Create({ onShown, waiting, onCreate, onStrength, onRestore }: CreateProps) {
  const [value, setValue] = useState<NewPassphrase>(NO_PASSPHRASE);
  const [wasSent, setSent] = useState(false);
  const [problemCount, setProblemCount] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problem = passphraseProblem(value);

  const create = async () => {
    setSent(true);
    setFailure(null);
    if (problem) {
      setProblemCount((count) => count + 1);
      return;
    }
    setBusy(true);
    const outcome = await attempt(() => onCreate(value.passphrase));
    setBusy(false);
    if (!outcome.ok) setFailure(outcome);
  };

  return (
    <div class="columns">
      <div class="column">
        <Heading onShown={onShown}>{t('nav_inventory')}</Heading>
        <Tag>
          <div class="empty-tag">
            <h2>{t('inventory_empty_title')}</h2>
            <p>{t('inventory_empty_text')}</p>
          </div>
        </Tag>
        <ul class="reasons">
          <li>{t('inventory_about_local')}</li>
          <li>{t('inventory_about_secret_free')}</li>
          <li>{t('inventory_about_forgotten')}</li>
        </ul>
        <div class="actions">
          <p class="quiet small">{t('inventory_have_backup')}</p>
          <SymbolButton symbol="restore" look="quiet" onClick={onRestore}>
            {t('inventory_restore')}
          </SymbolButton>
        </div>
      </div>
      <section class="column" aria-labelledby="inventory-create">
        <div class="page-head">
          <h2 id="inventory-create">{t('inventory_create_title')}</h2>
          <p class="quiet">
            {waiting === null ? t('inventory_create_text') : t('inventory_create_for', waiting)}
          </p>
        </div>
        <form
          class="start"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy) void create();
          }}
        >
          <NewPassphraseFields
            value={value}
            onChange={(change) => setValue((before) => ({ ...before, ...change }))}
            onStrength={onStrength}
            problem={wasSent ? problem : null}
            problemCount={problemCount}
          />
          <div class="actions">
            <Button type="submit" look="primary" icon="key" busy={isBusy}>
              {t('inventory_create')}
            </Button>
          </div>
          <p role="status" class="quiet small">
            {isBusy ? t('inventory_creating') : ''}
          </p>
          {failure && (
            <Notice tone="bad" role="alert" title={t('inventory_create_failed')}>
              <p>{failureText(failure)}</p>
            </Notice>
          )}
        </form>
      </section>
    </div>
  );
}
