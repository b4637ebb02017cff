import { expect, it, test } from 'vitest'
import { PythonRandom } from '../../../../src/engine/workload/ostep/random.ts'

/** random.seed(seed), then the 1st, 2nd and 1,000th random.random(), as Python 3.11 prints them. */
test.each([
  [0n, 0.8444218515250481, 0.7579544029403025, 0.4804125346981437],
  [1n, 0.13436424411240122, 0.8474337369372327, 0.7062615472551386],
  [42n, 0.6394267984578837, 0.025010755222666936, 0.8554501933059546],
  [-42n, 0.6394267984578837, 0.025010755222666936, 0.8554501933059546],
  [2n ** 32n, 0.11299430095636409, 0.41782886486292836, 0.04156870367167198],
  [10n ** 30n, 0.9341508484568806, 0.5253068813972436, 0.6182595623737063],
])('seed %s', (seed, first, second, thousandth) => {
  const generator = new PythonRandom(seed)
  const drawn = Array.from({ length: 1000 }, () => generator.random())
  expect([drawn[0], drawn[1], drawn[999]]).toEqual([first, second, thousandth])
})

it("gives the words of the generator's reference output for an array as seed", () => {
  // init_by_array({0x123, 0x234, 0x345, 0x456}) in mt19937ar.out.
  const generator = new PythonRandom(0x00000456_00000345_00000234_00000123n)
  expect([generator.nextWord(), generator.nextWord(), generator.nextWord()]).toEqual([
    1067595299, 955945823, 477289528,
  ])
})
