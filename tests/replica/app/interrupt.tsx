/** @jsxImportSource react */
/**
 * The registration interrupt at `/register` and `/api/post/*`: same test ids as the wizard of the
 * security-info page, and even a step titled "App password"; only the path tells them apart.
 */
import { useState } from 'react';
import { usePage, useTestId } from './context.tsx';
import { DefaultButton, Link, PrimaryButton, TextField } from './fluent.ts';

export function Interrupt() {
  const { texts, switches, go } = usePage();
  const testId = useTestId();
  const [step, setStep] = useState<'install' | 'appPassword'>('install');

  const leave = () => {
    if (switches.interruptThen === 'push-state') go('/security-info');
    else location.assign('/security-info');
  };

  return (
    <>
      <button type="button" className="css-181">
        {texts.skipToContent}
      </button>
      <main className="interrupt step" tabIndex={-1}>
        <h2 {...testId('reskin-step-title')}>
          {step === 'install' ? texts.installAuthenticator : texts.methods.appPassword}
        </h2>
        {step === 'install' ? (
          <div className="links">
            <p>{texts.descriptors.authenticatorApp}</p>
            <Link role="link">{texts.differentApp}</Link>
            <Link>{texts.showMore}</Link>
            <Link onClick={leave}>{texts.skipSetup}</Link>
          </div>
        ) : (
          <TextField label={texts.nameLabel} />
        )}
        <div className="buttons">
          <DefaultButton
            {...testId('reskin-step-back-button')}
            text={texts.back}
            onClick={() => setStep('install')}
          />
          <PrimaryButton
            {...testId('reskin-step-next-button')}
            text={step === 'install' ? texts.next : texts.done}
            onClick={() => (step === 'install' ? setStep('appPassword') : leave())}
          />
        </div>
      </main>
    </>
  );
}
