/**
 * What of the job's environment the process keeps. Everything else (keys of the judge and of Opik, tokens of registries, whatever a
 * workflow sets for other steps) is taken out before a byte of a pull request is read, and handed to the one part that asks for
 * it by name; programs that the Action starts, git above all, inherit none of it.
 */

/** Where programs are and how they run: nothing that is secret. */
const KEPT = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|TERM|XDG_.*|NO_COLOR|FORCE_COLOR)$/,
  // The runner's files and places; its tokens are below.
  /^(CI|GITHUB_.*|RUNNER_.*|ACTIONS_.*|STATE_.*|ImageOS)$/,
  // TensorFlow, CUDA and the compiler of the binding.
  /^(TF_.*|CUDA_.*|NVIDIA_.*|LD_LIBRARY_PATH|OMP_.*|XLA_.*|VK_.*|CC|CXX|CPATH|LIBRARY_PATH)$/,
  // Where AWS is and who tells as whom to speak with it; keys themselves are taken.
  /^AWS_(REGION|DEFAULT_REGION|ENDPOINT_URL(_S3)?|PROFILE|CONFIG_FILE|SHARED_CREDENTIALS_FILE|CA_BUNDLE)$/,
  /^AWS_(ROLE_ARN|ROLE_SESSION_NAME|WEB_IDENTITY_TOKEN_FILE|CONTAINER_CREDENTIALS_(FULL|RELATIVE)_URI)$/,
  /^AWS_(CONTAINER_AUTHORIZATION_TOKEN_FILE|EC2_METADATA_DISABLED|STS_REGIONAL_ENDPOINTS)$/,
  // The way out, and whom to trust on it.
  /^(https?_proxy|no_proxy|all_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE)$/i,
  /^(PIP_.*|PYTHON.*|VIRTUAL_ENV|UV_.*|NODE_OPTIONS|GIT_SSL_.*|HF_HOME|HF_HUB_OFFLINE|LORA_GATE_.*)$/,
];

/** Kept by no pattern, whatever else says so. */
const TAKEN = [/^GITHUB_TOKEN$/, /TOKEN_REQUEST/, /_(KEY|SECRET|PASSWORD)$/];

export interface SplitEnvironment {
  kept: Record<string, string>;
  taken: Record<string, string>;
}

export function splitEnvironment(env: Readonly<Record<string, string | undefined>>): SplitEnvironment {
  const kept: Record<string, string> = {};
  const taken: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) continue;
    const keeps = KEPT.some((pattern) => pattern.test(name)) && !TAKEN.some((pattern) => pattern.test(name));
    (keeps ? kept : taken)[name] = value;
  }
  return { kept, taken };
}

/** What a log must never show: the values of what was taken and looks like a key. */
export function secretsOf(taken: Readonly<Record<string, string>>): string[] {
  return Object.entries(taken)
    .filter(([name, value]) => /TOKEN|KEY|SECRET|PASSWORD|CREDENTIAL/i.test(name) && value.length >= 8)
    .map(([, value]) => value);
}
