import fc from 'fast-check';

// The same samples on every run, so that a change is what turns a test red. Other ones: ACK_SEED=7 npm test, or any whole number.
fc.configureGlobal({ seed: Number(process.env.ACK_SEED ?? 20_261_122) });
