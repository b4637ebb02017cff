import type { OptionSpec } from '../../allocators/catalog.ts'

/** A parameter of a shape: a number with limits, described as allocator options are. */
export type ParamSpec = Extract<OptionSpec, { type: 'number' }>

/** A shape of generated workload, as people choose it. Data only: the page, the CLI and share links read it. */
export interface ShapeSpec {
  readonly id: string
  readonly name: string
  /** One sentence: what it does and what it is good for seeing. */
  readonly summary: string
  readonly params: readonly ParamSpec[]
}

const OPERATIONS: ParamSpec = {
  key: 'operations',
  label: 'Operations',
  help: 'How many calls are made. All blocks are freed at the end, so one call less if the number does not work out.',
  type: 'number',
  min: 2,
  max: 2_000_000,
  step: 1,
  default: 1000,
  unit: 'count',
}

const MIN_SIZE: ParamSpec = {
  key: 'minSize',
  label: 'Smallest request',
  help: 'Bytes of the smallest request.',
  type: 'number',
  min: 0,
  max: 2 ** 30,
  step: 1,
  default: 16,
  unit: 'bytes',
}

const MAX_SIZE: ParamSpec = {
  key: 'maxSize',
  label: 'Largest request',
  help: 'Bytes of the largest request. If it is below the smallest, the two change places.',
  type: 'number',
  min: 0,
  max: 2 ** 30,
  step: 1,
  default: 512,
  unit: 'bytes',
}

const LIVE: ParamSpec = {
  key: 'live',
  label: 'Live blocks',
  help: 'Blocks in use at the same time when the workload is at its height.',
  type: 'number',
  min: 1,
  max: 1_000_000,
  step: 1,
  default: 100,
  unit: 'count',
}

const REALLOC: ParamSpec = {
  key: 'realloc',
  label: 'Reallocs',
  help: 'Of 100 calls, how many resize a block that is in use.',
  type: 'number',
  min: 0,
  max: 90,
  step: 1,
  default: 0,
  unit: 'count',
}

const LARGE: ParamSpec = {
  key: 'large',
  label: 'Large requests',
  help: 'Of 100 requests, how many are large.',
  type: 'number',
  min: 0,
  max: 100,
  step: 1,
  default: 10,
  unit: 'count',
}

const COMMON = [OPERATIONS, MIN_SIZE, MAX_SIZE, LIVE, REALLOC]

/** All shapes, in the order pickers show them. */
export const SHAPES: readonly ShapeSpec[] = [
  {
    id: 'uniform',
    name: 'Uniform',
    summary: 'Sizes and lifetimes at random: the plainest test of any allocator.',
    params: COMMON,
  },
  {
    id: 'bimodal',
    name: 'Bimodal',
    summary: 'Many small blocks and a few large ones, as most programs have.',
    params: [...COMMON, LARGE],
  },
  {
    id: 'lifo',
    name: 'Last in, first out',
    summary: 'The newest block is freed first, as by nested function calls: kind to every allocator.',
    params: COMMON,
  },
  {
    id: 'fifo',
    name: 'First in, first out',
    summary: 'The oldest block is freed first, as by a queue of messages.',
    params: COMMON,
  },
  {
    id: 'ramp',
    name: 'Ramp and drop',
    summary:
      'Grows block by block, then drops everything at once, as by requests to a server: what stays of the heap?',
    params: COMMON,
  },
  {
    id: 'sawtooth',
    name: 'Sawtooth',
    summary: 'Grows, frees three quarters at random, grows again: survivors hold the heap in place.',
    params: COMMON,
  },
  {
    id: 'swiss-cheese',
    name: 'Swiss cheese',
    summary: 'Frees every other small block, then asks for large ones: much is free, and nothing fits.',
    params: COMMON,
  },
]

/** The shape with this id, or undefined. */
export function findShape(id: string): ShapeSpec | undefined {
  return SHAPES.find((shape) => shape.id === id)
}
