import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Every component is mounted twice, as in the development build of a careful host. What is waited for may take its time on a busy machine.
configure({ reactStrictMode: true, asyncUtilTimeout: 5_000 });

afterEach(cleanup);
