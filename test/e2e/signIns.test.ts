import { useDemo } from './harness.js';
import { describeSignIns } from './signInList.js';

describeSignIns(useDemo());
