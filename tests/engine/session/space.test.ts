import { describe, expect, test } from 'vitest'
import type { SpaceRegion, SpaceView } from '../../../src/engine/session/index.ts'
import { Session } from '../../../src/engine/session/session.ts'
import { RESIDENT_PAGE, UNTOUCHED, ZEROS_READ } from '../../../src/engine/session/space.ts'
import { programOf } from '../../support/program-lab.ts'

const PAGES = `#include <stdlib.h>
#include <sys/mman.h>
int main(void) {
  char *p = mmap(0, 10 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  p[3 * 4096] = 1;
  char c = p[5 * 4096];
  p[5 * 4096] = c;
  char *big = mmap(0, 1ul << 34, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  big[0] = 1;
  big[(1ul << 34) - 1] = 1;
  return 0;
}
`
const session = new Session(programOf({ 'pages.c': PAGES })).runAll()

/** The space after the statement on a line. */
function spaceAfter(line: number): SpaceView {
  const operation = session.find([{ kind: 'line', file: 'pages.c', line: line + 1 }], -1, false)
  return session.space({ position: { operation: operation - 1, step: 1e6 } })
}

function mapping(space: SpaceView): SpaceRegion {
  const found = space.regions.find(
    ({ name, sinceStart, pages }) => name === '' && !sinceStart && (pages?.length ?? 0) >= 10,
  )
  if (found === undefined) throw new Error('nothing is mapped')
  return found
}

describe('the address space at a moment', () => {
  test('tells every page: untouched, read as zeros, with bytes of its own', () => {
    const pagesAfter = (line: number) => {
      const { pages } = mapping(spaceAfter(line))
      return [...pages!.subarray(0, 10)]
    }
    const [no, own, zeros] = [UNTOUCHED, RESIDENT_PAGE, ZEROS_READ]
    expect(pagesAfter(4)).toEqual([no, no, no, no, no, no, no, no, no, no])
    expect(pagesAfter(5)).toEqual([no, no, no, own, no, no, no, no, no, no])
    expect(pagesAfter(6)).toEqual([no, no, no, own, no, zeros, no, no, no, no])
    expect(pagesAfter(7)).toEqual([no, no, no, own, no, own, no, no, no, no])
  })

  test('tells the page faults of the step and the pages that it filled', () => {
    const written = spaceAfter(5)
    const place = mapping(written).from + 3 * 4096
    expect([written.faults, written.newPages]).toEqual([1, [place]])
    const read = spaceAfter(6)
    expect(read.faults).toBe(1)
    expect(read.newPages).toEqual([])
    expect(read.accesses).toContainEqual({ write: false, address: place + 2 * 4096, size: 1 })
    const before = session.space({ position: { operation: 0, step: 0 } })
    expect([before.faults, before.newPages]).toEqual([0, []])
  })

  test('of a region with very many pages it tells shares', () => {
    const { regions, residentBytes } = spaceAfter(10)
    const big = regions.find(({ pages }) => pages === null)!
    expect(big.to - big.from).toBeGreaterThanOrEqual(2 ** 34)
    expect(big.shares![0]).toBeGreaterThan(0)
    expect(big.shares!.at(-1)).toBeGreaterThan(0)
    expect(big.shares!.slice(1, -1).every((share) => share === 0)).toBe(true)
    expect(regions.reduce((sum, each) => sum + each.residentPages, 0) * 4096).toBe(residentBytes)
  })

  test('knows what was there from the start, and how far the stack may grow', () => {
    const space = spaceAfter(4)
    expect(space.regions.filter(({ sinceStart }) => !sinceStart).map(({ name }) => name)).toEqual([''])
    expect(space.regions.find(({ name }) => name === '[stack]')?.to).toBe(space.stackTop)
    expect(space.stackTop - space.stackFloor).toBe(8 * 2 ** 20)
    expect(space.maps.split('\n')).toHaveLength(space.regionCount + 2)
  })

  test('has the same pages in its regions as a moment tells', () => {
    const position = { operation: 3, step: 1 }
    const { regions } = session.space({ position })
    expect(regions).toHaveLength(
      session.moment({ position, map: { from: 0, to: 0, limit: 1 }, listLimit: 1, inspect: null } as never)
        .regions.length,
    )
  })
})

test('of thousands of regions the lowest and the highest are told', () => {
  const text = `#include <sys/mman.h>
int main(void) {
  for (int i = 0; i < 700; i++)
    mmap(0, 4096, i % 2 ? PROT_NONE : PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return 0;
}
`
  const many = new Session(programOf({ 'many.c': text })).runAll()
  const space = many.space({ position: { operation: 1e9, step: 1e9 } })
  expect(space.regions).toHaveLength(500)
  expect(space.regionCount).toBeGreaterThan(700)
  expect(space.regions[0]!.name).toMatch(/program$/)
  expect(space.regions.at(-1)!.name).toBe('[stack]')
})
