import { describe, expect, it } from 'vitest'
import { chunkSpoken, restSpoken } from '../../../src/ui/heap/spoken.ts'
import { momentOf } from '../../support/heap-picture.ts'

const STEP = { kind: 'visit', sentence: '', chunk: 0x1040, accesses: [] } as const

describe('the map in words', () => {
  it('says of a chunk where, how large, in which state, whose', () => {
    const moment = momentOf('[64](64)')
    expect(chunkSpoken(moment, 0, [])).toBe('4096: 64 bytes, in use, p[0], 48 asked for')
    expect(chunkSpoken(moment, 1, [])).toBe('4160: 64 bytes, free')
  })

  it('says which variables point into it', () => {
    const tags = [{ target: 0x1048, names: ['q', 'r'] }]
    expect(chunkSpoken(momentOf('[64](64)'), 1, tags)).toMatch(/pointed at by q, r$/)
  })

  it('says how the search came by', () => {
    const probes = [
      { chunk: 0x1000, size: 64, verdict: 'in use' },
      { chunk: 0x1040, size: 64, verdict: 'too small' },
    ]
    const moment = momentOf('[64](64)', { probes, step: STEP })
    expect(chunkSpoken(moment, 0, [])).toMatch(/look 1 of the search: in use$/)
    expect(chunkSpoken(moment, 1, [])).toMatch(/look 2 of the search: too small, looked at in this step$/)
  })

  it('says how many of its bytes the step wrote and read', () => {
    const accesses = [
      { write: true, address: 0x1038, size: 16 },
      { write: false, address: 0x1040, size: 8 },
    ]
    const moment = momentOf('[64](64)', { step: { ...STEP, chunk: 0, accesses } })
    expect(chunkSpoken(moment, 0, [])).toMatch(/8 bytes written in this step$/)
    expect(chunkSpoken(moment, 1, [])).toMatch(/8 bytes written in this step, 8 bytes read in this step$/)
  })

  it('says where next fit goes on', () => {
    const moment = momentOf('[64](64)', { marks: [{ name: 'rover', address: 0x1040 }] })
    expect(chunkSpoken(moment, 1, [])).toMatch(/rover is here$/)
  })

  it('says what is not told, and where the break is', () => {
    const moment = momentOf('[64](64)')
    expect(restSpoken(moment, 2)).toEqual(['The program break is at 4224.'])
    expect(restSpoken(moment, 1)[0]).toContain('More chunks follow')
  })
})
