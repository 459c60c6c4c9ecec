/**
 * The schema of managed values that Chrome and Edge ask for (`storage.managed_schema` in the manifest), from the one
 * list of keys. It names types and no bounds: a value that breaks it never reaches the extension, which could then
 * not say what is wrong with it.
 */
import { POLICY_KEYS, POLICY_RULES } from './policy.ts';
import type { RuleShape } from './policy-rules.ts';

/** As far as Chrome's own dialect of JSON schema is needed. */
interface Schema {
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** @returns the schema; its top level has no `additionalProperties`, which Chrome refuses there */
export function managedSchema(): Schema {
  const properties = POLICY_KEYS.map((key) => [key, schemaOf(POLICY_RULES[key].shape)] as const);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function schemaOf(shape: RuleShape): Schema {
  switch (shape.is) {
    // A pack has a shape of its own, which Chrome's dialect can't describe: it comes as JSON text.
    case 'pack':
    case 'text':
    case 'logo':
    case 'one-word':
      return { type: 'string' };
    case 'number':
    case 'one-number':
      return { type: 'integer' };
    case 'flag':
      return { type: 'boolean' };
    case 'hours':
      return { type: 'object', properties: { from: { type: 'integer' }, to: { type: 'integer' } } };
    case 'apps':
      return { type: 'array', items: { type: 'string' } };
    case 'links':
      return {
        type: 'array',
        items: { type: 'object', properties: { label: { type: 'string' }, url: { type: 'string' } } },
      };
  }
}
