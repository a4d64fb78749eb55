/** The manifest that GitHub registers an App from: `app.yml` with the addresses of this server. Pure. */

import { parse } from 'yaml';
import { z } from 'zod';
import { WEBHOOK_PATH } from '../deliveries.ts';

const fields = z.strictObject({
  name: z.string().min(1).max(34, 'GitHub takes 34 characters'),
  description: z.string().max(400),
  url: z.url(),
  public: z.boolean(),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()).min(1),
});

export type AppFile = z.output<typeof fields>;

/** @throws ZodError where the file is not an App's */
export function readAppFile(yaml: string): AppFile {
  return fields.parse(parse(yaml));
}

/** JSON for the field `manifest` of GitHub's form. `publicUrl` has no slash at its end. */
export function manifestFor(app: AppFile, publicUrl: string): string {
  return JSON.stringify({
    ...app,
    hook_attributes: { url: `${publicUrl}${WEBHOOK_PATH}`, active: true },
    redirect_url: `${publicUrl}/setup/done`,
    callback_urls: [`${publicUrl}/login/callback`],
  });
}
