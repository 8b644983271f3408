import { startProgram, startBrowser } from './program.mjs';
const program = await startProgram('--sample', '/tmp/h-align-data/s.tendril');
const browser = await startBrowser();
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
page.on('console', (m) => m.type() === 'error' && console.log(m.text()));
await page.goto(program.address());
await page.waitForTimeout(1500);
const shot = async (n) => { await page.waitForTimeout(700); await page.screenshot({ path: `/tmp/h-align-data/${n}.png` }); };
const go = async (h) => { await page.evaluate((x) => { location.hash = x; }, h); await page.waitForTimeout(800); };
for (const [n, h] of JSON.parse(process.env.SHOTS)) { await go(h); if (n.endsWith('-open')) await page.getByRole('button', { name: /^What “/ }).first().click(); if (n.endsWith('-edit')) await page.getByRole('button', { name: /^Edit “/ }).first().click(); await shot(n); }
await browser.close(); await program.stop();
