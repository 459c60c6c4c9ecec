import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { appFile, idProblem, withRow } from './new-app.mjs';
import { ROOT } from './process.mjs';

const table = readFileSync(path.join(ROOT, 'tests/advisor/rows.test.ts'), 'utf8');

describe('a new app', () => {
  it.each([
    [undefined, 'Name the app'],
    ['', 'Name the app'],
    ['Acme', 'is no id'],
    ['acme--scanner', 'is no id'],
    ['../zabbix', 'is no id'],
    ['acme.ts', 'is no id'],
    ['zabbix', 'there already'],
  ])('is refused as %j', (id, says) => {
    expect(idProblem(id, ['zabbix'])).toContain(says);
  });

  it('is taken as an id of small letters, digits and hyphens', () => {
    expect(idProblem('acme-scanner-2', ['zabbix'])).toBeNull();
  });

  it('is data that claims nothing firmly and has a source for what it says', () => {
    const { outputText } = ts.transpileModule(appFile('acme-scanner', '2026-11-22'), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    /** @type {{ default?: Record<string, unknown> }} */
    const exports = {};
    new Function('exports', outputText)(exports);
    expect(exports.default).toMatchObject({
      id: 'acme-scanner',
      name: 'Acme Scanner',
      modernSignIn: { certainty: 'uncertain' },
      passwordSending: { certainty: 'uncertain' },
      sources: [
        { for: ['modern-sign-in', 'password-sending'], checked: '2026-11-22', certainty: 'uncertain' },
      ],
    });
  });

  it('gets its line before the entries for what nobody named, and nothing else changes', () => {
    const next = withRow(table, 'acme-scanner') ?? '';
    const line = "  ['acme-scanner', 'send-only', 'no', 'acme-scanner'],\n";
    expect(next).toContain(`${line}  ['what nobody named'`);
    expect(next.replace(line, '')).toBe(table);
  });

  it('gets no line in a table that has changed beyond recognition', () => {
    expect(withRow('const ROWS = [];', 'acme-scanner')).toBeNull();
  });
});
