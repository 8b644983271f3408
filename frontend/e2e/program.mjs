// Starts the real program in browser mode with a home of its own, and a browser.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
const binary = process.env.TENDRIL_BROWSER_BIN ?? join(root, 'bin/tendril-browser');
const chrome = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The day on which all of it takes place. */
export const today = process.env.TENDRIL_TODAY ?? '2026-06-09';

// TENDRIL_SLOW=4 walks as on a machine four times slower, and every answer of the program comes
// late: it shows where a person, or a walk, goes on before the answer is there. For a run now and
// then by hand: `TENDRIL_SLOW=4 node e2e/run.mjs`.
const slower = Number(process.env.TENDRIL_SLOW ?? 1);

/** Starts the program on nothing; `address()` is the last one it printed, as each works once. */
export async function startProgram(...args) {
  if (!existsSync(binary)) throw new Error(`${binary} is not built`);
  const home = mkdtempSync(join(tmpdir(), 'tendril-e2e-'));
  const env = {
    ...process.env,
    HOME: home,
    XDG_STATE_HOME: join(home, 'state'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DOCUMENTS_DIR: join(home, 'documents'),
    TENDRIL_TODAY: today,
    TENDRIL_WORKSPACE: '',
  };
  const child = spawn(binary, ['--browser', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stderr.on('data', (text) => process.stderr.write(text));
  const ready = new Promise((done, fail) => {
    child.stdout.on('data', (text) => {
      printed += text;
      if (/http:\/\/\S+/.test(printed)) done();
    });
    child.on('exit', (code) => fail(new Error(`the program ended with ${code}`)));
  });
  await ready;
  return {
    home,
    address: () => printed.match(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/g).at(-1),
    /** Ends the program; `keep` leaves its files for another one, until it is stopped again. */
    async stop({ keep = false } = {}) {
      const gone = new Promise((done) => child.once('exit', done));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await gone;
      }
      if (!keep) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Starts the system's Chromium. */
export function startBrowser() {
  const flags = (process.env.CHROMIUM_FLAGS ?? '--no-sandbox --disable-gpu --disable-dev-shm-usage')
    .split(' ')
    .filter(Boolean);
  return chromium.launch({ executablePath: chrome, args: flags });
}

/** Opens a page that fails the run when it asks for anything outside this machine, or logs an error. */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // What fades in has too little contrast meanwhile, and the app respects this wish.
    reducedMotion: 'reduce',
    ...options,
  });
  // A message that goes by itself must not have gone before a busy machine looks for it.
  await context.addInitScript(() => {
    const wait = window.setTimeout.bind(window);
    window.setTimeout = (deed, time = 0, ...rest) =>
      wait(deed, time < 4000 ? time : time * 20, ...rest);
  });
  const page = await context.newPage();
  if (slower > 1) await slowDown(page);
  // Of a machine that is shared half a minute may be taken away; what is there is not waited for.
  page.setDefaultTimeout(90_000);
  const problems = [];
  let asked = 0;
  const isCall = (request) => request.resourceType() === 'fetch';
  const answered = (request) => {
    if (isCall(request)) asked -= 1;
  };
  page.on('requestfinished', answered);
  page.on('requestfailed', answered);
  page.on('request', (request) => {
    if (isCall(request)) asked += 1;
    const { protocol, hostname } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') {
      problems.push(`asked for ${request.url()}`);
    }
  });
  page.on('response', async (response) => {
    if (response.status() < 400) return;
    const question = response.request().postData() ?? response.url();
    problems.push(`${response.status()} for ${question}: ${await response.text().catch(() => '')}`);
  });
  page.on('pageerror', (error) => problems.push(`error in the page: ${error.message}`));
  page.on('console', (message) => {
    const failedCall = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !failedCall) problems.push(`console: ${message.text()}`);
  });
  await page.goto(address);
  /** Waits until the page has had every answer of the program for a while. */
  const settled = async () => {
    for (let quiet = 0; quiet < 4; quiet = asked === 0 ? quiet + 1 : 0) {
      await page.waitForTimeout(100);
      // A page that has no time to run has not asked yet.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn())));
    }
  };
  return { page, context, problems, settled };
}

/** Takes processor time from the page, and lets the program's answers wait: 150 to 400 ms each. */
async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  let calls = 0;
  await page.route('**/call', async (route) => {
    calls += 1;
    try {
      const answer = await route.fetch();
      // Unequal, so that answers also come in another order than they were asked for.
      await delay(150 + ((calls * 97) % 251));
      await route.fulfill({ response: answer });
    } catch {
      // The page has gone meanwhile.
    }
  });
}
