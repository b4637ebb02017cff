import { describe, expect, it } from 'vitest'
import { at, ran, type Setting } from '../../support/scenarios.ts'

function findings(lines: readonly string[], setting: Setting = {}) {
  return ran(lines, { ...setting, run: { leaks: false, ...setting.run } }).info().findings
}

function kinds(lines: readonly string[], setting: Setting = {}): string[] {
  return findings(lines, setting).map((finding) => finding.kind)
}

describe('findings', () => {
  it('has none for a correct program', () => {
    expect(kinds(['a 0 24', 'w 0 0 ffff', 'x 0 0 24', 'r 0 100', 'f 0', 'f -1'])).toEqual([])
  })

  it('names a double free, and where the first one was', () => {
    const [finding] = findings(['a 0 24', 'a 1 24', 'F 0', 'F 0'])
    expect(finding).toMatchObject({ kind: 'double-free', operation: 3, began: 2 })
    expect(finding!.message).toContain('which operation 3 has freed already')
  })

  it('names the second f of an id, though its pointer is NULL by then', () => {
    const session = ran(['a 0 24', 'f 0', 'f 0', 'f 1', 'a 0 8', 'f 0'])
    const { findings: found, ending } = session.info()
    expect(found).toMatchObject([{ kind: 'double-free', operation: 2, began: 1 }])
    expect(ending).toBe(null)
  })

  it('says whose block a stale pointer frees', () => {
    const [finding] = findings(['a 0 24', 'a 1 24', 'F 0', 'a 2 24', 'F 0'])
    expect(finding).toMatchObject({ kind: 'double-free', operation: 4 })
    expect(finding!.message).toContain('p[2]')
  })

  it('names the free of an interior, a misaligned and a foreign pointer', () => {
    expect(kinds(['a 0 64', 'a 1 64', 'F 0 16'])[0]).toBe('interior-free')
    expect(kinds(['a 0 64', 'a 1 64', 'F 0 1001'])[0]).toBe('misaligned-pointer')
    expect(kinds(['a 0 64', 'a 1 64', 'F 1 4096'])[0]).toBe('invalid-free')
  })

  it('names reads and writes after free', () => {
    expect(kinds(['a 0 24', 'a 1 24', 'F 0', 'x 0 0 8'])).toEqual(['use-after-free-read'])
    const [finding] = findings(['a 0 24', 'a 1 24', 'F 0', 'a 2 24', 'w 0 0 58'])
    expect(finding).toMatchObject({ kind: 'use-after-free-write', began: 2, operation: 4 })
    expect(finding!.message).toContain('belong to p[2]')
  })

  it('sees a write past the end reach the next tag, and what the checker then says', () => {
    // The forty-first byte of a block of 24: padding, the own footer, and one byte of the next header.
    const bytes = '41'.repeat(41)
    const found = findings(['a 0 24', 'a 1 24', 'a 2 24', `w 0 0 ${bytes}`, 'f 1'])
    expect(found[0]).toMatchObject({ kind: 'overflow', operation: 3, began: 0 })
    expect(found[1]).toMatchObject({ kind: 'heap-damaged', operation: 3 })
    const session = ran(['a 0 24', 'a 1 24', 'a 2 24', `w 0 0 ${bytes}`, 'f 1', 'x 2 0 8'])
    const moment = session.moment(at(4))
    expect(moment.problems).not.toEqual([])
  })

  it('calls an overflow into the own padding by its name', () => {
    const [finding] = findings(['a 0 20', `w 0 0 ${'00'.repeat(24)}`])
    expect(finding!.message).toContain('still inside the chunk')
  })

  it('notices that a damaged heap hands out a live block', () => {
    const lines = ['a 0 24', 'a 1 24', 'F 1', 'F 0', 'F 0', 'a 2 24', 'a 3 24']
    // The program writes nothing, so that the links in the block that is given twice stay whole.
    const setting = { allocator: 'explicit-lifo', options: { coalescing: 'never' }, run: { fill: 0 } }
    expect(kinds(lines, setting)).toContain('overlapping-block')
  })

  it('ends with a segmentation fault as a value', () => {
    const session = ran(['a 0 24', 'w 0 1000000 00', 'f 0'])
    const { ending, findings: found, done } = session.info()
    expect(ending).toMatchObject({ kind: 'fault', operation: 1 })
    expect(found.map((finding) => finding.kind)).toEqual(['overflow', 'fault'])
    expect(done).toBe(2)
    const moment = session.moment(at(2))
    expect(moment.step.kind).toBe('end')
    expect(moment.step.sentence).toContain('Segmentation fault')
  })

  it('stops at the first wrong use when the scenario asks for that', () => {
    const lines = ['a 0 24', 'F 0', 'F 0', 'a 1 24']
    const { ending, done } = ran(lines, { run: { onMisuse: 'abort' } }).info()
    expect(ending).toMatchObject({ kind: 'misuse', operation: 2 })
    expect(done).toBe(3)
  })

  it('counts what was never freed, and names the first of it', () => {
    const { findings: found } = ran(['a 0 24', 'a 1 100', 'f 0']).info()
    expect(found).toMatchObject([{ kind: 'leak', operation: 3, began: 1 }])
    expect(ran(['a 0 24', 'a 1 100', 'f 0'], { run: { leaks: false } }).info().findings).toEqual([])
  })

  it('sees the lost block of a pointer that is overwritten', () => {
    expect(ran(['a 0 24', 'a 0 24', 'f 0']).info().findings).toMatchObject([{ kind: 'leak', began: 0 }])
  })
})
