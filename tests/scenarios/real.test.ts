import { describe, expect, test } from 'vitest'
import { GALLERY } from '../../src/scenarios/index.ts'
import { buildAndRun, hasGcc } from '../support/gcc.ts'
import { tried } from './support.ts'

/** Examples that end alike under every allocator: they bring their own, or have none. */
const ALIKE = /^(the-break|linked-blocks|hunt-)/

describe.skipIf(!hasGcc())('as built by gcc', () => {
  test.each(GALLERY.filter(({ id }) => ALIKE.test(id)))('$id ends as in the lab', ({ scenario }) => {
    const files = scenario.source.kind === 'c' ? scenario.source.files : []
    const { exit, signal } = buildAndRun(files, { model: 'lp64', flags: ['-fno-builtin'] })
    const { ending } = tried(scenario).session.info()
    expect([exit, signal]).toEqual([ending!.status ?? null, ending!.signal ?? null])
  })

  test('use-after-free prints what it prints in the lab', () => {
    const { scenario } = GALLERY.find(({ id }) => id === 'use-after-free')!
    const files = scenario.source.kind === 'c' ? scenario.source.files : []
    const { stdout } = buildAndRun(files, { model: 'lp64', flags: ['-fno-builtin'] })
    expect(new TextDecoder().decode(stdout)).toBe(tried(scenario).printed())
  })
})
