/** Where the storage is and as whom to speak with it, from the variables that AWS's own tools read. */

export interface S3Access {
  region?: string | undefined;
  /** Of storage that is not AWS. */
  endpoint?: string | undefined;
  /** Without them the SDK looks where it always does: profile, web identity, instance. */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | undefined;
}

export function s3AccessOf(variable: (name: string) => string | undefined): S3Access {
  const [accessKeyId, secretAccessKey] = [variable('AWS_ACCESS_KEY_ID'), variable('AWS_SECRET_ACCESS_KEY')];
  const sessionToken = variable('AWS_SESSION_TOKEN');
  return {
    region: variable('AWS_REGION') || variable('AWS_DEFAULT_REGION') || undefined,
    endpoint: variable('AWS_ENDPOINT_URL_S3') || variable('AWS_ENDPOINT_URL') || undefined,
    ...(accessKeyId &&
      secretAccessKey && {
        credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
      }),
  };
}
