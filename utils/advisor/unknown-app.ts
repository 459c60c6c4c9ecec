/** Three questions about an app nobody knows, and where their answers lead. Pure. */

export interface UnknownAnswers {
  /** Its sign-in offers Microsoft's own window. */
  readonly signIn: 'yes' | 'no' | 'unknown' | null;
  readonly use: 'read' | 'send' | null;
  readonly what: 'device' | 'service' | 'mail-program' | null;
}

export type UnknownStep =
  | { readonly is: 'ask'; readonly about: keyof UnknownAnswers }
  /** `app`: the entry of the catalogue that stands for it, whose page has the verdict and the ways out; `null`
   * where there is nothing more to find out. */
  | { readonly is: 'end'; readonly says: 'modern' | 'read' | 'send'; readonly app: string | null };

/** The next question, or the end: a Microsoft window needs no app password, reading by password is closed for
 * everybody, and for sending it depends on what it is (sources: microsoft.ts). */
export function stepForUnknown({ signIn, use, what }: UnknownAnswers): UnknownStep {
  if (signIn === null) return { is: 'ask', about: 'signIn' };
  if (signIn === 'yes') return { is: 'end', says: 'modern', app: null };
  if (use === null) return { is: 'ask', about: 'use' };
  if (use === 'read') return { is: 'end', says: 'read', app: 'other-mail-program' };
  if (what === null) return { is: 'ask', about: 'what' };
  return { is: 'end', says: 'send', app: `other-${what}` };
}
