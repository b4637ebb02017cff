import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { computedAhead } from './scripts/build/ahead.ts'
import { offline } from './scripts/build/offline.ts'

/**
 * What the built page may load: its own files, and pictures it made itself. No inline script, no
 * `unsafe-eval`, no inline style sheet (styles that scripts set on elements are not affected).
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const FIRST_PROGRAM = fileURLToPath(new URL('src/worker/first-program.ts', import.meta.url))

/** Puts the policy into the built page only: the dev server's hot reloading needs inline scripts and styles. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}

export default defineConfig({
  // Relative, so that dist/ works from any sub-path and from a plain file server.
  base: './',
  plugins: [react(), contentSecurityPolicy(), offline()],
  worker: { format: 'es', plugins: () => [computedAhead([FIRST_PROGRAM])] },
  build: {
    target: 'es2022',
    // The policy allows no data: fonts or scripts, so every asset is a file.
    assetsInlineLimit: 0,
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    // Component tests ask for happy-dom in their first line.
    environment: 'node',
    // All of them: by itself the runner leaves one processor idle, which of two is half.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
})
