/** An app's ready-to-run set-up. The panel loads this when an app that has one is first shown. */
import '@/components/styles/setup.css';
import { useState } from 'preact/hooks';
import { SetupFileView } from '@/components/setup-file.tsx';
import { mailServer } from '@/utils/catalogue/server.ts';
import { makeSetup } from '@/utils/setups/index.ts';
import type { PasswordSource, SetupId } from '@/utils/setups/setup.ts';

export interface SetupRoomProps {
  readonly id: SetupId;
  readonly address: string;
  readonly onAddress: (address: string) => void;
  /** A password can't work here: only the way with a token is shown, or nothing where there is none. */
  readonly onlyOauth: boolean;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function SetupRoom({ id, ...props }: SetupRoomProps) {
  const [source, setSource] = useState<PasswordSource>('environment');
  const server = mailServer('smtp', 'work');
  if (!server) return null;
  const { host, port } = server;
  const setup = makeSetup(id, { address: props.address, host, port, appPasswordSource: source });
  if (props.onlyOauth && !setup.oauth) return null;
  return <SetupFileView {...props} setup={setup} source={source} onSource={setSource} />;
}
