const SIZE = 624
const MIDDLE = 397
const UPPER_BIT = 0x80000000
const LOWER_BITS = 0x7fffffff
const TWIST = 0x9908b0df

/**
 * Python's `random` module as far as the homework needs it: the Mersenne Twister MT19937 of
 * Matsumoto and Nishimura (mt19937ar, 2002), seeded as Python 3 seeds it with an integer.
 */
export class PythonRandom {
  private readonly state = new Uint32Array(SIZE)
  private next = SIZE

  /** As random.seed(seed): the sign does not count, and any number of bits does. */
  constructor(seed: bigint) {
    this.initByArray(wordsOf(seed < 0n ? -seed : seed))
  }

  /** As random.random(): at least 0 and below 1, with 53 random bits. */
  random(): number {
    const high = this.nextWord() >>> 5
    const low = this.nextWord() >>> 6
    return (high * 0x4000000 + low) / 0x20000000000000
  }

  /** The next 32 bits of the generator. */
  nextWord(): number {
    if (this.next >= SIZE) this.refill()
    let word = this.state[this.next++]!
    word ^= word >>> 11
    word ^= (word << 7) & 0x9d2c5680
    word ^= (word << 15) & 0xefc60000
    word ^= word >>> 18
    return word >>> 0
  }

  private refill(): void {
    const state = this.state
    for (let i = 0; i < SIZE; i++) {
      const bits = (state[i]! & UPPER_BIT) | (state[(i + 1) % SIZE]! & LOWER_BITS)
      const twist = (bits & 1) === 0 ? 0 : TWIST
      state[i] = state[(i + MIDDLE) % SIZE]! ^ (bits >>> 1) ^ twist
    }
    this.next = 0
  }

  private initByNumber(seed: number): void {
    const state = this.state
    state[0] = seed
    for (let i = 1; i < SIZE; i++) state[i] = Math.imul(1812433253, mixed(state[i - 1]!)) + i
  }

  private initByArray(key: readonly number[]): void {
    const state = this.state
    this.initByNumber(19650218)
    let i = 1
    for (let k = 0; k < Math.max(SIZE, key.length); k++) {
      const j = k % key.length
      state[i] = (state[i]! ^ Math.imul(mixed(state[i - 1]!), 1664525)) + key[j]! + j
      i = this.following(i)
    }
    for (let k = 1; k < SIZE; k++) {
      state[i] = (state[i]! ^ Math.imul(mixed(state[i - 1]!), 1566083941)) - i
      i = this.following(i)
    }
    state[0] = UPPER_BIT
  }

  /** The index behind `i`; at the end the last word is carried over to the front. */
  private following(i: number): number {
    if (i + 1 < SIZE) return i + 1
    this.state[0] = this.state[SIZE - 1]!
    return 1
  }
}

function mixed(word: number): number {
  return word ^ (word >>> 30)
}

/** The 32-bit words of a number, lowest first; one word for 0. */
function wordsOf(value: bigint): number[] {
  const words = [Number(value & 0xffffffffn)]
  for (let rest = value >> 32n; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn))
  return words
}
