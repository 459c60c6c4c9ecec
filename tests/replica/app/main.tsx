/** @jsxImportSource react */
/** Start of the bundle: the replica of mysignins' single-page app. */
import './no-cdn.ts';
import { render } from 'react-dom';
import { App } from './app.tsx';
import { registerDrawings } from './icons.tsx';
import { addStyles } from './styles.ts';

registerDrawings();
addStyles();
render(<App />, document.getElementById('root'));
