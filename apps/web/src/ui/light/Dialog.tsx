import { type ReactNode, useEffect, useId, useRef } from "react";
import { useCopy } from "#copy/copy.tsx";
import css from "./Dialog.module.css";
import { IconX } from "./icons.ts";

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, the primary first. */
  actions?: ReactNode;
};

/** The browser's own dialog: Esc closes it, focus stays within, and goes back to where it came from. */
export function Dialog({ isOpen, onClose, title, children, actions }: DialogProps) {
  return isOpen ? <OpenDialog {...{ onClose, title, actions }}>{children}</OpenDialog> : null;
}

function OpenDialog({ onClose, title, children, actions }: Omit<DialogProps, "isOpen">) {
  const { parts } = useCopy();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const cameFrom = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    // The title first, so that a screen reader says what opened before its first control.
    if (!element?.querySelector("[autofocus]")) heading.current?.focus();
    return () => {
      element?.close();
      // An element that leaves the page while open gives focus back to nobody.
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={css["dialog"]}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={css["box"]}>
        <header className={css["head"]}>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className={css["close"]} onClick={onClose} aria-label={parts.close}>
            <IconX size={22} aria-hidden />
          </button>
        </header>
        <div className={css["body"]}>{children}</div>
        {actions && <footer className={css["actions"]}>{actions}</footer>}
      </div>
    </dialog>
  );
}
