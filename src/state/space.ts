import type { SpaceView } from '../engine/session/index.ts'
import type { Address } from '../engine/units.ts'

/** How the address space is shown: as a picture, to scale, or as the kernel's text. */
export type SpaceLook = 'picture' | 'scale' | 'maps'

/** A stretch of addresses under the magnifier, and what it is called. */
export interface Lens {
  readonly from: Address
  readonly to: Address
  readonly name: string
}

/** The address space on the screen. */
export interface SpaceState {
  /** As it was asked for last; null until it is looked at. */
  readonly view: SpaceView | null
  readonly look: SpaceLook
  /** What is magnified, each within the one before; empty shows the whole space. */
  readonly lenses: readonly Lens[]
}

export const NO_SPACE: SpaceState = { view: null, look: 'picture', lenses: [] }
