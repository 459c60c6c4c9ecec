/** The panel's connection to the background: messages there, session storage back. */
import { type PanelClient, viewOf } from '../app/panel-client.ts';
import { access } from './access.ts';
import { loadGuideState, watchGuideState } from './guide-ports.ts';
import { send } from './send.ts';

export const panelClient: PanelClient = {
  start: async (request) => void (await send('guide.start', request)),
  stop: async () => void (await send('guide.stop', {})),
  startDelete: async (request) => void (await send('guide.delete', request)),
  startReview: async (request) => void (await send('guide.review', request)),
  chooseRow: async (row) => void (await send('guide.choose-row', { row })),
  goOn: async () => void (await send('guide.go-on', {})),
  done: async () => void (await send('guide.done', {})),
  answerLink: async (take) => void (await send('link.answer', { take })),
  showPage: async () => void (await send('guide.show-page', {})),
  watch(listener) {
    let hasChanged = false;
    const stop = watchGuideState((state) => {
      hasChanged = true;
      listener(state && viewOf(state));
    });
    void loadGuideState().then((state) => {
      // A change that came in meanwhile is newer than what was loaded.
      if (!hasChanged) listener(state && viewOf(state));
    });
    return stop;
  },
  access,
};
