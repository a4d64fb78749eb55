/** A bucket of the test's server, looked into and changed behind the store's back. */

import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3Server } from './s3-server.ts';

export interface TestBucket {
  get(key: string): Promise<Buffer>;
  put(key: string, content: Buffer | string): Promise<void>;
  remove(key: string): Promise<void>;
  /** Up to a thousand keys. */
  list(prefix: string): Promise<string[]>;
}

export async function openBucket({ url }: S3Server, name: string): Promise<TestBucket> {
  const client = new S3Client({
    ...{ endpoint: url, region: 'eu-central-1', forcePathStyle: true },
    credentials: { accessKeyId: 'of-the-test', secretAccessKey: 'of-the-test' },
  });
  const Bucket = name;
  const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' as const };
  await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  return {
    async get(Key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    },
    async put(Key, Body) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    async list(Prefix) {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
      return Contents.map(({ Key = '' }) => Key);
    },
  };
}
