import { type KeptBody, type KeptHead, type Shelf, ShelfFull } from '../../src/state/index.ts'

/** A shelf in memory, which several labs can share as tabs of a browser do. */
export class TestShelf implements Shelf {
  readonly kept = new Map<string, { readonly head: KeptHead; readonly body: KeptBody }>()
  /** What everything fails with; null for nothing. */
  trouble: 'full' | 'broken' | null = null
  private stamps = 0

  /** Titles, newest first. */
  get titles(): string[] {
    const heads = [...this.kept.values()].map(({ head }) => head)
    return heads.sort((a, b) => b.saved - a.saved).map(({ title }) => title)
  }

  stamp() {
    this.stamps++
    return { id: `id-${this.stamps}`, time: this.stamps }
  }

  async heads() {
    this.fail('broken')
    return [...this.kept.values()].map(({ head }) => head)
  }

  async body(id: string) {
    return this.kept.get(id)?.body ?? null
  }

  async write(head: KeptHead, body: KeptBody, expected: number) {
    this.fail('broken')
    this.fail('full')
    const there = this.kept.get(head.id)?.head
    if (there !== undefined && there.revision !== expected) return false
    this.kept.set(head.id, { head, body })
    return true
  }

  async retitle(id: string, title: string) {
    const there = this.kept.get(id)
    if (there !== undefined) this.kept.set(id, { ...there, head: { ...there.head, title } })
  }

  async remove(id: string) {
    this.kept.delete(id)
  }

  async room() {
    return { used: 1000, allowed: 1_000_000 }
  }

  private fail(trouble: 'full' | 'broken'): void {
    if (this.trouble !== trouble) return
    throw trouble === 'full' ? new ShelfFull('no room') : new Error('no storage')
  }
}
