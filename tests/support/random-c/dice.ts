import { Random } from '../../../src/engine/kernel/random.ts'

/** Random choices, the same for the same seed. */
export class Dice {
  private readonly random: Random

  constructor(seed: number) {
    this.random = new Random(seed)
  }

  /** A number from 0 to `count` - 1. */
  below(count: number): number {
    return this.random.next() % count
  }

  /** A number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.below(100) < share
  }

  /** One of the list, which has at least one. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  /** One of the list, or null if it is empty. */
  maybe<T>(list: readonly T[]): T | null {
    return list.length === 0 ? null : this.pick(list)
  }

  /** One of the list of [weight, choice], each as often as its weight says. */
  weighted<T>(list: readonly (readonly [number, T])[]): T {
    let left = this.below(list.reduce((sum, [weight]) => sum + weight, 0))
    for (const [weight, choice] of list) {
      left -= weight
      if (left < 0) return choice
    }
    return list[0]![1]
  }

  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list]
    return list.map(() => rest.splice(this.below(rest.length), 1)[0]!)
  }
}
