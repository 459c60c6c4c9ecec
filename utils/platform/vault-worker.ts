/** Questions to a worker and answers back, on either side. Only pages of the extension reach its workers. */

interface Question {
  readonly id: number;
  readonly request: unknown;
}

type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string };

interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<Question>) => void): void;
  postMessage(reply: Reply): void;
}

/** To be called once, inside a worker. */
export function serveWorker<Request>(work: (request: Request) => Promise<unknown>): void {
  const scope = globalThis as unknown as WorkerScope;
  scope.addEventListener('message', ({ data: { id, request } }) => {
    work(request as Request).then(
      (answer) => scope.postMessage({ id, answer }),
      (error: unknown) =>
        scope.postMessage({ id, failure: error instanceof Error ? error.message : 'unknown' }),
    );
  });
}

export interface WorkerClient<Request> {
  ask<Answer>(request: Request): Promise<Answer>;
}

/** How long a worker is kept after its last answer: its memory holds what it derived keys in. */
const KEEP_MS = 20_000;

/** @param start makes the worker; called again after it was let go or failed */
export function workerClient<Request>(start: () => Worker): WorkerClient<Request> {
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let worker: Worker | null = null;
  let last = 0;
  let letGo: ReturnType<typeof setTimeout> | undefined;

  const end = (error: Error): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const keepFor = (ms: number): void => {
    clearTimeout(letGo);
    letGo = setTimeout(() => {
      if (waiting.size === 0) end(new Error('worker let go'));
    }, ms);
  };

  const running = (): Worker => {
    if (worker) return worker;
    const started = start();
    started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('failure' in data) asked?.reject(new Error(data.failure));
      else asked?.resolve(data.answer);
      keepFor(KEEP_MS);
    });
    started.addEventListener('error', (event) => end(new Error('worker failed', { cause: event.message })));
    worker = started;
    return started;
  };

  return {
    ask: <Answer>(request: Request) =>
      new Promise<Answer>((resolve, reject) => {
        clearTimeout(letGo);
        last += 1;
        waiting.set(last, { resolve: resolve as (answer: unknown) => void, reject });
        running().postMessage({ id: last, request } satisfies Question);
      }),
  };
}
