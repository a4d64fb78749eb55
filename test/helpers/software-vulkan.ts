/**
 * SwiftShader, the Vulkan driver for processors that comes with Chromium: the tests of WebGPU compute with it. Mesa's lavapipe
 * does as well where it is new enough for Dawn (Debian 12's is not): name it in VK_DRIVER_FILES.
 */

import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where the loader, libvulkan1, may be. */
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'];

function browserFolders(): string[] {
  const playwright = path.join(homedir(), '.cache', 'ms-playwright');
  const builds = existsSync(playwright) ? readdirSync(playwright) : [];
  return [
    '/usr/lib/chromium',
    '/opt/google/chrome',
    ...builds.flatMap((build) =>
      ['chrome-linux', 'chrome-linux64'].map((folder) => path.join(playwright, build, folder)),
    ),
  ];
}

/** The driver's description for VK_DRIVER_FILES, which wins where it is set; undefined without a driver or a loader. */
export function findSoftwareVulkan(): string | undefined {
  if (process.env.VK_DRIVER_FILES) return process.env.VK_DRIVER_FILES;
  if (!LIBRARIES.some((folder) => existsSync(path.join(folder, 'libvulkan.so.1')))) return undefined;
  return browserFolders()
    .map((folder) => path.join(folder, 'vk_swiftshader_icd.json'))
    .find((file) => existsSync(file));
}
