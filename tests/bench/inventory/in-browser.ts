/**
 * Runs inside a page of the extension: the inventory's own code on the browser's own storage, and kdbxweb
 * with the same entries under the same key derivation. What Argon2id takes is measured and left out.
 */
import { Kdbx, KdbxCredentials, ProtectedValue } from 'kdbxweb';
import { createInventory } from '@/utils/app/inventory.ts';
import type { VaultPorts } from '@/utils/app/vault-ports.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import { kdbxArgon2 } from '@/utils/inventory/formats/kdbx/argon2.ts';
import { installArgon2 } from '@/utils/inventory/formats/kdbx/open.ts';
import { writeKdbx } from '@/utils/inventory/formats/kdbx/write.ts';
import { draftOf } from '@/utils/inventory/record.ts';
import { USUAL_RULES } from '@/utils/inventory/rules.ts';
import type { Day } from '@/utils/lib/day.ts';
import { openVaultStore } from '@/utils/storage/vault-store.ts';
import { derive } from '@/utils/vault/argon2.ts';
import { BASE } from '@/utils/vault/kdf.ts';

const PASSPHRASE = 'velvet anchor lantern quartz';
/** So slow a machine gets the least parameters, which are kdbxweb's too. */
const SLOW_MS = 60_000;

let kdfMs = 0;
async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  kdfMs = 0;
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start - kdfMs };
}
async function asKdf<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    kdfMs += performance.now() - start;
  }
}

function aClient(name: string) {
  let session: unknown = null;
  const store = openVaultStore(name);
  const ports: VaultPorts = {
    store,
    rules: { load: async () => USUAL_RULES, watch: () => () => undefined },
    derive: (passphrase, salt, parameters) => asKdf(() => derive(passphrase, salt, parameters)),
    prepare: () => undefined,
    measure: async () => SLOW_MS,
    strength: async () => ({ score: 4, isEnough: true, reason: null }),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    randomId: () => crypto.randomUUID(),
    now: () => Date.now(),
    running: () => performance.now(),
    after: () => () => undefined,
    onWake: () => () => undefined,
    exclusive: <T>(lock: string, work: () => Promise<T>) => navigator.locks.request(lock, work) as Promise<T>,
    session: {
      load: async () => session,
      async save(value) {
        session = value;
      },
      watch: () => () => undefined,
    },
    drafts: { load: async () => null, save: async () => undefined, watch: () => () => undefined },
    canary: { load: async () => null, save: async () => undefined },
    changes: { tell: () => undefined, watch: () => () => undefined },
  };
  return { client: createInventory(ports), close: () => store.close() };
}

