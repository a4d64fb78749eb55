import { defineConfig } from 'vitest/config';
import { findSoftwareVulkan } from './test/helpers/software-vulkan.ts';

/** Against the same numbers on WebGPU, computed by a Vulkan driver for processors. */
const WEBGPU_TESTS = [
  'test/model/golden.test.ts',
  'test/train/golden.test.ts',
  'test/runtime/webgpu*.test.ts',
];

const driver = findSoftwareVulkan();
if (driver === undefined) {
  console.warn(
    'WEBGPU IS NOT TESTED: no Vulkan driver for processors is here; `apt-get install chromium libvulkan1` brings one',
  );
}

export default defineConfig({
  test: {
    globalSetup: ['test/helpers/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'tests', include: ['test/**/*.test.ts'], exclude: ['test/runtime/webgpu*.test.ts'] },
      },
      ...(driver === undefined
        ? []
        : [
            {
              extends: true as const,
              test: {
                name: 'webgpu',
                include: WEBGPU_TESTS,
                env: { LORA_GATE_TEST_RUNTIME: 'webgpu', VK_DRIVER_FILES: driver },
              },
            },
          ]),
    ],
  },
});
