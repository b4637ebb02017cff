import type { Trace } from '../workload/index.ts'
import {
  failedTrace,
  generateTrace,
  importerFor,
  type PartialTrace,
  SNIFF_LENGTH,
} from '../workload/index.ts'
import { readHomework } from './homework.ts'
import type { Scenario } from './scenario.ts'

/** Bytes of a trace that are read in one slice. */
const SLICE = 1 << 18

/** A workload ready to run. */
export interface Loaded {
  readonly trace: Trace
  /** The lines of the source as its author wrote them; null where they are made from the operations. */
  readonly lines: readonly string[] | null
}

/** Reads the source of a scenario in slices. */
export class Loading {
  /** The workload, once it is read. */
  loaded: Loaded | null = null
  private readonly reader: PartialTrace | null = null
  private readonly bytes: Uint8Array = new Uint8Array(0)

  /** `data`: the bytes of a `file` source. */
  constructor(
    private readonly scenario: Scenario,
    data: Uint8Array | null,
  ) {
    const { source } = scenario
    if (source.kind !== 'trace' && source.kind !== 'file') {
      this.loaded = generate(scenario)
      return
    }
    this.bytes = source.kind === 'trace' ? new TextEncoder().encode(source.text) : (data ?? this.bytes)
    this.reader = importerFor(this.bytes.subarray(0, SNIFF_LENGTH)).open()
  }

  /** How much has been read, from 0 to 1. */
  get fraction(): number {
    if (this.loaded !== null || this.reader === null) return 1
    return this.bytes.length === 0 ? 0 : this.reader.position / this.bytes.length
  }

  /** Reads on for a slice. */
  advance(): void {
    const { reader, bytes } = this
    if (this.loaded !== null || reader === null) return
    const from = reader.position
    if (reader.push(bytes.subarray(from, from + SLICE)) && reader.position < bytes.length) return
    const { source } = this.scenario
    const lines = source.kind === 'trace' ? source.text.split(/\r?\n/) : null
    this.loaded = { trace: reader.finish(), lines }
  }
}

function generate({ source, allocator }: Scenario): Loaded {
  if (source.kind === 'generator') {
    return { trace: generateTrace(source.shape, source.seed, source.params), lines: null }
  }
  if (source.kind === 'ostep')
    return readHomework(source.args, allocator.id === 'ostep' ? allocator.options : {})
  return { trace: failedTrace(`a ${source.kind} is read from its text`), lines: null }
}
