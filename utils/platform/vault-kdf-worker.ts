/** The worker that derives keys: messages in, messages out. */
import { type KdfRequest, workKdf } from '../app/vault-work-kdf.ts';
import { serveWorker } from './vault-worker.ts';

serveWorker<KdfRequest>(workKdf);
