const TWO_32 = 4294967296
const WARM_UP = 12

/**
 * A small fast generator in 32-bit arithmetic: sfc32 (Chris Doty-Humphrey, PractRand), period at least 2^32.
 * The same seed gives the same numbers everywhere and for ever: share links rely on it.
 */
export class Random {
  private a = 0
  private b: number
  private c: number
  private counter = 1

  /** Of a seed beyond 32 bits the upper part counts too; a fraction does not. */
  constructor(seed: number) {
    this.b = (seed % TWO_32) | 0
    this.c = Math.floor(seed / TWO_32) | 0
    for (let i = 0; i < WARM_UP; i++) this.word()
  }

  /** 32 random bits, from 0 to 2^32 - 1. */
  word(): number {
    const sum = (this.a + this.b + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** A whole number in [low, high], both included; high - low is below 2^32. */
  within(low: number, high: number): number {
    return low + Math.floor((this.word() / TWO_32) * (high - low + 1))
  }

  /** True with the given probability in percent. */
  percent(probability: number): boolean {
    return this.word() / TWO_32 < probability / 100
  }
}
