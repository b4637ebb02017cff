import { useMemo } from 'react'
import { tellTrouble } from '../../state/index.ts'
import { codeFileName } from '../../state/sheet.ts'
import { useLab } from '../context.ts'
import { saveFile } from '../saving.ts'
import { codeOf, codePng, codeSvg } from './qr-code.ts'

interface Props {
  readonly url: string
  readonly children?: React.ReactNode
}

/** A link as a QR code: always dark on white, because not every reader takes the reverse. To be taken along as a file. */
export function QrCode({ url, children }: Props) {
  const lab = useLab()
  const code = useMemo(() => codeOf(url), [url])
  const { size, path } = code
  const name = (extension: 'svg' | 'png') =>
    codeFileName(lab.store.getState().scenario?.title ?? '', extension)
  const savePng = async () => {
    const picture = await codePng(code)
    if (picture !== null) return saveFile(name('png'), picture)
    tellTrouble(lab, 'The picture could not be made', 'This browser does not draw it. SVG works everywhere.')
  }
  return (
    <>
      <svg
        className="qr"
        role="img"
        aria-label="QR code of the link"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <div className="copy-foot">
        <p>{children}</p>
        <button
          type="button"
          className="button"
          onClick={() => lab.services.download(name('svg'), codeSvg(code))}
        >
          Download SVG
        </button>
        <button type="button" className="button" onClick={() => void savePng()}>
          Download PNG
        </button>
      </div>
    </>
  )
}
