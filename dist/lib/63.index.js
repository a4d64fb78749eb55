export const id = 63;
export const ids = [63];
export const modules = {

/***/ 84063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openS3Home: () => (/* binding */ openS3Home),
/* harmony export */   openS3Keeper: () => (/* binding */ openS3Keeper),
/* harmony export */   s3Name: () => (/* binding */ s3Name),
/* harmony export */   tryS3: () => (/* binding */ tryS3)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70370);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97752);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61630);
/* harmony import */ var _store_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61710);
/* harmony import */ var _receive_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3939);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59843);
/**
 * Entries in S3 or storage that speaks like it: `<prefix>/<trust>/<2 digits>/<key>/`, with the manifest in `entry.json`, written last,
 * and each file under its SHA-256, so that writers at once don't touch each other's files. Without its manifest an entry is not there.
 */








const TRANSFERS = 4;
const DOWNLOADS = 3;
const within = ({ prefix }, rest) => (prefix === '' ? rest : `${prefix}/${rest}`);
const entryPrefix = (place, { trust, key }) => within(place, `${trust}/${key.slice(0, 2)}/${key}/`);
const s3Name = ({ bucket, prefix }) => `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
/** The manifest's text, unless it is longer than any manifest. */
async function textOf(source) {
    let bytes = 0;
    const pieces = [];
    for await (const piece of source) {
        bytes += piece.length;
        if (bytes > _store_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MOST_MANIFEST_BYTES */ .Gr)
            return '';
        pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
}
function openS3Home(place, objects) {
    async function manifestOf(id) {
        const source = await objects.read(`${entryPrefix(place, id)}${_store_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0}`);
        return source ? ((0,_store_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseManifest */ .Ng)(await textOf(source), id) ?? 'unreadable') : 'absent';
    }
    async function download(id, path, expected) {
        for (let attempt = 1;; attempt += 1) {
            try {
                const source = await objects.read(`${entryPrefix(place, id)}${expected.sha256}`);
                return source ? await (0,_receive_file_js__WEBPACK_IMPORTED_MODULE_5__/* .receiveFile */ .A)(source, path, expected) : 'is missing';
            }
            catch (error) {
                // A connection that broke; whatever the request itself met, the SDK has tried again.
                if (attempt === DOWNLOADS || !/aborted|ECONNRESET|socket/i.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)))
                    throw error;
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
            }
        }
    }
    return {
        name: s3Name(place),
        takesMany: true,
        async fetch(id, folder) {
            const manifest = await manifestOf(id);
            if (manifest === 'absent')
                return { state: 'absent' };
            if (manifest === 'unreadable')
                return { state: 'damaged', problems: [`${_store_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0} cannot be read as that of this entry`] };
            const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_7__/* ["default"] */ .A)(TRANSFERS);
            const found = await Promise.all(Object.entries(manifest.files).map(([name, expected]) => limit(async () => {
                const problem = await download(id, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), expected);
                return problem === undefined ? [] : [`${name} ${problem}`];
            })));
            const problems = found.flat();
            return problems.length > 0 ? { state: 'damaged', problems } : { state: 'whole', manifest };
        },
        async send(id, manifest, files) {
            const present = await manifestOf(id);
            if (typeof present !== 'string')
                return;
            const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_7__/* ["default"] */ .A)(TRANSFERS);
            await Promise.all(Object.entries(manifest.files).map(([name, { bytes, sha256 }]) => limit(() => objects.upload(`${entryPrefix(place, id)}${sha256}`, {
                path: files.get(name),
                bytes,
                sha256,
            }))));
            // Two writers at once: the first manifest stays, and the files that it names are there.
            await objects.write(`${entryPrefix(place, id)}${_store_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0}`, Buffer.from((0,_store_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .formatManifest */ .L_)(manifest)), {
                onlyNew: present === 'absent',
            });
        },
        discard: (id) => removeEntry(place, objects, id),
    };
}
/** The manifest first: from then on the entry is not there. */
async function removeEntry(place, objects, id) {
    const prefix = entryPrefix(place, id);
    await objects.remove(`${prefix}${_store_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0}`);
    for await (const { key } of objects.list(prefix))
        await objects.remove(key);
}
/** Lists and removes the entries of a bucket. */
function openS3Keeper(place, objects) {
    const root = within(place, '');
    /** What lies below each entry's prefix, entries and what writers left behind alike. */
    async function read() {
        const entries = new Map();
        for await (const { key: path, bytes, modified } of objects.list(root)) {
            const [, trust, key, name] = /^(\w+)\/[0-9a-f]{2}\/([0-9a-f]{64})\/([^/]+)$/.exec(path.slice(root.length)) ?? [];
            if (key === undefined || !_store_js__WEBPACK_IMPORTED_MODULE_3__/* .TRUST_LEVELS */ .xW.includes(trust))
                continue;
            const id = `${trust}/${key}`;
            const entry = entries.get(id) ?? {
                ...{
                    trust: trust,
                    key,
                    bytes: 0,
                    files: 0,
                    written: modified,
                    used: modified,
                    whole: false,
                },
            };
            entry.bytes += bytes;
            entry.written = Math.min(entry.written, modified);
            entry.used = Math.max(entry.used, modified);
            if (name === _store_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0)
                entry.whole = true;
            else
                entry.files += 1;
            entries.set(id, entry);
        }
        return [...entries.values()];
    }
    return {
        list: async () => (await read()).filter(({ whole }) => whole).map(({ whole: _, ...entry }) => entry),
        remove: (id) => removeEntry(place, objects, id),
        async sweep(now) {
            const left = (await read()).filter(({ whole, used }) => !whole && now - used > _scratch_js__WEBPACK_IMPORTED_MODULE_6__/* .ABANDONED_MS */ .YF);
            for (const id of left)
                await removeEntry(place, objects, id);
            return left.length;
        },
    };
}
/** Writes, reads and removes a small object. @throws what a run would meet */
async function tryS3(place, objects, name) {
    const key = within(place, `tmp/${name}`);
    await objects.write(key, Buffer.from(name));
    const source = await objects.read(key);
    const found = source && (await textOf(source));
    await objects.remove(key);
    if (found !== name)
        throw new Error('what was written a moment ago is not what is read');
}


/***/ })

};
