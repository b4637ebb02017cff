import { expect, test } from 'vitest'
import { cardPlace } from '../../../src/ui/course/anchors.ts'

const SCREEN = { width: 1280, height: 720 }
const HEIGHT = 120

test.each([
  [
    'below what stands in the upper half',
    { left: 300, top: 40, width: 200, height: 30 },
    { left: 300, top: 80 },
  ],
  [
    'above what stands in the lower half',
    { left: 2, top: 560, width: 1276, height: 40 },
    { left: 10, top: 430 },
  ],
  ['within the screen at its right', { left: 1200, top: 10, width: 60, height: 30 }, { left: 950, top: 50 }],
  ['inside what leaves no room', { left: 330, top: 110, width: 670, height: 450 }, { left: 670, top: 430 }],
  ['in the middle of the edge when there is nothing to point at', undefined, { left: 950, top: 300 }],
])('a card lies %s', (_, box, place) => {
  expect(cardPlace(box, SCREEN, HEIGHT)).toEqual({ ...place, width: 320 })
})

test('on a phone it is as wide as the screen allows, and on it', () => {
  for (const top of [2, 200, 400, 600, 800]) {
    const place = cardPlace({ left: 2, top, width: 386, height: 40 }, { width: 320, height: 844 }, HEIGHT)
    expect(place.width).toBe(300)
    expect(place.left).toBe(10)
    expect(place.top).toBeGreaterThanOrEqual(0)
    expect(place.top + HEIGHT).toBeLessThanOrEqual(844)
  }
})
