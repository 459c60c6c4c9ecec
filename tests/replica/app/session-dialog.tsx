/** @jsxImportSource react */
/** Dialogs about the session that lie over whatever else is open. */
import { useEffect, useState } from 'react';
import { api } from './api.ts';
import { usePage } from './context.tsx';
import { DefaultButton, Dialog, DialogFooter, DialogType, PrimaryButton } from './fluent.ts';

/** Long enough for the dialog below to have finished opening. */
const APPEARS_AFTER_MS = 600;

/** "Your session is about to expire": once per load, shortly after `due` becomes true. */
export function SessionDialog({ due }: { due: boolean }) {
  const { texts } = usePage();
  const [state, setState] = useState<'waiting' | 'open' | 'over'>('waiting');
  useEffect(() => {
    if (!due || state !== 'waiting') return;
    const timer = setTimeout(() => setState('open'), APPEARS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [due, state]);

  const stay = () => {
    void api.extend();
    setState('over');
  };
  return (
    <Dialog
      hidden={state !== 'open'}
      onDismiss={stay}
      dialogContentProps={{
        type: DialogType.normal,
        title: texts.sessionTitle,
        subText: texts.sessionText,
        closeButtonAriaLabel: texts.close,
      }}
      modalProps={{ isBlocking: true }}
    >
      <DialogFooter>
        <PrimaryButton text={texts.sessionStay} onClick={stay} />
      </DialogFooter>
    </Dialog>
  );
}

/** The session is over: nothing but the sign-in page is left. */
export function SessionEndedDialog({ signInAt }: { signInAt: string | null }) {
  const { texts } = usePage();
  const signIn = () => signInAt && location.assign(signInAt);
  return (
    <Dialog
      hidden={signInAt === null}
      dialogContentProps={{ type: DialogType.normal, title: texts.sessionEnded, showCloseButton: false }}
      modalProps={{ isBlocking: true }}
    >
      <DialogFooter>
        <DefaultButton text={texts.signInAgain} onClick={signIn} />
      </DialogFooter>
    </Dialog>
  );
}
