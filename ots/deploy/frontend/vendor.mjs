// Copies the files that pages use out of node_modules: node vendor.mjs FOLDER
// Run by the launcher on a developer's machine and by the Dockerfile, so both serve the same files.
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

const USWDS = "@uswds/uswds/dist";
const SERVED = {
  [`${USWDS}/css/uswds.min.css`]: "uswds/css/uswds.min.css",
  [`${USWDS}/css/uswds.min.css.map`]: "uswds/css/uswds.min.css.map",
  [`${USWDS}/js/uswds.min.js`]: "uswds/js/uswds.min.js",
  [`${USWDS}/js/uswds.min.js.map`]: "uswds/js/uswds.min.js.map",
  [`${USWDS}/js/uswds-init.min.js`]: "uswds/js/uswds-init.min.js",
  [`${USWDS}/js/uswds-init.min.js.map`]: "uswds/js/uswds-init.min.js.map",
  [`${USWDS}/fonts`]: "uswds/fonts",
  [`${USWDS}/img`]: "uswds/img",
  "@uswds/uswds/LICENSE.md": "uswds/LICENSE.md",
  "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
  "htmx.org/LICENSE": "htmx/LICENSE",
};
// Packages for tests, which a production image leaves out.
const TESTED = {
  "axe-core/axe.min.js": "axe/axe.min.js",
  "axe-core/LICENSE": "axe/LICENSE",
};
// Two thousand icons that no stylesheet names; pages take theirs from sprite.svg.
const LEFT_OUT = /\/img\/material-icons/;

const [destination] = process.argv.slice(2);
if (!destination) {
  console.error("Name the folder to copy into: node vendor.mjs FOLDER");
  process.exit(2);
}
const packages = join(process.cwd(), "node_modules");
const files = existsSync(join(packages, "axe-core")) ? { ...SERVED, ...TESTED } : SERVED;
for (const [from, to] of Object.entries(files)) {
  const target = join(destination, to);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(packages, from), target, {
    recursive: true,
    filter: (source) => !LEFT_OUT.test(source),
  });
}
