/**
 * A world for the inventory's use cases: a database in memory, a clock a test can set, session storage and a
 * channel that several windows share, a quick key derivation. Only for tests.
 */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { createInventory } from '@/utils/app/inventory.ts';
import type { InventoryClient } from '@/utils/app/inventory-client.ts';
import type { Canary, ChangedElsewhere, VaultPorts } from '@/utils/app/vault-ports.ts';
import type { VaultStore } from '@/utils/inventory/record-store.ts';
import type { EntryDraft, EntryRow, VaultStatus } from '@/utils/inventory/record-types.ts';
import { type InventoryRules, USUAL_RULES } from '@/utils/inventory/rules.ts';
import { connect } from '@/utils/storage/database.ts';
import { type OpenVaultStore, openVaultStore } from '@/utils/storage/vault-store.ts';
import type { Bytes } from '@/utils/vault/types.ts';

export const PASSPHRASE = 'a quiet harbour at noon 7';
export const START = Date.parse('2026-11-22T09:00:00Z');

/** Takes the place of Argon2id: the same shape, a thousand times quicker. */
export const quickDerive: VaultPorts['derive'] = async (passphrase, salt, { memory, passes, lanes }) => {
  const hash = createHash('sha256').update(passphrase).update(salt).update(`${memory}/${passes}/${lanes}`);
  return { ok: true, bytes: new Uint8Array(hash.digest()) };
};

export interface World {
  now: number;
  running: number;
  canary: Canary | null;
  session: unknown;
  drafts: string | null;
  /** What the strength check says of every passphrase but these. */
  readonly weak: Set<string>;
  readonly factory: IDBFactory;
  /** What somebody else prescribes; `prescribe` changes it while windows are open. */
  rules: InventoryRules;
  prescribe(rules: Partial<InventoryRules>): void;
  /** Moves both clocks on and runs what was due. */
  pass(ms: number): Promise<void>;
  /** Session storage ends, as when the browser closes. */
  closeBrowser(): void;
  store(): OpenVaultStore;
  ports(overrides?: Partial<VaultPorts>): VaultPorts;
  window(overrides?: Partial<VaultPorts>): Window;
}

export interface Window {
  readonly client: InventoryClient;
  status(): VaultStatus;
  rows(): readonly EntryRow[];
  until(kind: VaultStatus['kind']): Promise<VaultStatus>;
}

