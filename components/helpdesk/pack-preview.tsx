/** What a file says it is and what importing it would change, before anything is kept. */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Pack } from '@/utils/helpdesk/pack.ts';
import { entered, type PackChange, stepCount } from '@/utils/helpdesk/pack-compare.ts';
import type { PackImport } from '@/utils/helpdesk/packs.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Button, Notice } from '../controls.tsx';
import { dayText } from '../day-text.ts';
import { LinkList } from '../link-list.tsx';
import { SentenceView } from '../sentence.tsx';

export interface PackPreviewProps {
  readonly fileName: string;
  readonly found: PackImport;
  readonly isBusy: boolean;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

export function PackPreview({ fileName, found, isBusy, onImport, onCancel }: PackPreviewProps) {
  const { pack, comparison } = found;
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const texts = entered(pack.apps);
  return (
    <section class="stack pack-preview" aria-labelledby={title}>
      <h3 id={title} ref={heading} tabIndex={-1}>
        <SentenceView of={{ key: 'packs_preview_title', args: [pack.origin.organisation] }} />
      </h3>
      <Notice tone="caution">
        <p>{t('packs_preview_trust')}</p>
      </Notice>
      <dl class="pairs">
        <Pair term={t('packs_preview_file')} text={fileName} />
        <Pair term={t('packs_preview_says')} text={pack.title} />
        <Pair term={t('packs_preview_day')} text={dayText(pack.released)} />
      </dl>
      <PackLinks pack={pack} />
      <Age found={found} />
      <div class="organisation-part">
        <h4>{t('packs_preview_apps')}</h4>
        <ul class="pack-apps">
          {comparison.apps.map((change) => (
            <AppLine key={change.app.id} change={change} isMarked={comparison.age !== 'none'} />
          ))}
        </ul>
      </div>
      {texts.length > 0 && (
        <div class="organisation-part">
          <h4>{t('packs_entered_title')}</h4>
          <p class="quiet">{t('packs_entered_text')}</p>
          <ul class="pack-entered">
            {texts.map((text) => (
              <li key={text}>
                <pre class="pack-line" dir="ltr">
                  <code>{text}</code>
                </pre>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="actions">
        {comparison.isSame ? (
          <Button onClick={onCancel}>{t('packs_preview_close')}</Button>
        ) : (
          <>
            <Button look="primary" busy={isBusy} onClick={onImport}>
              {t('packs_preview_import')}
            </Button>
            <Button look="quiet" onClick={onCancel}>
              {t('inventory_cancel')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

/** Whom a pack names, and where it leads; the same before the import and after it. */
export function PackLinks({ pack }: { readonly pack: Pack }) {
  return (
    <>
      <div class="organisation-part">
        <h4>{t('organisation_contacts')}</h4>
        <LinkList links={pack.contacts} label={t('organisation_contacts')} />
      </div>
      {pack.links.length > 0 && (
        <div class="organisation-part">
          <h4>{t('organisation_links')}</h4>
          <LinkList links={pack.links} label={t('organisation_links')} />
        </div>
      )}
    </>
  );
}

function Pair({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <bdi>{text}</bdi>
      </dd>
    </div>
  );
}

function Age({ found: { before, comparison } }: { readonly found: PackImport }) {
  if (before === null) return null;
  if (comparison.isSame) {
    return (
      <Notice tone="good">
        <p>{t('packs_preview_same')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone={comparison.age === 'older' ? 'caution' : 'info'}>
      <p>
        {comparison.age === 'same-day'
          ? t('packs_preview_same_day')
          : t(
              comparison.age === 'older' ? 'packs_preview_older' : 'packs_preview_newer',
              dayText(before.released),
            )}
      </p>
      {comparison.isAddressChanged && <p>{t('packs_preview_addresses')}</p>}
    </Notice>
  );
}

const MARKS: Readonly<Record<PackChange['is'], MessageKey>> = {
  new: 'packs_is_new',
  changed: 'packs_is_changed',
  same: 'packs_is_same',
  removed: 'packs_is_removed',
};

/** @param isMarked there is something to compare it with */
function AppLine({
  change: { app, is },
  isMarked,
}: {
  readonly change: PackChange;
  readonly isMarked: boolean;
}) {
  const steps = stepCount(app);
  return (
    <li>
      <span class="pack-app">
        <bdi>{app.name}</bdi>
      </span>
      <span class="quiet small">
        <bdi>{app.vendor}</bdi> · {steps === 1 ? t('packs_step_one') : t('packs_steps', steps)}
      </span>
      {isMarked && <span class={is === 'same' ? 'quiet small' : 'pack-mark'}>{t(MARKS[is])}</span>}
    </li>
  );
}
