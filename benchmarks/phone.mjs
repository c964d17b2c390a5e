// Lighthouse on its own emulated phone, one JSON object a run. node phone.mjs PAGE RUNS, inside the folder of benchmarks/page.py.
import lighthouse from 'lighthouse'; import * as launcher from 'chrome-launcher'; import http from 'http'; import fs from 'fs'; import zlib from 'zlib';
const page = zlib.gzipSync(fs.readFileSync(process.argv[2]));
const server = http.createServer((q, a) => { if (q.url !== '/') { a.writeHead(404); return a.end(); }
  a.writeHead(200, {'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip'}); a.end(page); });
await new Promise(done => server.listen(0, done));
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
for (let run = 0; run < Number(process.argv[3] ?? 3); run++) {
  const chrome = await launcher.launch({chromePath: process.env.CHROMIUM || 'chromium', chromeFlags: flags});
  const only = ['performance', 'accessibility', 'best-practices', 'seo'];
  const {lhr} = await lighthouse(`http://127.0.0.1:${server.address().port}/`, {port: chrome.port, onlyCategories: only, logLevel: 'error'});
  const score = Object.fromEntries(only.map(name => [name, Math.round(lhr.categories[name].score * 100)]));
  const ms = name => Math.round(lhr.audits[name].numericValue);
  console.log(JSON.stringify({...score, fcp: ms('first-contentful-paint'), lcp: ms('largest-contentful-paint'), tbt: ms('total-blocking-time'),
    cls: +lhr.audits['cumulative-layout-shift'].numericValue.toFixed(3)}));
  await chrome.kill();
}
process.exit(0);