/** As real ones: names of devices and apps, an account, a note now and then, every third with its password. */
function entries(count: number): readonly Entry[] {
  const at = '2026-11-22T09:00:00.000Z';
  return Array.from({ length: count }, (_, index): Entry => {
    const number = index + 1;
    const id = `${(index % 256).toString(16).padStart(2, '0')}000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
    return {
      id,
      appId: number % 2 ? 'canon-imagerunner' : 'thunderbird',
      appName: number % 2 ? 'Canon imageRUNNER' : 'Thunderbird',
      account: `team${Math.floor(index / 40)}@contoso.example`,
      device: `Scanner ${number} in building ${number % 17}`,
      name: `Canon scanner ${number}`,
      purpose: 'send',
      madeOn: { is: 'known', day: '2026-11-22' as Day },
      rotateBy: '2027-05-22' as Day,
      reason: number % 5 ? '' : 'Yearly change agreed with the helpdesk',
      note: number % 3 ? '' : `Room ${number}, the key for the cabinet hangs at the reception desk.`,
      tags: number % 4 ? [] : ['printing', `floor ${number % 9}`],
      replacing: null,
      isSensitive: false,
      state: 'active',
      isArchived: false,
      password: number % 3 ? null : 'qwmzkfjrptlxvbnd',
      history: [{ at, event: 'tagged' }],
      changedAt: at,
    };
  });
}

/** A vault with so many entries, in a database of that name. */
async function fill(name: string, count: number): Promise<void> {
  const { client, close } = aClient(name);
  await new Promise<void>((resolve) => {
    const stop = client.watch(({ kind }) => {
      if (kind === 'none') setTimeout(() => resolve(stop()), 0);
    });
  });
  const created = await client.create(PASSPHRASE);
  if (!created.ok) throw new Error(`not created: ${created.kind}`);
  await client.confirmSheet();
  const previewed = await client.previewImport(entries(count));
  if (!previewed.ok) throw new Error(`not previewed: ${previewed.kind}`);
  const applied = await client.applyMerge(previewed.preview.token, new Map());
  if (!applied.ok) throw new Error(`not filled: ${applied.kind}`);
  close();
}

async function openOurs(name: string): Promise<number> {
  const { client, close } = aClient(name);
  const { ms, value } = await timed(() => client.unlock(PASSPHRASE));
  if (!value.ok) throw new Error(`not opened: ${value.kind}`);
  close();
  return ms;
}

async function saveOurs(name: string, times: number): Promise<readonly number[]> {
  const { client, close } = aClient(name);
  await client.unlock(PASSPHRASE);
  let rows: Parameters<Parameters<typeof client.watchEntries>[0]>[0] = [];
  client.watchEntries((next) => {
    rows = next;
  });
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const row = rows[Math.floor((turn / times) * rows.length)];
    if (!row) throw new Error('no entries');
    const draft = { ...draftOf(row.entry), note: `Changed for the ${turn}th time` };
    const { ms, value } = await timed(() => client.save(draft, { id: row.entry.id, revision: row.revision }));
    if (!value.ok) throw new Error(`not saved: ${value.kind}`);
    taken.push(ms);
  }
  close();
  return taken;
}

const timedArgon2: typeof kdbxArgon2 = (request) => asKdf(async () => kdbxArgon2(request));
const credentials = () => new KdbxCredentials(ProtectedValue.fromString(PASSPHRASE)).ready;

async function kdbxFile(count: number): Promise<Uint8Array<ArrayBuffer>> {
  const now = new Date().toISOString();
  const written = await writeKdbx(entries(count), {
    now,
    today: '2026-11-22' as Day,
    language: 'en',
    withPasswords: true,
    kdbx: { password: PASSPHRASE, argon2: timedArgon2 },
  });
  if (!written.ok) throw new Error(`not written: ${written.why}`);
  return written.bytes;
}

const files = new Map<number, Uint8Array<ArrayBuffer>>();

async function openKdbxweb(count: number): Promise<{ readonly ms: number; readonly kdbx: Kdbx }> {
  installArgon2(timedArgon2);
  const file = files.get(count) ?? (await kdbxFile(count));
  files.set(count, file);
  const key = await credentials();
  const { ms, value } = await timed(() => Kdbx.load(file.slice().buffer, key));
  return { ms, kdbx: value };
}

/** kdbxweb writes a file anew for each change; putting that on the disk comes on top and is left out. */
async function saveKdbxweb(count: number, times: number): Promise<readonly number[]> {
  const { kdbx } = await openKdbxweb(count);
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    kdbx.getDefaultGroup().entries[turn]?.fields.set('Notes', `Changed for the ${turn}th time`);
    taken.push((await timed(() => kdbx.save())).ms);
  }
  return taken;
}

/** Milliseconds of one Argon2id with the least parameters of a new vault. */
async function argon2id(): Promise<number> {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const start = performance.now();
  const done = await derive(new TextEncoder().encode(PASSPHRASE), random(16), BASE);
  if (!done.ok) throw new Error(done.kind);
  return performance.now() - start;
}

/** Holds on to what was opened, so that its memory can be measured. */
const held: unknown[] = [];
const bench = {
  PASSPHRASE,
  BASE,
  fill,
  openOurs,
  saveOurs,
  openKdbxweb: async (count: number) => (await openKdbxweb(count)).ms,
  saveKdbxweb,
  argon2id,
  async holdOurs(name: string) {
    const { client } = aClient(name);
    await client.unlock(PASSPHRASE);
    held.push(client);
  },
  async holdKdbxweb(count: number) {
    held.push((await openKdbxweb(count)).kdbx);
    files.clear();
  },
  release: () => void held.splice(0),
};

export type Bench = typeof bench;
Object.assign(globalThis, { bench });
