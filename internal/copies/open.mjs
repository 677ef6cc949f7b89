// open.mjs JOBS.json PAGES: opens copies with pdf.js, by their password and not by another's, and reads every page.
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [jobs, pages] = [JSON.parse(readFileSync(process.argv[2], "utf8")), Number(process.argv[3])];
const open = (file, password) => getDocument({ data: new Uint8Array(readFileSync(file)), password, verbosity: 0 }).promise;

for (const job of jobs) {
  const doc = await open(job.file, job.mine);
  if (doc.numPages !== pages) throw new Error(`${job.copy}: ${doc.numPages} pages, not ${pages}`);
  for (let n = 1; n <= pages; n++) {
    const page = await doc.getPage(n);
    const said = (await page.getTextContent()).items.map((i) => i.str).join("");
    if (!said.includes(job.copy)) throw new Error(`${job.copy}: page ${n} does not say so`);
    if (!(await page.getStructTree())) throw new Error(`${job.copy}: page ${n} has no structure`);
  }
  await doc.destroy();
  let refused = false;
  try {
    await open(job.file, job.other);
  } catch (e) {
    refused = e.name === "PasswordException";
  }
  if (!refused) throw new Error(`${job.copy}: opened by somebody else's password`);
}
