/** The files for administrators say what the one list of keys says, and their values are ones that Keytag takes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { managedSchema } from '@/utils/helpdesk/managed-schema.ts';
import { POLICY_KEYS, POLICY_RULES, readPolicy } from '@/utils/helpdesk/policy.ts';
import { DEPLOY_FOLDER, policySources } from '../run/policy-deploy.ts';
import { policyFiles } from '../run/policy-files.ts';
import { POLICY_WORDS } from '../run/policy-words.ts';

const sources = policySources();
const files = policyFiles(sources);
const written = (name: string) => files.get(name) ?? '';
const inJson = (name: string): unknown => JSON.parse(written(name));

describe('the files for administrators', () => {
  it('stand in the project as they are made now', () => {
    const there = readdirSync(DEPLOY_FOLDER, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name));
    expect(there.toSorted()).toEqual([...files.keys()].map((name) => join(DEPLOY_FOLDER, name)).toSorted());
    const stale = [...files].filter(
      ([name, text]) => readFileSync(join(DEPLOY_FOLDER, name), 'utf8') !== text,
    );
    expect(
      stale.map(([name]) => name),
      'Run `npm run policies`.',
    ).toEqual([]);
  });

  it('hold every key, with values that Keytag takes', () => {
    const linux = inJson('linux/keytag.json') as { '3rdparty': { extensions: Record<string, unknown> } };
    const firefox = inJson('firefox/policies.json') as {
      policies: { '3rdparty': { Extensions: Record<string, unknown> } };
    };
    const values = [
      Object.values(linux['3rdparty'].extensions)[0],
      firefox.policies['3rdparty'].Extensions[sources.firefoxId],
    ];
    for (const managed of values) {
      const { keys, problems } = readPolicy(managed);
      expect(problems).toEqual([]);
      expect(keys).toEqual(POLICY_KEYS);
    }
  });

  it('are well-formed XML, and name in the registry what the readers look for', () => {
    for (const key of POLICY_KEYS) {
      const { shape } = POLICY_RULES[key];
      const stored = shape.is === 'apps' ? `policy\\${key}"` : `valueName="${key}"`;
      for (const browser of ['Chrome', 'Edge', 'Firefox']) {
        expect(written('windows/keytag.admx')).toContain(`name="${browser}_${key}"`);
      }
      expect(written('windows/keytag.admx')).toContain(stored);
      for (const language of ['en-US', 'de-DE']) {
        const adml = written(`windows/${language}/keytag.adml`);
        expect(adml).toContain(`<string id="${key}">`);
        expect(adml).toContain(`<string id="${key}_Explain">`);
        if (shape.is !== 'flag')
          expect(adml).toMatch(new RegExp(`<presentation id="${key}"><\\w+ refId="${key}"`));
      }
      expect(written('windows/keytag.reg')).toMatch(new RegExp(`^"${key}"=|\\\\${key}\\]$`, 'm'));
      expect(written('macos/keytag.plist')).toContain(`<key>${key}</key>`);
      expect(written('README.md')).toContain(`| \`${key}\` |`);
    }
  });

  it('use each string that the templates ask for', () => {
    const asked = [...written('windows/keytag.admx').matchAll(/\$\((string|presentation)\.(\w[\w-]*)\)/g)];
    for (const language of ['en-US', 'de-DE']) {
      const adml = written(`windows/${language}/keytag.adml`);
      const missing = asked.filter(([, kind, id]) => !adml.includes(`<${kind} id="${id}">`));
      expect(missing.map(([whole]) => whole)).toEqual([]);
    }
  });

  it('write into the registry what Keytag reads out of it again', () => {
    const [, chrome = ''] = written('windows/keytag.reg').split(
      '[HKEY_LOCAL_MACHINE\\Software\\Policies\\Google',
    );
    const managed: Record<string, unknown> = {};
    for (const [, name = '', kind, text] of chrome.matchAll(/^"(\w+)"=(dword:|")(.*?)"?$/gm)) {
      if (/^\d+$/.test(name)) continue;
      managed[name] =
        kind === 'dword:'
          ? Number.parseInt(text ?? '', 16)
          : (text ?? '').replaceAll('\\"', '"').replaceAll('\\\\', '\\');
    }
    const { keys, problems } = readPolicy(managed);
    expect(problems).toEqual([]);
    expect(keys).toEqual(POLICY_KEYS.filter((key) => POLICY_RULES[key].shape.is !== 'apps'));
  });
});

describe('the schema for Chrome and Edge', () => {
  it('knows each key, has one type everywhere, and allows nothing else at its top', () => {
    const schema = managedSchema();
    expect(Object.keys(schema).toSorted()).toEqual(['properties', 'type']);
    expect(Object.keys(schema.properties ?? {})).toEqual(POLICY_KEYS);
    expect(schema.properties?.walkthroughs).toEqual({ type: 'string' });
  });

  it('has the types of the values that the files bring', () => {
    const properties = managedSchema().properties ?? {};
    for (const key of POLICY_KEYS) {
      const { example } = POLICY_WORDS[key];
      const type = Array.isArray(example)
        ? 'array'
        : typeof example === 'number'
          ? 'integer'
          : typeof example;
      expect([key, properties[key]?.type]).toEqual([key, type]);
    }
  });
});
