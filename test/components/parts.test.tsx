import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { userEvent as keys } from 'vitest/browser';
import { Badge, Button, Details, Facts, Icon, IconButton, Notice, Skeleton, Spinner, Status, Tile } from '../../src/components/parts/index.js';
import { rootProps } from '../../src/internal/index.js';
import '../../src/styles.css';
import { describeConformance, violations } from './conformance.js';

describe('Badge', () => {
  describeConformance<HTMLSpanElement>({ draw: (props) => <Badge {...props}>Writes</Badge>, tag: 'span', slot: 'badge' });
});

describe('Button', () => {
  describeConformance<HTMLButtonElement>({ draw: (props) => <Button {...props}>Save</Button>, tag: 'button', slot: 'button' });

  it('submits no form unless it is told to', async () => {
    const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button>Later</Button>
        <Button type="submit">Save</Button>
      </form>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it('submits nothing while it is loading, and stays focusable', async () => {
    const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" loading>
          Save
        </Button>
      </form>,
    );
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByRole('button')).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('Details', () => {
  describeConformance<HTMLDetailsElement>({ draw: (props) => <Details {...props} summary="More" />, tag: 'details', slot: 'details' });

  it('opens by keyboard', async () => {
    render(<Details summary="Technical details">Code: timeout</Details>);
    expect(screen.getByText('Code: timeout')).not.toBeVisible();
    // The browser's own keys: what <details> does with them is the browser's.
    await keys.tab();
    await keys.keyboard('{Enter}');
    expect(screen.getByText('Code: timeout')).toBeVisible();
  });
});

describe('Facts', () => {
  describeConformance<HTMLDListElement>({ draw: (props) => <Facts {...props} facts={[['Code', 'timeout']]} />, tag: 'dl', slot: 'facts' });

  it('pairs each name with its value', () => {
    render(
      <Facts
        facts={[
          ['Code', 'timeout'],
          ['Reference', 'r-1'],
        ]}
      />,
    );
    expect(screen.getAllByRole('term').map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`)).toEqual([
      'Code: timeout',
      'Reference: r-1',
    ]);
  });
});

describe('Icon', () => {
  describeConformance<SVGSVGElement>({ draw: (props) => <Icon {...props} name="arrow" />, tag: 'svg', slot: 'icon' });

  it('turns round only where it points along the text', () => {
    const { container } = render(
      <div dir="rtl">
        <Icon name="arrow" />
        <Icon name="search" />
      </div>,
    );
    expect([...container.querySelectorAll('svg')].map((icon) => getComputedStyle(icon).scale)).toEqual(['-1 1', 'none']);
  });
});

describe('IconButton', () => {
  describeConformance<HTMLButtonElement>({ draw: (props) => <IconButton {...props} icon="x" label="Close" />, tag: 'button', slot: 'icon-button' });

  it('is named, and large enough to hit at every density', () => {
    for (const density of ['-1', '0', '1']) {
      const { container, unmount } = render(<IconButton icon="x" label="Close" />);
      container.style.setProperty('--ack-density', density);
      expect(screen.getByRole('button', { name: 'Close' }).getBoundingClientRect().width).toBeGreaterThanOrEqual(24);
      expect(container.querySelector('[data-ack-slot=icon-button]')?.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
      unmount();
    }
  });
});

describe('Notice', () => {
  describeConformance<HTMLDivElement>({ draw: (props) => <Notice {...props} title="Kept" />, tag: 'div', slot: 'notice' });

  it('draws text and actions only where there are any', () => {
    const { container, rerender } = render(<Notice title="Kept" />);
    expect(container.querySelector('[data-ack-slot=notice-text], [data-ack-slot=notice-actions]')).toBeNull();
    rerender(
      <Notice title="Kept" actions={<Button>Try again</Button>}>
        Nothing was lost.
      </Notice>,
    );
    expect(container.querySelectorAll('[data-ack-slot=notice-text], [data-ack-slot=notice-actions]')).toHaveLength(2);
  });
});

describe('Status', () => {
  describeConformance<HTMLDivElement>({ draw: (props) => <Status {...props} mark={null} title="Done" />, tag: 'div', slot: 'status' });

  it('has a title that focus can be moved to, but that is no stop of the tab key', async () => {
    render(<Status mark={<Tile name="HubSpot" size="lg" />} badge="success" title="Acme is connected" description="Done." />);
    await userEvent.tab();
    expect(document.body).toHaveFocus();
    screen.getByRole('heading', { name: 'Acme is connected' }).focus();
    expect(screen.getByRole('heading')).toHaveFocus();
  });
});

describe('Spinner', () => {
  it('is not seen in a wait of under 300 milliseconds', () => {
    const { container } = render(<Spinner />);
    const spinner = container.firstElementChild ?? document.body;
    // Its own clock is moved: a busy machine draws the first frame when it can.
    const opacityAfter = (ms: number) => {
      for (const animation of spinner.getAnimations()) {
        animation.pause();
        animation.currentTime = ms;
      }
      return getComputedStyle(spinner).opacity;
    };
    expect(opacityAfter(0)).toBe('0');
    expect(opacityAfter(299)).toBe('0');
    expect(Number(opacityAfter(600))).toBeGreaterThan(0.5);
  });
});

describe('Tile', () => {
  describeConformance<HTMLSpanElement>({ draw: (props) => <Tile {...props} name="HubSpot" />, tag: 'span', slot: 'tile' });

  it('shows the first letter in a hue that stays the same', () => {
    const { container } = render(
      <>
        <Tile name=" stripe" />
        <Tile name=" stripe" />
        <Tile name="Fernway" host />
      </>,
    );
    const [first, second, host] = container.querySelectorAll<HTMLElement>('[data-ack-slot=tile]');
    expect(first).toHaveTextContent('S');
    expect(first?.dataset.tint).toMatch(/^[1-6]$/);
    expect(second?.dataset.tint).toBe(first?.dataset.tint);
    expect(host?.dataset.tint).toBeUndefined();
  });

  it('takes a whole character, also one outside the basic plane', () => {
    const { container } = render(<Tile name="🦊 Fox CRM" />);
    expect(container.querySelector('[data-ack-slot=tile]')).toHaveTextContent(/^🦊$/u);
  });

  it.each([
    ['\u202E\u2067 acme', 'A'],
    ['\u0301e\u0301cole', 'E\u0301'],
    ['(12) Files', '1'],
    [' & ', '&'],
    ['+/-', '+'],
    ['\uD83D', ''],
    ['  ', ''],
  ])('of %j takes what has a shape of its own', (name, letter) => {
    const { container } = render(<Tile name={name} />);
    expect(container.querySelector('[data-ack-slot=tile]')?.textContent).toBe(letter);
  });

  it.each(['', 'javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,<b>', 'file:///logo.png', 'ftp://logo.example/a.png', 'mailto:a@b.example/c'])(
    'does not ask for a logo at %j',
    (iconUrl) => {
      const { container } = render(<Tile name="Acme" iconUrl={iconUrl} />);
      expect(container.querySelector('img')).toBeNull();
      expect(container).toHaveTextContent('A');
    },
  );

  it.each([
    ...['https://logo.example/a.png', '/logos/a.svg', 'logos/a.svg', 'a.svg', 'data:image/png;base64,AAAA'],
    ...['/proxy?url=https://logo.example/a.png', 'proxy/https://logo.example/a.png', '?logo=a:b', '//cdn.example:8443/a.svg'],
  ])('asks for one at %j', (iconUrl) => {
    const { container } = render(<Tile name="Acme" iconUrl={iconUrl} />);
    expect(container.querySelector('img')?.getAttribute('src')).toBe(iconUrl);
  });

  it('shows the letter where the logo does not load, and tries another one', async () => {
    const { container, rerender } = render(<Tile name="HubSpot" iconUrl="data:image/png;base64,AAAA" />);
    await waitFor(() => expect(container).toHaveTextContent('H'));
    rerender(<Tile name="HubSpot" iconUrl="data:image/gif;base64,R0lGODlhAQABAAAAACw=" />);
    expect(container.querySelector('img')).not.toBeNull();
  });

  it('tells the server of a logo nothing about the page', () => {
    const { container } = render(<Tile name="HubSpot" iconUrl="https://example.com/logo.svg" />);
    expect(container.querySelector('img')).toHaveAttribute('referrerpolicy', 'no-referrer');
  });
});

describe('all parts together', () => {
  it.each(['light', 'dark'])('have no finding of axe, %s', async (theme) => {
    const { container } = render(
      <div data-ack-theme={theme} {...rootProps('screen')}>
        {(['primary', 'secondary', 'ghost', 'danger-ghost'] as const).map((variant) => (
          <Button key={variant} variant={variant}>
            {variant}
          </Button>
        ))}
        <IconButton icon="x" label="Close" />
        {(['danger', 'success', 'warning', 'info'] as const).map((tone) => (
          <Notice key={tone} tone={tone} title={tone}>
            <Badge tone={tone}>{tone}</Badge> Nothing was lost.
          </Notice>
        ))}
        <Details summary="Technical details" open>
          <Facts facts={[['Code', 'timeout']]} />
        </Details>
        <Status mark={<Tile name="HubSpot" />} badge="danger" title="It did not work" description="Nothing was saved." />
        <Skeleton width="m" />
        <p>
          <Spinner /> Loading
        </p>
      </div>,
    );
    container.style.background = theme === 'dark' ? '#17181b' : '#fff';
    expect(await violations(container)).toEqual([]);
  });
});

it('gives everything that is pressed by a finger 40 px', () => {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].flatMap(touchRules));
  const tall = rules.filter(({ style }) => style.minBlockSize === '40px');
  render(
    <>
      <Button size="sm">Retry</Button>
      <IconButton label="More" icon="more" />
      <Details summary="Reason given">Why</Details>
    </>,
  );
  const pressed = [...screen.getAllByRole('button'), screen.getByText('Reason given')];
  expect(pressed.filter((one) => !tall.some(({ selectorText }) => one.matches(selectorText)))).toEqual([]);
});

/** What holds where the pointer is a finger, in whatever layer. */
function touchRules(rule: CSSRule): CSSStyleRule[] {
  if (rule instanceof CSSMediaRule) {
    return rule.conditionText === '(pointer: coarse)' ? [...rule.cssRules].filter((inner) => inner instanceof CSSStyleRule) : [];
  }
  if (rule instanceof CSSImportRule) return [...(rule.styleSheet?.cssRules ?? [])].flatMap(touchRules);
  // The rules of one version stand inside one that names it.
  return rule instanceof CSSLayerBlockRule || rule instanceof CSSStyleRule ? [...rule.cssRules].flatMap(touchRules) : [];
}
