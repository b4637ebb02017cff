import { CALLOC, FREE, FREE_KEEP, MALLOC, MEMALIGN, REALLOC } from '../trace.ts'
import { FREED, LIVE, type Lives, NEVER, UNSURE } from './lives.ts'
import { oddities } from './oddities.ts'

type Say = (value: number) => string

/** Follows what an operation does to its id, and warns where programs do not do so. `size` is what it asks for. */
export function followLife(
  lives: Lives,
  kind: number,
  index: number,
  size: number,
  warn: (say: Say) => void,
): void {
  switch (kind) {
    case MALLOC:
    case CALLOC:
    case MEMALIGN:
      if (kind === MALLOC && size === 0) warn(oddities.zeroMalloc)
      allocate(lives, index, warn)
      break
    case REALLOC:
      resize(lives, index, size, warn)
      break
    case FREE:
    case FREE_KEEP:
      release(lives, kind, index, warn)
  }
}

function allocate(lives: Lives, index: number, warn: (say: Say) => void): void {
  const before = lives.state(index)
  if (before === LIVE) warn(oddities.idOverwritten)
  else if (before === FREED) warn(oddities.idReused)
  lives.set(index, LIVE)
}

function resize(lives: Lives, index: number, size: number, warn: (say: Say) => void): void {
  const before = lives.state(index)
  if (before === NEVER || before === FREED) warn(oddities.reallocFirst)
  if (size === 0) warn(oddities.zeroRealloc)
  lives.set(index, size === 0 ? UNSURE : LIVE)
}

function release(lives: Lives, kind: number, index: number, warn: (say: Say) => void): void {
  if (index < 0) {
    warn(oddities.freeNull)
    return
  }
  const before = lives.state(index)
  if (before === NEVER) warn(oddities.freeUnknown)
  else if (before === FREED && kind === FREE) warn(oddities.freeAgain)
  lives.set(index, kind === FREE ? FREED : UNSURE)
}
