import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { hasCompiler, NATIVE_VARIANTS, NativeClassroom } from '../../../../bench/native/classroom.ts'
import { seeded } from '../../../support/gauntlet.ts'
import { rig } from '../../../support/rig.ts'
import { type Requests, readRequests, run } from './rep.ts'

const TRACES = '../shared/traces/csapp/classic'

/** A seeded mixture of calls, ending with many blocks live. */
function mixture(seed: number, length: number): Requests {
  const random = seeded(seed)
  const ids = 200
  const live = new Uint8Array(ids)
  const kind = new Uint8Array(length)
  const id = new Int32Array(length)
  const size = new Float64Array(length)
  for (let i = 0; i < length; i++) {
    const name = random(ids)
    const letter = live[name] === 0 ? 'a' : random(4) === 0 ? 'r' : 'f'
    live[name] = letter === 'f' ? 0 : 1
    kind[i] = letter.charCodeAt(0)
    id[i] = name
    size[i] = letter === 'f' ? 0 : 1 + random(random(5) === 0 ? 6000 : 200)
  }
  return { ids, kind, id, size }
}

describe.skipIf(!hasCompiler())('the same algorithms in C', () => {
  const native = new NativeClassroom()
  afterAll(() => native.dispose())

  function expectSame(variant: string, requests: Requests): void {
    const model = rig(variant, { realloc: 'move' })
    const { brkStart } = model.process
    const offsets = [...run(model, requests).addresses].map((address) =>
      address === 0 ? -1 : address - brkStart,
    )
    expect([...offsets, model.process.programBreak - brkStart]).toEqual(native.addresses(variant, requests))
  }

  describe.each(Object.keys(NATIVE_VARIANTS))('%s', (variant) => {
    it('gives the same addresses for seeded calls', () => {
      for (const seed of [1, 2, 3]) expectSame(variant, mixture(seed, 4000))
    })

    it.skipIf(!existsSync(TRACES))('gives the same addresses for the classic traces', () => {
      for (const file of [
        'amptjp-bal.rep',
        'random2-bal.rep',
        'realloc2-bal.rep.gz',
        'coalescing-bal.rep.gz',
      ]) {
        expectSame(variant, readRequests(`${TRACES}/${file}`))
      }
    })
  })
})
