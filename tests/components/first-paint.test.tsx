// @vitest-environment happy-dom
/** What stands in the panel's page before its code runs is what its code then draws there: nothing moves. */
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { Frame } from '@/components/frame.tsx';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const page = readFileSync('entrypoints/sidepanel/index.html', 'utf8');

const root = () => document.getElementById('panel') as HTMLElement;
const brand = () => root().querySelector('.head .head-inner > .brand');
/** Without the blanks that only lay out the file. */
const markup = (element: Element | null) => element?.outerHTML.replace(/>\s+</gu, '><');

afterEach(() => {
  render(null, root());
  document.body.replaceChildren();
});

it('shows the name at once, and goes on from there', async () => {
  document.body.innerHTML = new DOMParser().parseFromString(page, 'text/html').body.innerHTML;
  const before = { brand: brand(), markup: markup(brand()) };
  expect(before.brand?.textContent?.trim()).toBe('Keytag');
  await act(() =>
    render(
      <Frame sections={[]} current={null} announcement="">
        <h1>Home</h1>
      </Frame>,
      root(),
    ),
  );
  expect(brand(), 'the same element').toBe(before.brand);
  expect(markup(brand())).toBe(before.markup);
  expect(root().querySelectorAll('header')).toHaveLength(1);
  expect(root().querySelectorAll('.brand')).toHaveLength(1);
});
