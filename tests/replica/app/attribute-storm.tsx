/** @jsxImportSource react */
/** For measuring only: a page that never stops changing attributes, spread over many nodes. */
import { useEffect, useRef } from 'react';

const NODES = 500;
const TICK_MS = 20;

export function AttributeStorm({ perSecond }: { perSecond: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const nodes = [...(box.current?.children ?? [])];
    if (perSecond <= 0 || nodes.length === 0) return;
    let count = 0;
    let owed = 0;
    let last = performance.now();
    // Timers slip under load; what is owed is counted from the clock so that the rate holds.
    const timer = setInterval(() => {
      const now = performance.now();
      owed += ((now - last) / 1000) * perSecond;
      last = now;
      for (; owed >= 1; owed--) {
        const node = nodes[count % NODES] as HTMLElement;
        const kind = Math.floor(count / NODES) % 4;
        if (kind === 0) node.className = `tick-${count}`;
        else if (kind === 1) node.setAttribute('style', `--tick:${count}`);
        else if (kind === 2) node.setAttribute('aria-busy', String(count % 2 === 0));
        else node.setAttribute('data-tick', String(count));
        count++;
      }
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [perSecond]);
  if (perSecond <= 0) return null;
  return (
    <div ref={box} className="storm" aria-hidden="true">
      {Array.from({ length: NODES }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the nodes never move
        <span key={n} />
      ))}
    </div>
  );
}
