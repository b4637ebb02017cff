import { describe, expect, it } from 'vitest'
import type { SpaceRegion, SpaceView } from '../../../src/engine/session/index.ts'
import { Session } from '../../../src/engine/session/session.ts'
import { bigBlocks } from '../../../src/scenarios/big-blocks.ts'
import { firstLook } from '../../../src/scenarios/first-look.ts'
import { cellsOf, roleOf, rowsOf } from '../../../src/ui/space/model.ts'
import {
  cellWords,
  pagesWords,
  residentWords,
  sizeWords,
  spaceWords,
  stepWords,
} from '../../../src/ui/space/words.ts'
import { programOf } from '../../support/program-lab.ts'
import { noSpace } from '../../support/space.ts'

const FIRST = new Session(firstLook.scenario).runAll().space({ position: { operation: 9, step: 4 } })

/** The rows of a picture in short: what stands in each. */
function picture(space: SpaceView): string[] {
  return rowsOf(space).map((row) => {
    if (row.kind === 'gap') return `${sizeWords(row.to - row.from)} not mapped`
    if (row.kind === 'group') return `${row.regions} ${row.of}`
    return row.kind === 'break' ? 'break' : `${row.title} ${row.region.permissions}`
  })
}

function region(change: Partial<SpaceRegion>): SpaceRegion {
  const none = {
    permissions: 'rw-p',
    name: '',
    residentPages: 0,
    sinceStart: false,
    pages: null,
    shares: null,
  }
  return { from: 0x7000_0000_0000, to: 0x7000_0000_4000, ...none, ...change }
}

describe('the picture of an address space', () => {
  it('has everything that is mapped, highest first, and the gaps between', () => {
    expect(picture(FIRST)).toEqual([
      'Stack rw-p',
      'about 127.9 MiB not mapped',
      '16 libraries',
      'about 42.7 TiB not mapped',
      'break',
      'Heap rw-p',
      'Data rw-p',
      'Relocations (relro) r--p',
      'Constants (rodata) r--p',
      'Program text r-xp',
      'File header r--p',
      'about 85.3 TiB not mapped',
    ])
  })

  it('leaves no address out', () => {
    const rows = rowsOf(FIRST).flatMap((row) => (row.kind === 'group' ? row.rows : [row]))
    let above = FIRST.addressLimit
    for (const row of rows) {
      if (row.kind === 'break') continue
      const { from, to } = row.kind === 'region' ? row.region : row
      expect(to).toBe(above)
      above = from
    }
    expect(above).toBe(0)
  })

  it('shows what mmap made apart from what was there, and where the break is without a heap', () => {
    const session = new Session(bigBlocks.scenario).runAll()
    const rows = picture(session.space({ position: { operation: 1, step: 1e6 } }))
    expect(rows.slice(2, 7)).toEqual([
      '15 libraries',
      'Mapping rw-p',
      'about 42.7 TiB not mapped',
      'break',
      'Data rw-p',
    ])
  })

  it('folds most of very many mappings up, and says how many are not told', () => {
    const of = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        region({ from: 0x7000_0000_0000 + i * 8192, to: 0x7000_0000_1000 + i * 8192 }),
      )
    expect(
      rowsOf(noSpace({ regions: of(30), regionCount: 30 })).filter(({ kind }) => kind === 'region'),
    ).toHaveLength(30)
    const rows = rowsOf(noSpace({ regions: of(100), regionCount: 900 }))
    expect(rows.filter(({ kind }) => kind === 'region')).toHaveLength(16)
    expect(rows.find(({ kind }) => kind === 'group')).toMatchObject({
      of: 'mappings',
      regions: 84,
      leftOut: 800,
    })
  })

  it('of a 32-bit program ends below 4 GiB', () => {
    const scenario = programOf({ 'a.c': '#include <stdlib.h>\nint main(void) { return malloc(8) == 0; }\n' })
    const source = { ...scenario.source, model: 'ilp32' as const } as typeof scenario.source
    const session = new Session({ ...scenario, source }).runAll()
    const space = session.space({ position: { operation: 1e6, step: 1e6 } })
    expect(space.addressLimit).toBeLessThan(2 ** 32)
    expect(picture(space)).toContain('Heap rw-p')
  })

  it('names regions by place and permissions', () => {
    const space = noSpace({ regions: [region({ from: 0x555555554000, to: 0x555555555000 })] })
    expect(roleOf(space, region({ permissions: '---p' }))).toBe('guard')
    expect(roleOf(space, region({ sinceStart: true }))).toBe('library')
    expect(roleOf(space, region({}))).toBe('mapping')
    const below = { from: 0x555555557000, to: 0x555555559000 }
    expect(roleOf(space, region({ ...below, sinceStart: true }))).toBe('bss')
    expect(roleOf(space, region(below))).toBe('mapping')
  })
})