export function aWorld(): World {
  const factory = new IDBFactory();
  // idb asks for the global when it opens; each world has a database of its own.
  globalThis.indexedDB = factory;
  let timers: { at: number; run: () => void }[] = [];
  const sessionListeners = new Set<() => void>();
  const draftListeners = new Set<() => void>();
  const ruleListeners = new Set<(rules: InventoryRules) => void>();
  const channels = new Set<(change: ChangedElsewhere) => void>();
  const locks = new Map<string, Promise<unknown>>();

  const world: World = {
    now: START,
    running: 0,
    canary: null,
    session: undefined,
    drafts: null,
    weak: new Set(),
    factory,
    rules: USUAL_RULES,
    prescribe(rules) {
      world.rules = { ...world.rules, ...rules };
      for (const listener of ruleListeners) listener(world.rules);
    },
    async pass(ms) {
      world.now += ms;
      world.running += ms;
      const due = timers.filter(({ at }) => at <= world.running);
      timers = timers.filter(({ at }) => at > world.running);
      for (const { run } of due) run();
      await settled();
    },
    closeBrowser() {
      world.session = undefined;
      world.drafts = null;
      timers = [];
      sessionListeners.clear();
      channels.clear();
    },
    store: () => {
      globalThis.indexedDB = factory;
      return openVaultStore('keytag', connect('keytag'));
    },
    ports(overrides = {}) {
      const own = new Set<(change: ChangedElsewhere) => void>();
      return {
        store: world.store(),
        rules: {
          load: async () => world.rules,
          watch(listener) {
            ruleListeners.add(listener);
            listener(world.rules);
            return () => ruleListeners.delete(listener);
          },
        },
        derive: quickDerive,
        prepare: () => undefined,
        measure: async () => 300,
        strength: async (passphrase) =>
          world.weak.has(passphrase)
            ? { score: 1, isEnough: false, reason: 'common' }
            : { score: 4, isEnough: true, reason: null },
        random: (length) => crypto.getRandomValues(new Uint8Array(length)) as Bytes,
        randomId: () => crypto.randomUUID(),
        now: () => world.now,
        running: () => world.running,
        after(ms, run) {
          const timer = { at: world.running + ms, run };
          timers.push(timer);
          return () => {
            timers = timers.filter((each) => each !== timer);
          };
        },
        onWake: () => () => undefined,
        exclusive<T>(name: string, work: () => Promise<T>): Promise<T> {
          const done = (locks.get(name) ?? Promise.resolve()).then(work);
          locks.set(
            name,
            done.catch(() => undefined),
          );
          return done;
        },
        session: {
          load: async () => world.session,
          async save(value) {
            world.session = structuredClone(value);
            for (const listener of sessionListeners) {
              setTimeout(() => {
                if (sessionListeners.has(listener)) listener();
              }, 0);
            }
          },
          watch(listener) {
            sessionListeners.add(listener);
            return () => sessionListeners.delete(listener);
          },
        },
        drafts: {
          load: async () => world.drafts,
          async save(sealed) {
            world.drafts = sealed;
            for (const listener of draftListeners) setTimeout(listener, 0);
          },
          watch(listener) {
            draftListeners.add(listener);
            return () => draftListeners.delete(listener);
          },
        },
        canary: {
          load: async () => world.canary,
          async save(canary) {
            world.canary = canary;
          },
        },
        changes: {
          tell(change) {
            for (const listener of channels) if (!own.has(listener)) setTimeout(() => listener(change), 0);
          },
          watch(listener) {
            own.add(listener);
            channels.add(listener);
            return () => channels.delete(listener);
          },
        },
        ...overrides,
      };
    },
    window(overrides) {
      const client = createInventory(world.ports(overrides));
      let status: VaultStatus = { kind: 'opening' };
      let rows: readonly EntryRow[] = [];
      client.watch((next) => {
        status = next;
      });
      client.watchEntries((next) => {
        rows = next;
      });
      return {
        client,
        status: () => status,
        rows: () => rows,
        async until(kind) {
          for (let turn = 0; turn < 400 && status.kind !== kind; turn++) await tick();
          if (status.kind !== kind) throw new Error(`still ${status.kind}, not ${kind}`);
          return status;
        },
      };
    },
  };
  return world;
}

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Lets everything that was begun come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await tick();
}

/** A world with a vault, open in one window. */
export async function anOpenVault(overrides?: Partial<VaultPorts>) {
  const world = aWorld();
  const window = world.window(overrides);
  await window.until('none');
  const created = await window.client.create(PASSPHRASE);
  if (!created.ok) throw new Error(`not created: ${created.kind}`);
  await window.until('unlocked');
  return { world, window, sheet: created.sheet };
}

export function aDraft(changes: Partial<EntryDraft> = {}): EntryDraft {
  return {
    appId: 'canon-imagerunner',
    appName: 'Canon imageRUNNER',
    account: 'scanner@contoso.example',
    device: 'Scanner in the hall',
    name: 'Scanner hall',
    purpose: 'send',
    madeOn: { is: 'known', day: '2026-11-22' },
    rotateBy: '2027-05-22',
    reason: '',
    note: '',
    tags: [],
    isSensitive: false,
    state: 'active',
    replacing: null,
    isArchived: false,
    password: null,
    ...changes,
  };
}

/** A store that fails or stops at a chosen call. */
export function tampered(
  store: VaultStore,
  onCall: (name: keyof VaultStore) => void | Promise<void>,
): VaultStore {
  return new Proxy(store, {
    get(target, name: keyof VaultStore) {
      const method = target[name] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        await onCall(name);
        return method.apply(target, args);
      };
    },
  });
}
