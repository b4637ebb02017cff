import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileFor, serve } from '../../scripts/lib/serve.mjs'

const top = mkdtempSync(join(tmpdir(), 'heap-lab-'))
const site = join(top, 'site')
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  mkdirSync(join(site, 'assets'), { recursive: true })
  writeFileSync(join(top, 'secret.txt'), 'secret')
  writeFileSync(join(site, 'index.html'), '<h1>Lab</h1>')
  writeFileSync(join(site, 'assets', 'a b.js'), 'export {}')
  server = await serve(site, { base: '/some/course/' })
})
afterAll(async () => {
  await server.close()
  rmSync(top, { recursive: true })
})

/** A request whose path is sent as it stands, which `fetch` would tidy up. */
function statusOf(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(new URL(server.url), { path }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

test('serves files with their types, below its base only', async () => {
  const page = await fetch(server.url)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toBe('<h1>Lab</h1>')
  const script = await fetch(`${server.url}assets/a%20b.js?v=1`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect(await statusOf('/index.html')).toBe(404)
  expect(await statusOf('/some/course/missing.js')).toBe(404)
  expect(await statusOf('/some/course/assets')).toBe(404)
})

test('answers HEAD without a body and refuses what would change something', async () => {
  const head = await fetch(server.url, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await fetch(server.url, { method: 'POST' })).status).toBe(405)
})

test('never leaves its folder', async () => {
  for (const path of ['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', 'assets/../../secret.txt']) {
    expect(await statusOf(`/some/course/${path}`)).toBe(404)
  }
  expect(fileFor(site, '/%ff')).toBeNull()
  expect(fileFor(site, '/%00')).toBeNull()
})

test('takes the next port if the wanted one is in use', async () => {
  const wanted = Number(new URL(server.url).port)
  const other = await serve(site, { port: wanted })
  expect(Number(new URL(other.url).port)).toBeGreaterThan(wanted)
  await other.close()
})
