import { driveMatrix, half } from './matrix-half.ts';

driveMatrix('the matrix in Chromium, half 1', 'chromium', half(0));
