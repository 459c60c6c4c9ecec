/** The worker that estimates passphrases: messages in, messages out. */
import { type StrengthRequest, workStrength } from '../app/vault-work-strength.ts';
import { serveWorker } from './vault-worker.ts';

serveWorker<StrengthRequest>(workStrength);
