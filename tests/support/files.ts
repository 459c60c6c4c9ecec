/** Files as a person hands them to a page and gets them from it, in both browsers. */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Profile } from './profile.ts';
import { until } from './until.ts';

/** Puts a file of this machine into the file field with this label, as if picked in the browser's own dialog. */
export async function chooseFile(page: Page, label: string, path: string): Promise<void> {
  const field = await until(`a file field ${label}`, async () => {
    const handle = await page.evaluateHandle(
      (wanted) =>
        [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].find((input) =>
          [...(input.labels ?? [])].some((each) => each.textContent?.trim() === wanted),
        ) ?? null,
      label,
    );
    return handle.asElement() as Awaited<ReturnType<typeof page.$>> & { uploadFile: unknown };
  });
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

/** Waits for a whole download with such a name, takes it out of the folder and returns what is in it. */
export async function takeDownload(profile: Profile, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  let before = -1;
  const found = await until(`a download ${name}`, async () => {
    const files = await readdir(profile.downloads);
    // Both browsers write under another name first; Firefox keeps an empty place under the real one.
    if (files.some((each) => /\.(?:crdownload|part)$/.test(each))) return null;
    const file = files.find((each) => name.test(each));
    const size = file ? (await stat(join(profile.downloads, file))).size : 0;
    const isWhole = size > 0 && size === before;
    before = size;
    return isWhole && file ? file : null;
  });
  const bytes = await readFile(join(profile.downloads, found));
  await rm(join(profile.downloads, found));
  return { name: found, bytes };
}