describe('pages', () => {
  const from = 0x7000_0000_0000
  const small = region({ pages: Uint8Array.of(0, 1, 2, 2), residentPages: 2 })
  const space = noSpace({
    accesses: [
      { write: true, address: from + 0x2ff8, size: 16 },
      { write: false, address: from + 0x1000, size: 8 },
    ],
    newPages: [from + 0x3000],
  })

  it('are cells: untouched, read, with bytes of their own; with what the step did', () => {
    const told = cellsOf(space, small).map((cell) => cellWords(small, cell).replace('0x70000000', '…'))
    expect(told).toEqual([
      'Page 1, …0000: not touched yet',
      'Page 2, …1000: only read so far, shows zeros, read by this step',
      'Page 3, …2000: resident, written by this step',
      'Page 4, …3000: resident, filled by this step, written by this step',
    ])
    expect(pagesWords(space, small)).toBe(
      'Resident: pages 3 to 4. Written by this step: pages 3 to 4. Read by this step: page 2.',
    )
    expect(residentWords(small)).toBe('2 of 4 pages resident')
  })

  it('of a large region are stretches', () => {
    const pages = new Uint8Array(300)
    pages[299] = 2
    const large = region({ to: from + 300 * 4096, pages, residentPages: 1 })
    const cells = cellsOf(noSpace(), large)
    expect(cells).toHaveLength(128)
    expect(cells.reduce((sum, cell) => sum + cell.to - cell.from, 0)).toBe(300 * 4096)
    expect(cells.filter(({ share }) => share > 0).map((cell) => cellWords(large, cell))).toEqual([
      'Pages 299 to 300, 0x70000012a000: 1 of 2 resident',
    ])
  })

  it('of a huge region are shares', () => {
    const shares = new Float32Array(128)
    shares[0] = 1e-9
    const huge = region({ to: from + 2 ** 40, shares, residentPages: 1 })
    const [first] = cellsOf(noSpace(), huge)
    expect(cellWords(huge, first!)).toMatch(/^Pages 1 to 2,097,152, .*: 1 of 2,097,152 resident$/)
  })
})

describe('in words', () => {
  it('sizes are exact, or say that they are not', () => {
    expect([1, 1000, 4096, 135168, 2 ** 47 - 4096].map(sizeWords)).toEqual([
      '1 byte',
      '1,000 bytes',
      '4 KiB',
      '132 KiB',
      'about 128 TiB',
    ])
  })

  it('the whole space, and the step', () => {
    expect(spaceWords(FIRST)).toBe('23 regions, about 2.3 MiB mapped, 28 KiB of it resident.')
    expect(stepWords(FIRST)).toBe('This step: no page fault; 4 so far.')
    const filled = noSpace({ faults: 2, faultsSoFar: 9, newPages: [0x5000, 0x6000] })
    expect(stepWords(filled)).toMatch(/^This step: 2 page faults, first bytes in .*; 9 so far\.$/)
  })
})
