/**
 * A Vulkan driver that computes on the processor, for the tests of WebGPU: SwiftShader, which comes with Chromium, or Mesa's
 * lavapipe. Dawn wants one newer than Debian 12's Mesa.
 */

import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

function candidates(): string[] {
  const playwright = path.join(homedir(), '.cache/ms-playwright');
  const browsers = existsSync(playwright)
    ? readdirSync(playwright).flatMap((name) =>
        ['chrome-linux', 'chrome-linux64'].map((folder) => path.join(playwright, name, folder)),
      )
    : [];
  const folders = ['/usr/lib/chromium', '/usr/lib/chromium-browser', '/opt/google/chrome', ...browsers];
  return [
    ...folders.map((folder) => path.join(folder, 'vk_swiftshader_icd.json')),
    '/usr/share/vulkan/icd.d/lvp_icd.x86_64.json',
    '/usr/share/vulkan/icd.d/lvp_icd.json',
  ];
}

/** Names the driver to the Vulkan loader of this process, unless one is named already; before WebGPU is loaded. */
export function useSoftwareVulkan(): void {
  const found = candidates().find((file) => existsSync(file));
  if (found !== undefined) process.env.VK_DRIVER_FILES ??= found;
}
