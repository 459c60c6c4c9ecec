/** Walkthroughs of one's own: those that were imported, importing more from a file, and taking both back. */
import { useRef, useState } from 'preact/hooks';
import { originSentence } from '@/utils/helpdesk/origin.ts';
import { type Pack, type PackRefusal, refused } from '@/utils/helpdesk/pack.ts';
import { PACK_BOUNDS } from '@/utils/helpdesk/pack-schema.ts';
import type { PackImport, Packs, StoredPack } from '@/utils/helpdesk/packs.ts';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Button, Notice } from '../controls.tsx';
import { dayText } from '../day-text.ts';
import { readChosen } from '../inventory/file-field.tsx';
import { SentenceView } from '../sentence.tsx';
import { PackLinks, PackPreview } from './pack-preview.tsx';
import { PackProblems } from './pack-problems.tsx';

export interface WalkthroughsProps {
  readonly packs: Packs;
  readonly canStore: boolean;
  readonly appHref: (id: string) => string;
  readonly isHidden: (id: string) => boolean;
  readonly onRead: (bytes: Uint8Array) => PackImport | PackRefusal;
  /** Both: whether it was kept. */
  readonly onSave: (pack: StoredPack) => Promise<boolean>;
  readonly onRemove: (organisation: string) => Promise<boolean>;
}

type Stage =
  | { readonly at: 'rest' }
  | { readonly at: 'reading' }
  | { readonly at: 'refused'; readonly refusal: PackRefusal }
  | { readonly at: 'unreadable' }
  | { readonly at: 'preview'; readonly fileName: string; readonly found: PackImport }
  | { readonly at: 'done'; readonly say: Sentence; readonly undo: (() => Promise<boolean>) | null }
  | { readonly at: 'failed' };

