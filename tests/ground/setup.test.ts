import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isStale } from '../../scripts/lib/build.mjs'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { missingPackages } from '../../scripts/lib/install.mjs'

const folder = mkdtempSync(join(tmpdir(), 'heap-lab-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('what is to be installed', () => {
  const locked = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.2.3' },
      'node_modules/a-for-another-system': { version: '1.2.3', optional: true },
    },
  }

  test('everything but optional packages in a fresh clone', () => {
    expect(missingPackages(locked, null)).toEqual(['node_modules/a'])
  })

  test('nothing when all is there', () => {
    expect(missingPackages(locked, { packages: { 'node_modules/a': { version: '1.2.3' } } })).toEqual([])
  })

  test('what is there in another version, optional or not', () => {
    const installed = {
      packages: {
        'node_modules/a': { version: '1.2.2' },
        'node_modules/a-for-another-system': { version: '1.2.2' },
      },
    }
    expect(missingPackages(locked, installed)).toEqual([
      'node_modules/a',
      'node_modules/a-for-another-system',
    ])
  })
})

describe('the lockfile', () => {
  const lockfile = readFileSync('package-lock.json', 'utf8')

  test('names no registry: packages come from the one that is set up', () => {
    expect(lockfile).not.toContain('"resolved"')
  })

  test('has every package that another one asks for, for all systems', () => {
    const { packages } = JSON.parse(lockfile)
    for (const entry of Object.values<{ optionalDependencies?: object }>(packages)) {
      for (const name of Object.keys(entry.optionalDependencies ?? {})) {
        expect(
          Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
          name,
        ).toBe(true)
      }
    }
  })
})

describe('whether the page must be built anew', () => {
  const source = join(folder, 'src')
  const page = join(folder, 'index.html')
  mkdirSync(join(source, 'deep'), { recursive: true })
  writeFileSync(join(source, 'deep', 'a.ts'), '')

  /** Dates everything at `second` and the page at `pageSecond`. */
  function date(second: number, pageSecond: number): void {
    for (const path of [join(source, 'deep', 'a.ts'), join(source, 'deep'), source])
      utimesSync(path, second, second)
    utimesSync(page, pageSecond, pageSecond)
  }

  test('yes, if there is none', () => {
    expect(isStale(page, [source])).toBe(true)
  })

  test('no, if it is newer than all its sources', () => {
    writeFileSync(page, '')
    date(1000, 2000)
    expect(isStale(page, [source, join(folder, 'not-there')])).toBe(false)
  })

  test('yes, if a file deep inside is newer, or one was removed', () => {
    date(1000, 2000)
    utimesSync(join(source, 'deep', 'a.ts'), 3000, 3000)
    expect(isStale(page, [source])).toBe(true)
    date(1000, 2000)
    rmSync(join(source, 'deep', 'a.ts'))
    expect(isStale(page, [source])).toBe(true)
  })
})

describe('the browser for the tests', () => {
  const program = join(folder, 'google-chrome')
  writeFileSync(program, '')
  chmodSync(program, 0o755)

  test('is the one that CHROMIUM_PATH names, or none', () => {
    expect(findChromium({ CHROMIUM_PATH: program, PATH: '' })).toBe(program)
    expect(findChromium({ CHROMIUM_PATH: join(folder, 'nothing'), PATH: folder })).toBeNull()
  })

  test('is found on the PATH under any of its names', () => {
    expect(findChromium({ PATH: folder })).toBe(program)
  })
})
