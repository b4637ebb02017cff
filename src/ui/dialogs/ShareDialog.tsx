import { downloadScenario } from '../../state/index.ts'
import { useLab } from '../context.ts'
import { count } from '../format.ts'
import { Modal } from '../parts/Modal.tsx'

/** The link, selected, for browsers that do not let a page write to the clipboard. */
export function ShareDialog({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  return (
    <Modal title="Share this moment" onClose={onClose}>
      <p>The link is in the address bar, and here to copy:</p>
      <textarea
        className="mono link"
        aria-label="Link"
        readOnly
        value={url}
        rows={5}
        ref={(field) => field?.select()}
      />
    </Modal>
  )
}

/** The scenario does not fit into a link: it can go as a file. */
export function TooLongDialog({
  length,
  onClose,
}: {
  readonly length: number
  readonly onClose: () => void
}) {
  const lab = useLab()
  return (
    <Modal title="Too long for a link" onClose={onClose}>
      <p>
        The link would have {count(length)} characters. Beyond 8,000, mail and chat programs cut links off. A
        scenario file holds the same: scenario, position and view. Whoever opens it here sees this very
        moment.
      </p>
      <p className="modal-actions">
        <button type="button" className="button primary" onClick={() => downloadScenario(lab)}>
          Download the scenario file
        </button>
      </p>
    </Modal>
  )
}
