/** A new passphrase, typed twice, with what makes it weak said while it is typed. */
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/icon.tsx';
import type { Strength } from '@/utils/inventory/record-types.ts';
import { USUAL_RULES } from '@/utils/inventory/rules.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { reasonText } from './failures.ts';
import { TextField, useProblemFocus } from './fields.tsx';

/** Typing goes on: the strength is worked out in the first pause. */
const PAUSE_MS = 120;

const SCORES: readonly MessageKey[] = [
  'inventory_strength_0',
  'inventory_strength_1',
  'inventory_strength_2',
  'inventory_strength_3',
  'inventory_strength_4',
];

export interface NewPassphrase {
  readonly passphrase: string;
  readonly repeated: string;
  /** Of `judged`; what is typed may be ahead of it. */
  readonly strength: Strength | null;
  readonly judged: string;
}

export const NO_PASSPHRASE: NewPassphrase = { passphrase: '', repeated: '', strength: null, judged: '' };

/** What keeps it from being used, as far as the fields can tell. */
export function passphraseProblem(
  value: NewPassphrase,
): { readonly at: 'passphrase' | 'repeated'; readonly text: string } | null {
  if (value.passphrase === '') return { at: 'passphrase', text: t('vault_passphrase_empty') };
  if (value.strength && !value.strength.isEnough && value.judged === value.passphrase) {
    return { at: 'passphrase', text: t('vault_passphrase_weak') };
  }
  if (value.repeated !== value.passphrase) return { at: 'repeated', text: t('inventory_repeat_differs') };
  return null;
}

export interface NewPassphraseFieldsProps {
  readonly value: NewPassphrase;
  readonly onChange: (change: Partial<NewPassphrase>) => void;
  readonly onStrength: (passphrase: string) => Promise<Strength>;
  readonly problem: ReturnType<typeof passphraseProblem>;
  /** Counts up each time a problem was found: the field with the problem takes the focus. */
  readonly problemCount: number;
}

export function NewPassphraseFields(props: NewPassphraseFieldsProps) {
  const { value, onChange, onStrength, problem, problemCount } = props;
  const { passphrase, repeated } = value;
  const focusAt = useProblemFocus(problem?.at ?? null, problemCount);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (passphrase === '') {
      change.current({ strength: null, judged: '' });
      return;
    }
    let isOver = false;
    const timer = setTimeout(() => {
      onStrength(passphrase).then(
        (strength) => {
          if (!isOver) change.current({ strength, judged: passphrase });
        },
        // Without the meter the vault itself still refuses what is too weak.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [passphrase, onStrength]);
  return (
    <>
      <TextField
        label={t('inventory_passphrase')}
        kind="secret"
        canShow
        hint={t('inventory_passphrase_hint')}
        value={passphrase}
        onInput={(text) => onChange({ passphrase: text })}
        error={problem?.at === 'passphrase' ? problem.text : null}
        focusCount={focusAt('passphrase')}
      />
      <StrengthLine strength={value.strength} />
      <TextField
        label={t('inventory_passphrase_repeat')}
        kind="secret"
        canShow
        value={repeated}
        onInput={(text) => onChange({ repeated: text })}
        error={problem?.at === 'repeated' ? problem.text : null}
        focusCount={focusAt('repeated')}
      />
    </>
  );
}

function StrengthLine({ strength }: { readonly strength: Strength | null }) {
  const word = strength && t(SCORES[strength.score] ?? 'inventory_strength_0');
  return (
    <div class="strength">
      <div class="strength-bar" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            class={strength && strength.score >= step ? `strength-on-${strength.score}` : ''}
          />
        ))}
      </div>
      <p role="status" class="small">
        {strength && (
          <>
            <span class={strength.isEnough ? 'strength-word state-good' : 'strength-word strength-low'}>
              <Icon name={strength.isEnough ? 'good' : 'careful'} />
              {t('inventory_strength', strength.score, word ?? '')}
            </span>{' '}
            {strength.reason && reasonText(strength.reason)}
            {!strength.isEnough &&
              ` ${t('inventory_strength_needed', strength.needed ?? USUAL_RULES.minimumScore)}`}
          </>
        )}
      </p>
    </div>
  );
}
