import { useCallback, useMemo, useRef, useState } from 'react'
import {
  answersLevel,
  choosePlace,
  compileErrors,
  inspect,
  levelHere,
  pointTo,
  questionNow,
  setMapRoom,
  setMapRows,
  shownDifference,
} from '../../state/index.ts'
import { Canvas, type Spot } from '../canvas/Canvas.tsx'
import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { useLab, useLabState, useThemeInForce } from '../context.ts'
import { later } from '../parts/later.tsx'
import { useFollowing } from './following.ts'
import { useGestures } from './gestures.ts'
import { drawGuess, guessMarks } from './guess.ts'
import { HeapHead } from './HeapHead.tsx'
import { HeapTrouble } from './HeapTrouble.tsx'
import { LANE_HEIGHT } from './lane.ts'
import { roomOn } from './room.ts'
import { addressAt, chunkAtPlace, drawScene, needsAway, type Scene, sceneOf } from './scene.ts'
import { useAway } from './use-away.ts'

// The first scene is shown without these.
const HeapMotion = later(
  () => import('./HeapMotion.tsx'),
  (part) => part.HeapMotion,
)
const Pointed = later(
  () => import('./Pointed.tsx'),
  (part) => part.Pointed,
)
const Overview = later(
  () => import('./Overview.tsx'),
  (part) => part.Overview,
)
const HeapText = later(
  () => import('./HeapText.tsx'),
  (part) => part.HeapText,
)
const Tooltip = later(
  () => import('./Tooltip.tsx'),
  (part) => part.Tooltip,
)
const LitPart = later(
  () => import('./LitPart.tsx'),
  (part) => part.LitPart,
)

/** The heap map with the free list below it. */
export function HeapView() {
  const lab = useLab()
  const isEmpty = useLabState((state) => state.moment === null)
  const isLit = useLabState((state) => state.lit !== null)
  const inspected = useLabState((state) => state.view.inspect)
  const predict = useLabState(questionNow)
  const marks = useMarks()
  const theme = useThemeInForce()
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const [hover, setHover] = useState<Spot | null>(null)

  const scene = useScene(size)
  useFollowing(scene, size, inspected, predict)
  const gestures = useGestures(scene, size)

  const draw = useCallback(
    (pen: Pen, area: Size, palette: Palette) => {
      if (scene === null) return
      drawScene(pen, scene, area, palette, marks)
      if (predict !== null) drawGuess(pen, scene.layout, guessMarks(predict), palette)
    },
    [scene, predict, marks],
  )
  const resize = (next: Size) => {
    setSize(next)
    const room = roomOn(next)
    setMapRoom(lab, room)
    setMapRows(lab, room.middle + 2)
  }
  const point = (spot: Spot | null) => {
    setHover(spot)
    pointTo(lab, spot === null || scene === null ? null : chunkAtPlace(scene, spot))
  }
  const pick = (spot: Spot, moved: boolean) => {
    if (moved || scene === null) return
    const spotted = chunkAtPlace(scene, spot) ?? addressAt(scene, spot)
    if (spotted === null || choosePlace(lab, spotted)) return
    inspect(lab, spotted)
  }

  return (
    <>
      <HeapHead />
      <HeapTrouble />
      {isLit && <LitPart />}
      <div className="heap-stage">
        <Canvas
          label="Heap map. The list after it says the same in words. Arrow up and down scroll, plus and minus zoom, 0 shows the whole heap."
          className="heap-canvas"
          draw={draw}
          theme={theme}
          onSize={resize}
          onHover={point}
          onRelease={pick}
          {...gestures}
        />
        {scene !== null && <HeapMotion scene={scene} />}
        {scene !== null && <Pointed scene={scene} />}
        {isEmpty && <Nothing />}
        {scene !== null && <Overview scene={scene} laneHeight={LANE_HEIGHT} />}
        {hover !== null && scene !== null && <Tooltip scene={scene} spot={hover} width={size.width} />}
        {!isEmpty && <HeapText />}
      </div>
    </>
  )
}

/** Where the chunks begin that have changed since the pinned moment. */
function useMarks(): ReadonlySet<number> {
  const difference = useLabState(shownDifference)
  return useMemo(() => new Set(difference?.chunks.marks), [difference])
}

/**
 * The scene of the moment on the screen. Until the moment has come that a new level needs, the scene before it stays:
 * half of one and half of the other would be a state that never was.
 */
function useScene(size: Size): Scene | null {
  const moment = useLabState((state) => state.moment)
  const from = useLabState((state) => state.view.mapFrom)
  const level = useLabState(levelHere)
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  const isAway = moment !== null && needsAway(moment, level)
  const away = useAway(isAway)
  const kept = useRef<Scene | null>(null)
  return useMemo(() => {
    const shown = kept.current
    if (moment === null || size.width === 0) kept.current = null
    else if ((shown === null || answersLevel(moment, level)) && (away !== null || !isAway))
      kept.current = sceneOf(moment, size, from, level, ownMalloc, away)
    return kept.current
  }, [moment, size, from, level, ownMalloc, isAway, away])
}

/** Before there is a moment: why the map is empty. */
function Nothing() {
  const read = useLabState((state) => state.info?.read ?? 0)
  const empty = useLabState(({ info }) => info?.complete === true && info.done === 0)
  const broken = useLabState((state) => state.info !== null && compileErrors(state.info).length > 0)
  const words = broken
    ? 'Nothing has been run yet: the program does not compile.'
    : empty
      ? 'There is nothing to show: this scenario has no operations. Edit it, or choose another one above.'
      : read < 1
        ? 'The source is being read.'
        : 'The run has begun; the first moment is on its way.'
  return <p className="aside nothing">{words}</p>
}
