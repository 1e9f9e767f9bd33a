import { type ReactNode, useEffect } from 'react';
import { ConnectScreens, type ConnectScreensProps } from '../../src/components/ConnectScreens/index.js';
import { Dialog } from '../../src/components/Dialog/index.js';

export interface HostPageProps extends ConnectScreensProps {
  /** The page's own stylesheet. */
  css: string;
  /** Class on the page's own element, where it sets variables. */
  className?: string | undefined;
  /** In a dialog, or in the page. @default false */
  inPage?: boolean | undefined;
}

/** The flow in a page that has a stylesheet of its own. */
export function HostPage({ css, className, inPage = false, ...screens }: HostPageProps): ReactNode {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [css]);
  const flow = <ConnectScreens {...screens} titleId="host-title" />;
  return (
    <div className={className}>
      {inPage ? (
        <section data-ack-slot="connect" aria-labelledby="host-title">
          {flow}
        </section>
      ) : (
        <Dialog aria-labelledby="host-title" className={screens.classNames === undefined ? undefined : 'host-dialog'} onClose={screens.onClose}>
          {flow}
        </Dialog>
      )}
    </div>
  );
}
