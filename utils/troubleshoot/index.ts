/** Fix a problem: what the panel loads when somebody asks what an error means. */
export { diagnose, diagnoseFamily, diagnoseSymptom } from './diagnose.ts';
export { redact } from './redact.ts';
export { SYMPTOMS } from './symptoms.ts';
