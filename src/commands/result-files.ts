/** The files that people and programs read of a result: result.json, comment.md and report.html, always of the same result. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../adapter/atomic-file.ts';
import { renderReport } from '../report/html/report.ts';
import { renderComment } from '../report/markdown.ts';
import { parseResult, type Result } from '../report/result.ts';

export interface ResultFiles {
  comment: string;
  resultPath: string;
  commentPath: string;
  reportPath: string;
}

/** Writes all three into `folder`, each of them whole or not at all. */
export async function writeResultFiles(folder: string, result: Result): Promise<ResultFiles> {
  const text = `${JSON.stringify(result, null, 2)}\n`;
  // What is written must be what readers accept.
  parseResult(text, { file: 'result.json' });
  const comment = renderComment(result);
  const report = renderReport(result);
  await mkdir(folder, { recursive: true });
  const write = async (name: string, content: string) => {
    const file = path.join(folder, name);
    await replaceFile(file, (temporary) => writeFile(temporary, content));
    return file;
  };
  return {
    comment,
    resultPath: await write('result.json', text),
    commentPath: await write('comment.md', comment),
    reportPath: await write('report.html', report),
  };
}
