/** Fix a problem: paste an error text or choose what you notice. The text stays in its box and nowhere else. */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Cause } from '@/utils/advisor/option-missing.ts';
import type { Day } from '@/utils/lib/day.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import type { Diagnosis } from '@/utils/troubleshoot/diagnosis.ts';
import { AdminText } from './admin-text.tsx';
import { ClockNotice } from './clock-notice.tsx';
import { Button, CopyButton } from './controls.tsx';
import { DiagnosisView, diagnosisText } from './diagnosis.tsx';
import { Heading, type HeadingProps } from './frame.tsx';
import { Help } from './help.tsx';
import { Icon } from './icon.tsx';

/** What utils/troubleshoot knows; the panel loads it when this screen is first opened. */
export interface FixTools {
  readonly SYMPTOMS: readonly { readonly id: string; readonly label: string }[];
  diagnose(text: string, when: { readonly today: Day }): Diagnosis;
  diagnoseSymptom(id: string, when: { readonly today: Day }): Diagnosis | undefined;
  diagnoseFamily(id: string, when: { readonly today: Day }): Diagnosis | undefined;
  redact(text: string): string;
}

export interface FixProps {
  readonly onShown: HeadingProps['onShown'];
  /** `null` while it loads. */
  readonly tools: FixTools | null;
  readonly today: Day;
  /** Why the option may be missing; `null` while they load. */
  readonly causes: readonly Cause[] | null;
  /** What to ask the admin for sending by password, ready to send; `null` where there is none. */
  readonly adminText: string | null;
  readonly questionsHref: string;
  /** The assistant that asks why the option is missing. */
  readonly missingHref: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** More of the text than this helps nobody who gets it. */
const COPIED_MOST = 2_000;

interface Found {
  readonly diagnosis: Diagnosis;
  /** Without personal data. */
  readonly about: string;
  readonly symptom: string | null;
}

export function Fix({
  onShown,
  tools,
  today,
  causes,
  adminText,
  missingHref,
  questionsHref,
  onCopy,
}: FixProps) {
  const [found, setFound] = useState<Found | null>(null);
  const [count, setCount] = useState(0);
  const [empty, setEmpty] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);

  const show = (diagnosis: Diagnosis | undefined, about: string, symptom: string | null) => {
    if (!diagnosis) return;
    setEmpty(false);
    setFound({ diagnosis, about, symptom });
    setCount((before) => before + 1);
  };
  const check = () => {
    const text = box.current?.value ?? '';
    if (text.trim() === '') {
      setEmpty(true);
      box.current?.focus();
      return;
    }
    if (tools) show(tools.diagnose(text, { today }), tools.redact(text).slice(0, COPIED_MOST), null);
  };
  const clear = () => {
    if (box.current) box.current.value = '';
    setFound(null);
    setEmpty(false);
    box.current?.focus();
  };

  return (
    <div class="fix">
      <div class="fix-ask">
        <Heading onShown={onShown}>{t('fix_title')}</Heading>
        <ErrorBox boxRef={box} empty={empty} busy={tools === null} onCheck={check} onClear={clear} />
      </div>
      <div class="fix-answer">
        {found && tools ? (
          <DiagnosisView
            diagnosis={found.diagnosis}
            shown={count}
            onAnswer={(family) => show(tools.diagnoseFamily(family, { today }), found.about, found.symptom)}
          >
            <Extras
              found={found}
              causes={causes}
              adminText={adminText}
              missingHref={missingHref}
              onCopy={onCopy}
            />
          </DiagnosisView>
        ) : (
          <p class="quiet fix-empty">{t('fix_empty')}</p>
        )}
        {found && (
          <ClockNotice today={today} assumes={found.diagnosis.assumes} checked={found.diagnosis.checked} />
        )}
      </div>
      <Symptoms
        symptoms={tools?.SYMPTOMS ?? null}
        chosen={found?.symptom ?? null}
        questionsHref={questionsHref}
        onChoose={(id) => show(tools?.diagnoseSymptom(id, { today }), '', id)}
      />
    </div>
  );
}

interface ErrorBoxProps {
  readonly boxRef: { current: HTMLTextAreaElement | null };
  readonly empty: boolean;
  readonly busy: boolean;
  readonly onCheck: () => void;
  readonly onClear: () => void;
}

function ErrorBox({ boxRef, empty, busy, onCheck, onClear }: ErrorBoxProps) {
  const id = useId();
  return (
    <form
      class="fix-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onCheck();
      }}
    >
      <div class="field">
        <label for={id}>{t('fix_text')}</label>
        <textarea
          id={id}
          ref={boxRef}
          class="fix-text"
          aria-label={t('fix_text')}
          aria-describedby={empty ? `${id}-error ${id}-hint` : `${id}-hint`}
          aria-invalid={empty ? 'true' : undefined}
          rows={6}
          dir="auto"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellcheck={false}
        />
        {empty && (
          <p class="field-error" id={`${id}-error`}>
            <Icon name="bad" />
            <span>{t('fix_text_empty')}</span>
          </p>
        )}
        <p class="field-hint" id={`${id}-hint`}>
          {t('fix_text_hint')}
        </p>
      </div>
      <div class="actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('fix_check')}
        </Button>
        <Button look="quiet" onClick={onClear}>
          {t('fix_clear')}
        </Button>
      </div>
    </form>
  );
}

interface SymptomsProps {
  readonly symptoms: FixTools['SYMPTOMS'] | null;
  readonly chosen: string | null;
  readonly questionsHref: string;
  readonly onChoose: (id: string) => void;
}

function Symptoms({ symptoms, chosen, questionsHref, onChoose }: SymptomsProps) {
  return (
    <section class="symptoms" aria-labelledby="symptoms-title">
      <h2 id="symptoms-title">{t('fix_symptoms')}</h2>
      <ul class="ruled" aria-busy={symptoms === null ? 'true' : undefined}>
        {symptoms?.map(({ id, label }) => (
          <li key={id}>
            <button
              type="button"
              class="symptom"
              aria-pressed={id === chosen ? 'true' : 'false'}
              onClick={() => onChoose(id)}
            >
              <span>{t(label as MessageKey)}</span>
              <Icon name="forward" />
            </button>
          </li>
        ))}
      </ul>
      <p>
        <a class="link" href={questionsHref}>
          {t('questions_title')}
        </a>
      </p>
    </section>
  );
}

interface ExtrasProps extends Pick<FixProps, 'causes' | 'adminText' | 'missingHref' | 'onCopy'> {
  readonly found: Found;
}

function Extras({ found, causes, adminText, missingHref, onCopy }: ExtrasProps) {
  const { diagnosis, about } = found;
  const text = useMemo(() => diagnosisText(diagnosis, about), [diagnosis, about]);
  return (
    <>
      {diagnosis.extra === 'option-missing' && (
        <Help
          help="option-missing"
          causes={causes}
          adminText={adminText}
          missingHref={missingHref}
          onCopy={onCopy}
        />
      )}
      {diagnosis.extra === 'admin-text' && adminText !== null && (
        <details class="more" open={diagnosis.fixedBy === 'admin'}>
          <summary>
            <Icon name="forward" />
            <span>{t('help_admin_title')}</span>
          </summary>
          <AdminText text={adminText} onCopy={onCopy} />
        </details>
      )}
      <div class="actions">
        <CopyButton label={t('fix_copy')} text={text} onCopy={onCopy} />
        <p class="quiet small">{t('fix_copy_hint')}</p>
      </div>
    </>
  );
}