export function Walkthroughs(props: WalkthroughsProps) {
  const { packs, canStore, onRead, onSave, onRemove } = props;
  const [stage, setStage] = useState<Stage>({ at: 'rest' });
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    setStage({ at: 'reading' });
    const chosen = await readChosen(file, PACK_BOUNDS.bytes);
    if (chosen === 'unreadable') {
      setStage({ at: 'unreadable' });
      return;
    }
    const found = chosen === 'too-large' ? refused('too_large') : onRead(chosen.bytes);
    setStage(found.ok ? { at: 'preview', fileName: file.name, found } : { at: 'refused', refusal: found });
  };

  /** One change at a time; what it brought is said where the person looks next. */
  const change = async (work: () => Promise<boolean>, then: Stage) => {
    if (isBusy) return;
    setBusy(true);
    const isKept = await work();
    setBusy(false);
    setStage(isKept ? then : { at: 'failed' });
    title.current?.focus();
  };

  const take = ({ store }: PackImport, old: StoredPack | null) =>
    change(() => onSave(store), {
      at: 'done',
      say: { key: 'packs_imported', args: [store.organisation] },
      undo: () => (old ? onSave(old) : onRemove(store.organisation)),
    });
  const remove = (organisation: string, old: StoredPack | null) =>
    change(() => onRemove(organisation), {
      at: 'done',
      say: { key: 'packs_removed', args: [organisation] },
      undo: old && (() => onSave(old)),
    });
  const storedOf = (organisation: string) =>
    packs.stored.find((stored) => stored.organisation === organisation) ?? null;

  return (
    <section class="card walkthroughs" aria-labelledby="walkthroughs-title">
      <h2 id="walkthroughs-title" ref={title} tabIndex={-1}>
        {t('packs_title')}
      </h2>
      <p class="quiet">{t('packs_text')}</p>
      {packs.policyReading?.ok === false && (
        <Notice tone="caution" title={t('packs_policy_refused')}>
          <p>{t('packs_policy_refused_text')}</p>
          <PackProblems problems={packs.policyReading.problems} />
        </Notice>
      )}
      {(packs.files.length > 0 || packs.unreadable.length > 0) && (
        <ul class="ruled">
          {packs.files.map((pack) => (
            <PackLine
              key={pack.origin.organisation}
              {...props}
              pack={pack}
              isBusy={isBusy}
              onTakeOut={() => {
                const { organisation } = pack.origin;
                void remove(organisation, storedOf(organisation));
              }}
            />
          ))}
          {packs.unreadable.map(({ organisation }) => (
            <li key={organisation} class="pack">
              <p>
                <SentenceView of={{ key: 'packs_unreadable', args: [organisation] }} />
              </p>
              <RemoveButton
                organisation={organisation}
                isBusy={isBusy}
                onPress={() => void remove(organisation, storedOf(organisation))}
              />
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {stage.at === 'reading' && <p class="quiet">{t('packs_reading')}</p>}
        {stage.at === 'done' && (
          <Notice
            tone="good"
            actions={
              stage.undo && (
                <Button
                  busy={isBusy}
                  onClick={() =>
                    void change(stage.undo ?? (async () => false), {
                      at: 'done',
                      say: { key: 'packs_restored' },
                      undo: null,
                    })
                  }
                >
                  {t('inventory_undo')}
                </Button>
              )
            }
          >
            <p>
              <SentenceView of={stage.say} />
            </p>
          </Notice>
        )}
      </div>
      {stage.at === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{t('packs_failed')}</p>
        </Notice>
      )}
      {stage.at === 'unreadable' && (
        <Notice tone="bad" role="alert">
          <p>{t('inventory_file_unreadable')}</p>
        </Notice>
      )}
      {stage.at === 'refused' && (
        <Notice tone="bad" role="alert" title={t('packs_refused_title')}>
          <PackProblems problems={stage.refusal.problems} />
        </Notice>
      )}
      {stage.at === 'preview' && (
        <PackPreview
          fileName={stage.fileName}
          found={stage.found}
          isBusy={isBusy}
          onImport={() => void take(stage.found, storedOf(stage.found.store.organisation))}
          onCancel={() => {
            setStage({ at: 'rest' });
            title.current?.focus();
          }}
        />
      )}
      {!canStore && <p class="quiet">{t('packs_no_store')}</p>}
      {canStore && stage.at !== 'preview' && (
        <div class="actions">
          <Button busy={isBusy} onClick={() => input.current?.click()}>
            {t('packs_import')}
          </Button>
          <p class="quiet small">{t('packs_import_hint')}</p>
        </div>
      )}
      {/* The button is what people press and hear; a file input of its own would say it twice. */}
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          void choose(file).finally(() => {
            // The same file, mended meanwhile, can be chosen again.
            currentTarget.value = '';
          });
        }}
      />
    </section>
  );
}

interface PackLineProps {
  readonly pack: Pack;
  readonly appHref: (id: string) => string;
  readonly isHidden: (id: string) => boolean;
  readonly isBusy: boolean;
  readonly onTakeOut: () => void;
}

function PackLine({ pack, appHref, isHidden, isBusy, onTakeOut }: PackLineProps) {
  const { organisation } = pack.origin;
  const count = pack.apps.length;
  return (
    <li class="pack">
      <h3>
        <SentenceView of={originSentence(pack.origin)} />
      </h3>
      <p class="quiet small">
        <bdi>{pack.title}</bdi> · {t('packs_as_of', dayText(pack.released))} ·{' '}
        {count === 1 ? t('packs_apps_one') : t('packs_apps', count)}
      </p>
      <div class="organisation-part">
        <h4>{t('packs_preview_apps')}</h4>
        <ul class="organisation-apps">
          {pack.apps
            .filter(({ id }) => !isHidden(id))
            .map((app) => (
              <li key={app.id}>
                <a class="link" href={appHref(app.id)}>
                  <bdi>{app.name}</bdi>
                </a>
              </li>
            ))}
        </ul>
      </div>
      <PackLinks pack={pack} />
      <RemoveButton organisation={organisation} isBusy={isBusy} onPress={onTakeOut} />
    </li>
  );
}

interface RemoveButtonProps {
  readonly organisation: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

function RemoveButton({ organisation, isBusy, onPress }: RemoveButtonProps) {
  return (
    <div class="actions">
      <Button look="quiet" busy={isBusy} onClick={onPress}>
        {t('packs_remove')}
        <span class="visually-hidden">
          : <bdi>{organisation}</bdi>
        </span>
      </Button>
    </div>
  );
}
