import { goToMoment, lightPlace, type MomentLink } from '../../../state/index.ts'
import { useLab } from '../../context.ts'
import { type Piece, piecesOf } from './pieces.ts'

interface Props {
  readonly text: string
  readonly moments: readonly MomentLink[]
}

/** A lesson's text: pieces of it go to the moment they speak of, and places light what lies there. */
export function LessonText({ text, moments }: Props) {
  return piecesOf(text, moments).map((piece) => <PieceView key={piece.at} piece={piece} />)
}

function PieceView({ piece }: { readonly piece: Piece }) {
  const lab = useLab()
  const { kind, text, open } = piece
  if (kind === 'code') return <code>{text}</code>
  if (kind === 'place')
    return (
      <button
        type="button"
        className="in-text place"
        title="Show this place"
        onClick={() => lightPlace(lab, text)}
      >
        {text}
      </button>
    )
  if (open !== undefined)
    return (
      <button
        type="button"
        className="in-text"
        title="Go to this moment"
        onClick={() => void goToMoment(lab, open)}
      >
        {text}
      </button>
    )
  return text
}
