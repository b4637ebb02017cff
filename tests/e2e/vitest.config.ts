import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests that drive the built page in Chromium. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/e2e/support/setup.ts'],
    // Two browsers at a time: one page mostly waits while the other works. With more, they wait for each other's frames.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
