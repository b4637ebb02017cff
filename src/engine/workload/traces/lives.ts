/** What a text says of an id so far: enough to warn of ids that are used in an order programs do not use. */
export const NEVER = 0
export const LIVE = 1
export const FREED = 2
/** Freed with the pointer kept (`F`), or resized to 0: what it names now is up to the allocator, so nothing is odd. */
export const UNSURE = 3

/** The state of every id while a text is read. */
export class Lives {
  /** Ids that are live. */
  live = 0
  private states = new Uint8Array(1024)

  state(index: number): number {
    return index < this.states.length ? this.states[index]! : NEVER
  }

  set(index: number, state: number): void {
    if (index >= this.states.length) {
      const larger = new Uint8Array(Math.max(index + 1, this.states.length * 2))
      larger.set(this.states)
      this.states = larger
    }
    const before = this.states[index]!
    if (before === LIVE) this.live--
    if (state === LIVE) this.live++
    this.states[index] = state
  }
}
