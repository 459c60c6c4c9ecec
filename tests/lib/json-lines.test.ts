import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonPath, parseWithLines } from '@/utils/lib/json-lines.ts';

const BOUNDS = { depth: 8, values: 1_000 };

/** What a value looks like without regard to prototypes. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe('JSON with lines', () => {
  it('gives what the browser gives, for any value and any layout', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t'), (text, indent) => {
        const expected: unknown = JSON.parse(text);
        const found = parseWithLines(JSON.stringify(expected, null, indent), { depth: 20, values: 10_000 });
        expect(found.ok).toBe(true);
        if (found.ok) expect(plain(found.value)).toEqual(plain(expected));
      }),
    );
  });

  it('refuses what the browser refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\0-1.e+ntrue \n') }), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const found = parseWithLines(text, { depth: 20, values: 10_000 });
        // Two equal keys in one object are JSON for the browser.
        expect(found.ok || found.why === 'repeated').toBe(isJson);
      }),
      { numRuns: 800 },
    );
  });

  it.each<[JsonPath, number]>([
    [[], 1],
    [['a'], 2],
    [['list'], 3],
    [['list', 0], 4],
    [['list', 1], 5],
    [['list', 1, 'b'], 7],
    [['list', 1, 'missing'], 5],
    [['list', 9], 3],
    [['nowhere', 'at', 'all'], 1],
    [['a', 'b'], 2],
  ])('knows the line of %j', (path, line) => {
    const found = parseWithLines('{\n"a": 1,\n"list": [\n1,\n{\n\n"b":\n2\n}\n]\n}', BOUNDS);
    expect(found.ok && found.lineOf(path)).toBe(line);
  });

  it.each([
    ['', 'cut', 1],
    ['{\n"a": [1,\n', 'cut', 3],
    ['{\n"a": "never ends\n}\n', 'cut', 2],
    ['{\n"a": nul', 'cut', 2],
    ['[\ntrue,\nf', 'cut', 3],
    ['[nul]', 'syntax', 1],
    ['{\n"a": 1,\n}', 'syntax', 3],
    ['{\n"a": \'b\'\n}', 'syntax', 2],
    ['[1,\n2\n3]', 'syntax', 3],
    ['[1]\n[2]', 'syntax', 2],
    ['["a\\q"]', 'syntax', 1],
    ['[01]', 'syntax', 1],
    ['[NaN]', 'syntax', 1],
    ['// words\n{}', 'syntax', 1],
    [`\n${'['.repeat(100_000)}`, 'too-deep', 2],
    [`[\n${'0,'.repeat(2_000)}0]`, 'too-much', 2],
    ['{"a": 1,\n"b": 2,\n"a": 3}', 'repeated', 3],
  ] as const)('says of %# where it stops and why', (text, why, line) => {
    expect(parseWithLines(text, BOUNDS)).toMatchObject({ ok: false, why, line });
  });

  it('takes __proto__ for a key like any other', () => {
    const found = parseWithLines('{"__proto__": {"polluted": true}}', BOUNDS);
    expect(found.ok && Object.keys(found.value as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reads a long text at once', () => {
    const long = 'x'.repeat(1_000_000);
    const found = parseWithLines(JSON.stringify([long]), BOUNDS);
    expect(found.ok && (found.value as string[])[0]?.length).toBe(1_000_000);
  });
});
