// Finds WebKitGTK with its WebDriver and a display for the wide tier. Debian's packages are installed as root; other systems are left as they are.
import { existsSync, readdirSync } from 'node:fs';
import { installFromDebian } from './lib/debian.mjs';

const DRIVERS = ['/usr/bin/WebKitWebDriver', '/usr/local/bin/WebKitWebDriver'];
const DISPLAYS = ['/usr/bin/Xvfb', '/usr/local/bin/Xvfb'];
const LIBRARIES = ['/usr/lib', '/usr/libexec', '/usr/lib64'];

/** The browser lies beside the library that it shows: `webkit2gtk-4.1/MiniBrowser`. */
function miniBrowser() {
  const folders = LIBRARIES.filter(existsSync).flatMap((library) => [library, ...readdirSync(library).map((name) => `${library}/${name}`)]);
  const versions = folders.flatMap((folder) => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) => `${folder}/${version}/MiniBrowser`));
  return versions.find(existsSync);
}

function installed() {
  const found = { driver: DRIVERS.find(existsSync), browser: miniBrowser(), display: DISPLAYS.find(existsSync) };
  return found.driver && found.browser && found.display ? found : null;
}

/**
 * The paths of the driver, of the browser and of a display server, or null: the tests in WebKit are then skipped by name.
 * @param {{ install?: boolean }} [options] `install: false` only looks. Default true.
 * @returns {Promise<{ driver: string, browser: string, display: string } | null>}
 */
export async function findWebKit({ install = true } = {}) {
  const present = installed();
  if (present !== null || !install) return present;
  return (await installFromDebian({ what: 'WebKitGTK', packages: ['webkit2gtk-driver', 'xvfb', 'xauth'] })) ? installed() : null;
}
