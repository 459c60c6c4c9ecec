/** A line of a hand-out, in pieces that stay text in every form it is written in. Types only. */

/** `name`: somebody's own word, never markup; `label`: quoted from a screen, in its own language. */
export interface Run {
  readonly text: string;
  readonly as?: 'name' | 'label';
  readonly lang?: string;
  /** https:, mailto: or tel: */
  readonly url?: string;
}

export type Line = readonly Run[];
