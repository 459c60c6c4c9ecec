import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addUp, closingLine, one, tallyReport } from './tally.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'keytag-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** @param {object} report */
function reportFile(report) {
  const file = path.join(folder, 'report.json');
  const empty = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
  };
  writeFileSync(file, JSON.stringify({ ...empty, ...report }));
  return file;
}

describe('the tally of a test report', () => {
  it('counts what passed, failed and was skipped', () => {
    const file = reportFile({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(tallyReport(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(tallyReport(reportFile({ numPassedTests: 5, testResults }), 1).failed).toBe(1);
  });

  it('counts an error outside any test as a failure', () => {
    expect(tallyReport(reportFile({ numPassedTests: 5 }), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('counts a run without any test as a failure', () => {
    expect(tallyReport(reportFile({}), 0).failed).toBe(1);
  });

  it('counts a missing report as a failure', () => {
    expect(tallyReport(path.join(folder, 'none.json'), 0).failed).toBe(1);
  });
});

describe('the closing line', () => {
  it('adds everything up', () => {
    const total = addUp([one(true), one(false), { passed: 3, failed: 0, skipped: 0 }]);
    expect(closingLine(total)).toBe('4 passed, 1 failed');
  });

  it('names skipped tests only if there are any', () => {
    expect(closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});
