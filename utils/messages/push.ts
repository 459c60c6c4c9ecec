/** What the background says to pages: the running task, or that there is none. Apart from protocol.ts, so
 * that a content script does not carry the schemas of messages it never receives. */
import * as v from 'valibot';
import type { Task } from '../guide/task.ts';
import { appId, id, name, names, rowName, SHORT, shortText } from './fields.ts';

const seen = v.strictObject({ before: names, result: v.boolean(), made: v.nullable(rowName) });

/** A task as it travels to a page. */
const taskSchema = v.strictObject({
  kind: v.literal('create'),
  id,
  where: v.picklist(['microsoft', 'rehearsal']),
  appId,
  appName: shortText,
  device: v.pipe(v.string(), v.maxLength(SHORT)),
  name,
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  seen,
}) satisfies v.GenericSchema<unknown, Task>;

const pushSchema = v.strictObject({ push: v.literal('task'), task: v.nullable(taskSchema) });
export type Push = v.InferOutput<typeof pushSchema>;

/** What a page accepts from the background; `null` for anything else. */
export function receivePush(input: unknown): Push | null {
  const parsed = v.safeParse(pushSchema, input);
  return parsed.success ? parsed.output : null;
}
