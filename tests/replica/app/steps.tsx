/** @jsxImportSource react */
/** What the steps show between title and buttons. No code of this kind was ever seen: all assumed. */
import { useState } from 'react';
import { NAME_LENGTH } from '../switches.ts';
import { usePage, useTestId } from './context.tsx';
import { IconButton, MessageBar, MessageBarType, Spinner, TextField } from './fluent.ts';

interface NameProps {
  readonly name: string;
  readonly onName: (text: string) => void;
  readonly refused: boolean;
  readonly creating: boolean;
  readonly failure: string | null;
}

export function NameStep({ name, onName, refused, creating, failure }: NameProps) {
  const { switches, texts } = usePage();
  const testId = useTestId();
  return (
    <>
      {failure !== null && (
        <div {...testId('message-bar-error')} style={{ marginBottom: 12 }}>
          <MessageBar messageBarType={MessageBarType.error}>{failure}</MessageBar>
        </div>
      )}
      <p>{texts.nameIntro}</p>
      <TextField
        {...(switches.nameFieldLabel === 'label'
          ? { label: texts.nameLabel }
          : { placeholder: texts.nameLabel })}
        value={name}
        maxLength={NAME_LENGTH.max}
        autoComplete="off"
        disabled={creating}
        onChange={(_, text) => onName(text ?? '')}
        {...(refused ? { errorMessage: texts.nameTooShort } : {})}
      />
      {creating && <Spinner label={texts.creating} labelPosition="right" style={{ marginTop: 12 }} />}
    </>
  );
}

export function CaptchaStep() {
  const { texts } = usePage();
  const [text, setText] = useState('');
  return (
    <>
      <span className="captcha" aria-hidden="true">
        x7Kq
      </span>
      <TextField label={texts.captcha} value={text} onChange={(_, value) => setText(value ?? '')} />
    </>
  );
}

/** The only place where the secret is on screen. It is in the document, as on the real page. */
export function ResultStep({ name, secret }: { name: string; secret: string }) {
  const { switches, texts } = usePage();
  const copy = switches.resultCopyIcon && (
    <IconButton
      iconProps={{ iconName: 'Copy' }}
      ariaLabel={texts.copy}
      onClick={() => void navigator.clipboard?.writeText(secret).catch(() => undefined)}
    />
  );
  return (
    <>
      <p>{texts.resultIntro}</p>
      <div className="result-line">
        <span>{texts.resultName}</span>
        <span>{name}</span>
      </div>
      {switches.resultField === 'span' ? (
        <div className="result-line">
          <span id="passwordLabel">{texts.resultPassword}</span>
          {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: as seen on the sibling method's secret */}
          <span className="ms-pii" aria-labelledby="passwordLabel">
            {secret}
          </span>
          {copy}
        </div>
      ) : (
        <div className="result-line" style={{ alignItems: 'flex-end' }}>
          <TextField label={texts.resultPassword} readOnly value={secret} className="ms-pii" />
          {copy}
        </div>
      )}
      <p>{texts.resultOnce}</p>
    </>
  );
}

export function OtherStep() {
  const { texts } = usePage();
  const [text, setText] = useState('');
  return (
    <>
      <p>{texts.otherMethod}</p>
      <TextField label={texts.otherField} value={text} onChange={(_, value) => setText(value ?? '')} />
    </>
  );
}
