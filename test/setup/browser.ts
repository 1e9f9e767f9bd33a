import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Every component is mounted twice, as in the development build of a careful host.
configure({ reactStrictMode: true });

afterEach(cleanup);
