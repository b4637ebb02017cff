/** What a name means to the grammar: only whether it names a type matters. */
type Meaning = 'type' | 'object'

/** The names in sight, by block: a variable may hide a typedef name, and the other way round. */
export class Scopes {
  private readonly stack: Map<string, Meaning>[] = [new Map()]

  /** How many blocks are open, the file's scope included. */
  get depth(): number {
    return this.stack.length
  }

  open(): void {
    this.stack.push(new Map())
  }

  close(): void {
    this.stack.pop()
  }

  /** Closes blocks until `depth` are left. */
  closeTo(depth: number): void {
    this.stack.length = depth
  }

  /** Declares a name in the innermost block. */
  declare(name: string, isType: boolean): void {
    this.stack.at(-1)!.set(name, isType ? 'type' : 'object')
  }

  /** Declares a type for the whole file. */
  assumeType(name: string): void {
    this.stack[0]!.set(name, 'type')
  }

  isType(name: string): boolean {
    return this.meaning(name) === 'type'
  }

  isKnown(name: string): boolean {
    return this.meaning(name) !== undefined
  }

  /** All type names in sight. */
  typeNames(): string[] {
    const names = new Set(this.stack.flatMap((block) => [...block.keys()]))
    return [...names].filter((name) => this.isType(name))
  }

  private meaning(name: string): Meaning | undefined {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const found = this.stack[i]!.get(name)
      if (found !== undefined) return found
    }
    return undefined
  }
}
