/** Ten variables of a brand, on any ancestor. */
export const TEN_VARIABLES = `
  .brand {
    --ack-surface: #fffdf7;
    --ack-text: #22301f;
    --ack-accent: #1f6f43;
    --ack-radius: 2px;
    --ack-density: 1;
    --ack-font: Georgia, serif;
    --ack-font-size: 16px;
    --ack-border: #d9d2bd;
    --ack-danger: #8f1d1d;
    --ack-dialog-width: 560px;
  }
`;

/** Five classes of a page: plain, unlayered rules. */
export const FIVE_CLASSES = `
  .host-dialog { border: 3px solid rgb(31 111 67); }
  .host-title { text-transform: uppercase; }
  .host-input { border-radius: 99px; }
  .host-item { background: rgb(247 251 247); }
  .host-foot { background: rgb(232 244 236); }
`;

export const CLASS_NAMES = { title: 'host-title', input: 'host-input', 'picker-item': 'host-item', 'dialog-footer': 'host-foot' } as const;

/** The order that a page with layered utilities declares, and what such a framework brings: a reset in its base, utilities at the end. */
export const LAYERED_UTILITIES = `
  @layer theme, base, ack, components, utilities;
  @layer base {
    *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
    button, input, select { font: inherit; color: inherit; background: transparent; border-radius: 0; }
    ol, ul { list-style: none; }
    a { color: inherit; text-decoration: inherit; }
    h1, h2, h3 { font-size: inherit; font-weight: inherit; }
    dialog { margin: 0; }
  }
  @layer utilities { .rounded-full { border-radius: 9999px; } .uppercase { text-transform: uppercase; } }
`;

/** What many pages carry since long: a reset outside of any layer, which wins over every layer. */
export const UNLAYERED_RESET = `
  *, ::before, ::after { box-sizing: border-box; }
  html, body, div, span, h1, h2, h3, p, ul, ol, li, dl, dt, dd, form, fieldset, legend, header, footer, section { margin: 0; border: 0; }
  ol, ul { list-style: none; }
  button, input { font-family: inherit; }
`;
