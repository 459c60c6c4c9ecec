// @vitest-environment happy-dom
import { options, render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetRemoved } from '@/entrypoints/sidepanel/forget-removed.ts';

const { unmount } = options;
afterEach(() => {
  if (unmount) options.unmount = unmount;
  else delete options.unmount;
});

describe('an element that leaves the panel', () => {
  function drawn() {
    const root = document.createElement('div');
    document.body.append(root);
    const calls: string[] = [];
    render(
      <form onSubmit={() => calls.push('submit')}>
        <input value="a secret" onInput={() => calls.push('input')} />
        <textarea value="a note" />
      </form>,
      root,
    );
    const [form, input, area] = ['form', 'input', 'textarea'].map((name) => root.querySelector(name));
    if (!form || !(input instanceof HTMLInputElement) || !(area instanceof HTMLTextAreaElement))
      throw new Error('not drawn');
    return { root, calls, form, input, area };
  }

  it('lets its handlers and what was typed into it go', () => {
    forgetRemoved();
    const { root, calls, form, input, area } = drawn();
    input.dispatchEvent(new Event('input'));
    expect(calls).toEqual(['input']);
    render(null, root);
    form.dispatchEvent(new Event('submit'));
    input.dispatchEvent(new Event('input'));
    expect(calls).toEqual(['input']);
    expect([input.value, area.value]).toEqual(['', '']);
  });

  it('would keep them otherwise', () => {
    const { root, calls, input } = drawn();
    render(null, root);
    input.dispatchEvent(new Event('input'));
    expect(calls).toEqual(['input']);
    expect(input.value).toBe('a secret');
  });
});
