/** Fields that several messages share, with their limits. */
import * as v from 'valibot';
import { NAME_MAX_LENGTH, NAME_MIN_LENGTH } from '../guide/task.ts';
import type { Day } from '../lib/day.ts';
import { isDay } from '../lib/days.ts';

/** Longest texts, in UTF-16 units: an app's or device's name; a row's name on Microsoft's page. */
export const SHORT = 80;
export const ROW_NAME = 256;
/** More rows than Microsoft allows and less than would hurt. */
const ROWS = 200;

export const id = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
export const appId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(SHORT));
export const shortText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(SHORT));
const rowName = v.pipe(v.string(), v.maxLength(ROW_NAME));
export const names = v.nullable(v.pipe(v.array(rowName), v.maxLength(ROWS), v.readonly()));
export const name = v.pipe(v.string(), v.trim(), v.minLength(NAME_MIN_LENGTH), v.maxLength(NAME_MAX_LENGTH));
export const day = v.pipe(
  v.string(),
  v.check(isDay),
  v.transform((text) => text as Day),
);
export const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23));
