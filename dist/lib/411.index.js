export const id = 411;
export const ids = [411];
export const modules = {

/***/ 45411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openS3: () => (/* binding */ openS3)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53711);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19601);
/**
 * The few calls on S3 or storage that speaks like it, with what they need from the environment: where, as whom, how often and how long
 * they try. Says in one line what went wrong, without a secret in it. Does not know what is stored.
 */





const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 200;
/** @throws UserError `store-refused` where bucket, region or credentials are not right; else an Error with a line for people */
function openS3(place, access, options = {}) {
    const { region, endpoint, credentials } = access;
    const { signal, connectMs = 5000, idleMs = 60_000 } = options;
    const client = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__/* .S3Client */ .YxF({
        // Storage that is not AWS has no regions, or does not mind which.
        ...((region ?? endpoint) && { region: region ?? 'us-east-1' }),
        ...(endpoint && { endpoint, forcePathStyle: true }),
        ...(credentials && { credentials }),
        maxAttempts: ATTEMPTS,
        // It would write to the console by itself.
        logger: _log_js__WEBPACK_IMPORTED_MODULE_3__/* .silentLogger */ .q,
        requestHandler: { connectionTimeout: connectMs, socketTimeout: idleMs },
        // Every file has a SHA-256 of ours; newer kinds of checksums are unknown to much of the storage that is not AWS.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
    });
    const secrets = [credentials?.secretAccessKey, credentials?.sessionToken, credentials?.accessKeyId];
    const told = (error) => explain(error, place, secrets);
    const abort = signal ? { abortSignal: signal } : {};
    const { bucket: Bucket } = place;
    return {
        async read(key) {
            try {
                const { Body } = await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__/* .GetObjectCommand */ .jLs({ Bucket, Key: key }), abort);
                return Body;
            }
            catch (error) {
                if (['NoSuchKey', 'NotFound'].includes(nameOf(error)))
                    return undefined;
                throw told(error);
            }
        },
        async write(key, content, { onlyNew } = { onlyNew: false }) {
            const put = (condition) => client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__/* .PutObjectCommand */ .wKZ({
                Bucket,
                Key: key,
                Body: content,
                ContentType: 'application/json',
                ...condition,
            }), abort);
            try {
                // Storage that does not know the condition overwrites: the same key means the same content.
                await put(onlyNew ? { IfNoneMatch: '*' } : {}).catch((error) => {
                    if (onlyNew && nameOf(error) === 'NotImplemented')
                        return put({});
                    throw error;
                });
                return true;
            }
            catch (error) {
                if (onlyNew && ['PreconditionFailed', 'ConditionalRequestConflict'].includes(nameOf(error)))
                    return false;
                throw told(error);
            }
        },
        async upload(key, { path, bytes, sha256 }) {
            for (let attempt = 1;; attempt += 1) {
                try {
                    // The SDK does not send a stream twice; a new one for each attempt does.
                    const input = { Bucket, Key: key, Body: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path), ContentLength: bytes };
                    const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
                    await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__/* .PutObjectCommand */ .wKZ({ ...input, ChecksumSHA256 }), abort);
                    return;
                }
                catch (error) {
                    if (attempt === ATTEMPTS || !mayPass(error) || signal?.aborted)
                        throw told(error);
                    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(FIRST_PAUSE_MS * 2 ** attempt, undefined, { ...(signal && { signal }) });
                }
            }
        },
        async remove(key) {
            await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__/* .DeleteObjectCommand */ .k4j({ Bucket, Key: key }), abort).catch((error) => {
                throw told(error);
            });
        },
        async *list(prefix) {
            let token;
            do {
                const input = { Bucket, Prefix: prefix, ...(token && { ContinuationToken: token }) };
                const page = await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__/* .ListObjectsV2Command */ .u6x(input), abort).catch((error) => {
                    throw told(error);
                });
                for (const { Key: key = '', Size: bytes = 0, LastModified } of page.Contents ?? [])
                    yield { key, bytes, modified: LastModified?.getTime() ?? 0 };
                token = page.NextContinuationToken;
            } while (token !== undefined);
        },
    };
}
const nameOf = (error) => (error instanceof Error ? error.name : '');
/** Whether the same request may succeed later: the server had trouble, or did not answer. */
function mayPass(error) {
    if (!(error instanceof _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__/* .S3ServiceException */ .Hcp))
        return nameOf(error) !== 'CredentialsProviderError';
    const { httpStatusCode: status = 500 } = error.$metadata;
    return status >= 500 || status === 429 || nameOf(error) === 'RequestTimeout';
}
/** What only people can mend: a name, and what it is about. */
const REFUSALS = {
    NoSuchBucket: 'there is no such bucket',
    PermanentRedirect: 'the bucket is in another region',
    AuthorizationHeaderMalformed: 'the bucket is in another region',
    InvalidAccessKeyId: 'the access key is unknown',
    SignatureDoesNotMatch: 'the secret key is wrong',
    ExpiredToken: 'the session token has expired',
    InvalidToken: 'the session token is wrong',
    CredentialsProviderError: 'there are no credentials',
};
function explain(error, { bucket }, secrets) {
    const refusal = /Region is missing/.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)) ? 'no region is set' : REFUSALS[nameOf(error)];
    if (refusal !== undefined) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('store-refused', `the storage does not let anybody into s3://${bucket}: ${refusal}`, {
            hint: 'Check the bucket, AWS_REGION, AWS_ENDPOINT_URL_S3 for storage that is not AWS, and the credentials of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or of the profile; `lora-gate doctor --store` tries them.',
        });
    }
    const status = error instanceof _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__/* .S3ServiceException */ .Hcp ? ` (HTTP ${error.$metadata.httpStatusCode ?? '?'})` : '';
    const text = `${nameOf(error)}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}${status}`;
    // No cause: it holds the request with its headers.
    return new Error(secrets.reduce((shown, secret) => (secret ? shown.replaceAll(secret, '***') : shown), text));
}


/***/ })

};
