import { driveMatrix, half } from './matrix-half.ts';

driveMatrix('the matrix in Chromium, half 2', 'chromium', half(1));
