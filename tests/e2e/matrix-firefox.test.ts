/** A dozen of the matrix in Firefox: each generation, each way it can end, each thing that differs by browser. */

import { expect, it } from 'vitest';
import type { MatrixCase } from './matrix.ts';
import { driveMatrix } from './matrix-half.ts';

const PLAIN: MatrixCase = {
  generation: 'B',
  blocking: false,
  language: 'en',
  appPassword: 'offered',
  slow: 0,
  view: '1280',
  colours: 'light',
  testIds: 'present',
  reauth: 'never',
  remountMs: 0,
  timeoutDialog: false,
};

const DOZEN: readonly Partial<MatrixCase>[] = [
  { generation: 'A' },
  {
    generation: 'A',
    blocking: true,
    language: 'de',
    appPassword: 'absent',
    testIds: 'removed',
    reauth: 'on-add',
  },
  { generation: 'A', language: 'ja', appPassword: 'limit', view: '480' },
  { generation: 'A', language: 'ar', blocking: true },
  { testIds: 'removed', remountMs: 200, slow: 3_000 },
  { language: 'fr', testIds: 'renamed', reauth: 'on-load', view: '320' },
  { language: 'ar' },
  { generation: 'B-recommended', language: 'de', blocking: true, timeoutDialog: true },
  { generation: 'B-recommended', language: 'mixed', appPassword: 'absent', testIds: 'removed' },
  { generation: 'B-fullpage', view: '480' },
  { generation: 'B-fullpage', language: 'fr', testIds: 'removed', reauth: 'on-add', view: '200 %' },
  { generation: 'B-fullpage', language: 'ja', appPassword: 'limit', view: '320' },
];

it('is a dozen', () => expect(DOZEN).toHaveLength(12));

driveMatrix(
  'a dozen of the matrix in Firefox',
  'firefox',
  DOZEN.map((each) => ({ ...PLAIN, ...each })),
);
