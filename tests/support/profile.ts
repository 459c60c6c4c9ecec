/** A browser's profile that outlives the browser: for what happens after a restart, a crash or a kill. */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  /** What the browser keeps. */
  readonly folder: string;
  /** Where its downloads go without a question; not inside of the profile. */
  readonly downloads: string;
  /** Under which Firefox knows the extension's pages, the same at every start. */
  readonly uuid: string;
  remove(): Promise<void>;
}

export async function newProfile(): Promise<Profile> {
  const root = await mkdtemp(join(tmpdir(), 'keytag-profile-'));
  const [folder, downloads] = [join(root, 'profile'), join(root, 'downloads')];
  await Promise.all([folder, downloads].map((each) => mkdir(each)));
  return {
    folder,
    downloads,
    uuid: randomUUID(),
    // A browser that was just killed may still have a file open.
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}
