/** The page's calls to its own (fake) server: same origin, paths as captured in public code, 2026. */
import type { Row, Switches } from '../switches.ts';

export interface Session {
  readonly sessionCtxV2: string;
  readonly account: { readonly name: string; readonly address: string };
  /** Not Microsoft's: how the replica learns its switches. */
  readonly replica: Switches;
}

export interface NewMethodAnswer {
  readonly Type: number;
  readonly Data: string;
  readonly ErrorCode: number;
}

async function call<Answer>(path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Answer;
}

/** The number of the app-password method in the real API (seen in public code, 2026-04-28). */
const APP_PASSWORD_TYPE = 10;

export const api = {
  authorize: (path: string) => call<Session & { redirect?: string }>('/session/authorize', { path }),
  extend: () => call<object>('/session/extendsessionvalidity', {}),
  rows: () => call<readonly Row[]>('/authenticationmethods'),
  /** Asks whether the person's last proof is fresh enough to change anything. */
  mayManage: () => call<{ redirect?: string }>('/authenticationmethods/registrationpolicy'),
  create: (name: string, captchaSolved: boolean) =>
    call<NewMethodAnswer & { redirect?: string }>('/authenticationmethods/new', {
      Type: APP_PASSWORD_TYPE,
      Data: name,
      captchaSolved,
    }),
  delete: (id: string) => call<{ Deleted: boolean }>('/authenticationmethods/delete', { Data: id }),
};
