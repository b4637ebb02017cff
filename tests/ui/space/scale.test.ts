import { describe, expect, it } from 'vitest'
import { Session } from '../../../src/engine/session/session.ts'
import { firstLook } from '../../../src/scenarios/first-look.ts'
import { lensOn, nearer, wholeSpace } from '../../../src/state/magnifier.ts'
import { gapsOf, LABEL_PX, marksOf, placeOf, regionRows, spread } from '../../../src/ui/space/scale.ts'

const space = new Session(firstLook.scenario).runAll().space({ position: { operation: 9, step: 4 } })
const rows = regionRows(space)
const whole = wholeSpace(space)
const HEIGHT = 480

describe('the space to scale', () => {
  it('is mostly nothing: what is mapped is two lines thinner than a pixel', () => {
    const marks = marksOf(rows, whole, HEIGHT)
    expect(marks.map(({ regions, isHairline, height }) => [regions.length, isHairline, height])).toEqual([
      [17, true, 1],
      [6, true, 1],
    ])
    const heapPlace = placeOf(whole, space.brkStart, HEIGHT)
    expect(marks[1]!.top).toBeCloseTo(heapPlace, 3)
    expect(gapsOf(marks, whole, HEIGHT)).toHaveLength(2)
  })

  it('magnified shows regions as large as they are', () => {
    const heap = space.regions.find(({ name }) => name === '[heap]')!
    const lens = lensOn(space, { from: heap.from - 0x5000, to: heap.to, name: '' })
    const marks = marksOf(rows, lens, HEIGHT)
    const perByte = HEIGHT / (lens.to - lens.from)
    expect(marks.every(({ isHairline }) => !isHairline)).toBe(true)
    for (const { from, to, height } of marks) expect(height).toBeCloseTo((to - from) * perByte, 6)
  })

  it('has room for every label, whatever is seen', () => {
    let lenses = [whole]
    for (let lens = nearer(space, [], null); lens !== null; lens = nearer(space, lenses, null)) {
      lenses = [...lenses, lens]
      const marks = marksOf(rows, lens, HEIGHT)
      marks.slice(1).forEach(({ label }, i) => {
        expect(label - marks[i]!.label).toBeGreaterThanOrEqual(LABEL_PX - 1e-6)
      })
      for (const { label } of marks) expect(label).toBeLessThanOrEqual(HEIGHT - LABEL_PX / 2 + 1e-6)
      expect(lens.to - lens.from).toBeLessThan(lenses.at(-2)!.to - lenses.at(-2)!.from)
    }
    // Down to single pages, around the heap.
    expect(lenses.at(-1)!.to - lenses.at(-1)!.from).toBe(16 * 4096)
    expect(lenses.at(-1)!.from).toBeLessThan(space.brkStart)
    expect(lenses.length).toBeLessThan(9)
  })

  it('goes where the person has looked', () => {
    const stack = space.regions.at(-1)!
    const lens = nearer(space, [], stack.from)!
    expect(lens.to).toBe(space.addressLimit)
  })

  it('moves labels apart and keeps them inside', () => {
    expect(spread([10, 11, 12], 400)).toEqual([19, 57, 95])
    expect(spread([390, 395], 400)).toEqual([343, 381])
    expect(spread([100, 300], 400)).toEqual([100, 300])
  })
})
