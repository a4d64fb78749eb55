/**
 * The few calls on S3 or storage that speaks like it, with what they need from the environment: where, as whom, how often and how long
 * they try. Says in one line what went wrong, without a secret in it. Does not know what is stored.
 */

import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { messageOf, UserError } from '../../errors.ts';
import { silentLogger } from '../../log.ts';
import type { S3Access } from './s3-access.ts';

export interface S3Place {
  bucket: string;
  /** Without a slash at its ends; may be empty. */
  prefix: string;
}

export interface StoredObject {
  key: string;
  bytes: number;
  modified: number;
}

export interface S3Objects {
  /** The object's content; undefined where there is none. */
  read(key: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** @returns false where `onlyNew` found that there is one already */
  write(key: string, content: Uint8Array, options?: { onlyNew: boolean }): Promise<boolean>;
  /** Copies a file; the storage compares what arrives with its SHA-256, 64 hex digits. */
  upload(key: string, file: { path: string; bytes: number; sha256: string }): Promise<void>;
  remove(key: string): Promise<void>;
  /** Every object whose key starts with `prefix`. */
  list(prefix: string): AsyncGenerator<StoredObject>;
}

export interface S3Options {
  signal?: AbortSignal | undefined;
  /** Milliseconds: until a connection stands, and without a byte on it. */
  connectMs?: number;
  idleMs?: number;
}

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 200;

/** @throws UserError `store-refused` where bucket, region or credentials are not right; else an Error with a line for people */
export function openS3(place: S3Place, access: S3Access, options: S3Options = {}): S3Objects {
  const { region, endpoint, credentials } = access;
  const { signal, connectMs = 5000, idleMs = 60_000 } = options;
  const client = new S3Client({
    // Storage that is not AWS has no regions, or does not mind which.
    ...((region ?? endpoint) && { region: region ?? 'us-east-1' }),
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    maxAttempts: ATTEMPTS,
    // It would write to the console by itself.
    logger: silentLogger,
    requestHandler: { connectionTimeout: connectMs, socketTimeout: idleMs },
    // Every file has a SHA-256 of ours; newer kinds of checksums are unknown to much of the storage that is not AWS.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const secrets = [credentials?.secretAccessKey, credentials?.sessionToken, credentials?.accessKeyId];
  const told = (error: unknown) => explain(error, place, secrets);
  const abort = signal ? { abortSignal: signal } : {};
  const { bucket: Bucket } = place;

  return {
    async read(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key }), abort);
        return Body as unknown as AsyncIterable<Uint8Array>;
      } catch (error) {
        if (['NoSuchKey', 'NotFound'].includes(nameOf(error))) return undefined;
        throw told(error);
      }
    },

    async write(key, content, { onlyNew } = { onlyNew: false }) {
      const put = (condition: { IfNoneMatch?: string }) =>
        client.send(
          new PutObjectCommand({
            Bucket,
            Key: key,
            Body: content,
            ContentType: 'application/json',
            ...condition,
          }),
          abort,
        );
      try {
        // Storage that does not know the condition overwrites: the same key means the same content.
        await put(onlyNew ? { IfNoneMatch: '*' } : {}).catch((error: unknown) => {
          if (onlyNew && nameOf(error) === 'NotImplemented') return put({});
          throw error;
        });
        return true;
      } catch (error) {
        if (onlyNew && ['PreconditionFailed', 'ConditionalRequestConflict'].includes(nameOf(error)))
          return false;
        throw told(error);
      }
    },

    async upload(key, { path, bytes, sha256 }) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          // The SDK does not send a stream twice; a new one for each attempt does.
          const input = { Bucket, Key: key, Body: createReadStream(path), ContentLength: bytes };
          const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
          await client.send(new PutObjectCommand({ ...input, ChecksumSHA256 }), abort);
          return;
        } catch (error) {
          if (attempt === ATTEMPTS || !mayPass(error) || signal?.aborted) throw told(error);
          await sleep(FIRST_PAUSE_MS * 2 ** attempt, undefined, { ...(signal && { signal }) });
        }
      }
    },

    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }), abort).catch((error: unknown) => {
        throw told(error);
      });
    },

    async *list(prefix) {
      let token: string | undefined;
      do {
        const input = { Bucket, Prefix: prefix, ...(token && { ContinuationToken: token }) };
        const page = await client.send(new ListObjectsV2Command(input), abort).catch((error: unknown) => {
          throw told(error);
        });
        for (const { Key: key = '', Size: bytes = 0, LastModified } of page.Contents ?? [])
          yield { key, bytes, modified: LastModified?.getTime() ?? 0 };
        token = page.NextContinuationToken;
      } while (token !== undefined);
    },
  };
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

/** Whether the same request may succeed later: the server had trouble, or did not answer. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return nameOf(error) !== 'CredentialsProviderError';
  const { httpStatusCode: status = 500 } = error.$metadata;
  return status >= 500 || status === 429 || nameOf(error) === 'RequestTimeout';
}

/** What only people can mend: a name, and what it is about. */
const REFUSALS: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no such bucket',
  PermanentRedirect: 'the bucket is in another region',
  AuthorizationHeaderMalformed: 'the bucket is in another region',
  InvalidAccessKeyId: 'the access key is unknown',
  SignatureDoesNotMatch: 'the secret key is wrong',
  ExpiredToken: 'the session token has expired',
  InvalidToken: 'the session token is wrong',
  CredentialsProviderError: 'there are no credentials',
};

function explain(error: unknown, { bucket }: S3Place, secrets: readonly (string | undefined)[]): Error {
  const refusal = /Region is missing/.test(messageOf(error)) ? 'no region is set' : REFUSALS[nameOf(error)];
  if (refusal !== undefined) {
    return new UserError(
      'store-refused',
      `the storage does not let anybody into s3://${bucket}: ${refusal}`,
      {
        hint: 'Check the bucket, AWS_REGION, AWS_ENDPOINT_URL_S3 for storage that is not AWS, and the credentials of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or of the profile; `lora-gate doctor --store` tries them.',
      },
    );
  }
  const status =
    error instanceof S3ServiceException ? ` (HTTP ${error.$metadata.httpStatusCode ?? '?'})` : '';
  const text = `${nameOf(error)}: ${messageOf(error)}${status}`;
  // No cause: it holds the request with its headers.
  return new Error(
    secrets.reduce<string>((shown, secret) => (secret ? shown.replaceAll(secret, '***') : shown), text),
  );
}
