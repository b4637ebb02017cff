import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Allocators of the catalog that `classroom.c` knows too (with realloc=move), and the macros that choose them. */
export const NATIVE_VARIANTS: Readonly<Record<string, readonly string[]>> = {
  'csapp-first-fit': ['PLACEMENT=FIRST', 'TEXTBOOK=1', 'LINKED=0'],
  'csapp-next-fit': ['PLACEMENT=NEXT', 'TEXTBOOK=1', 'LINKED=0'],
  'csapp-best-fit': ['PLACEMENT=BEST', 'TEXTBOOK=1', 'LINKED=0'],
  'first-fit': ['PLACEMENT=FIRST', 'TEXTBOOK=0', 'LINKED=0'],
  'next-fit': ['PLACEMENT=NEXT', 'TEXTBOOK=0', 'LINKED=0'],
  'best-fit': ['PLACEMENT=BEST', 'TEXTBOOK=0', 'LINKED=0'],
  'explicit-lifo': ['PLACEMENT=FIRST', 'TEXTBOOK=0', 'LINKED=1'],
}

/** The calls to run, in columns: 'a', 'r' or 'f' as character codes; ids count from 0. */
export interface NativeCalls {
  readonly ids: number
  readonly kind: ArrayLike<number>
  readonly id: ArrayLike<number>
  readonly size: ArrayLike<number>
}

/** Whether there is a C compiler to build with. */
export function hasCompiler(): boolean {
  return spawnSync('gcc', ['--version']).status === 0
}

/** The native builds, in a folder of their own that `dispose` removes. Needs gcc. */
export class NativeClassroom {
  private readonly folder = mkdtempSync(join(tmpdir(), 'classroom-'))
  private readonly built = new Set<string>()

  /** Offsets of the returned blocks from the first break, one a call (-1: NULL or a free), and last the break's own. */
  addresses(variant: string, calls: NativeCalls): number[] {
    const text = execFileSync(this.build(variant), [this.write(calls), 'addresses'], { maxBuffer: 1 << 28 })
    return text.toString().trim().split('\n').map(Number)
  }

  /** Nanoseconds per call in the fastest of `runs` runs. */
  time(variant: string, calls: NativeCalls, runs: number): number {
    return Number(execFileSync(this.build(variant), [this.write(calls), 'time', String(runs)]).toString())
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true })
  }

  private build(variant: string): string {
    const program = join(this.folder, variant)
    if (this.built.has(variant)) return program
    const macros = NATIVE_VARIANTS[variant]!.map((macro) => `-D${macro}`)
    const source = new URL('classroom.c', import.meta.url).pathname
    // The numbers of FIRST, NEXT and BEST are defined in the source.
    execFileSync('gcc', ['-O2', '-w', ...macros, '-o', program, source])
    this.built.add(variant)
    return program
  }

  private write(calls: NativeCalls): string {
    const count = calls.kind.length
    const bytes = new DataView(new ArrayBuffer(8 + 16 * count))
    bytes.setUint32(0, count, true)
    bytes.setUint32(4, calls.ids, true)
    for (let i = 0; i < count; i++) {
      bytes.setUint32(8 + 16 * i, calls.kind[i]!, true)
      bytes.setUint32(12 + 16 * i, calls.id[i]!, true)
      bytes.setBigUint64(16 + 16 * i, BigInt(calls.size[i]!), true)
    }
    const path = join(this.folder, 'calls')
    writeFileSync(path, new Uint8Array(bytes.buffer))
    return path
  }
}
