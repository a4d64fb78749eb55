export const id = 35;
export const ids = [35];
export const modules = {

/***/ 47035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openWebGpuBackend: () => (/* binding */ openWebGpuBackend)
/* harmony export */ });
/* unused harmony export SafeWebGpuBackend */
/* harmony import */ var _tensorflow_tfjs_backend_webgpu__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6676);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97752);
/**
 * tfjs' WebGPU backend on a device of our own, made safe: WebGPU tells of a failure by an event and computes on, so here it is
 * kept and thrown at the next read; a tensor that does not fit is named before it is made; memory that nobody uses goes
 * back to the driver. Does not know what is computed.
 */


/** What a device is asked to allow, each as much as its adapter can: by default a buffer ends at 256 MiB. */
const LIMITS = [
    'maxBufferSize',
    'maxStorageBufferBindingSize',
    'maxStorageBuffersPerShaderStage',
    'maxComputeWorkgroupStorageSize',
    'maxComputeWorkgroupsPerDimension',
    'maxComputeWorkgroupSizeX',
    'maxComputeInvocationsPerWorkgroup',
];
/** Memory that nobody uses is kept for later tensors of the same size, up to this or as much as is used. */
const KEPT_BYTES = 2 ** 30;
const megabytes = (bytes) => `${Math.ceil(bytes / 1e6)} MB`;
class SafeWebGpuBackend extends _tensorflow_tfjs_backend_webgpu__WEBPACK_IMPORTED_MODULE_0__/* .WebGPUBackend */ .l {
    #name;
    #failure;
    constructor(device, { name, adapter }) {
        super(device, adapter.info);
        this.#name = name;
        device.addEventListener('uncapturederror', (event) => {
            // Or Dawn prints it.
            event.preventDefault();
            this.#failure ??= this.#failed(event.error);
        });
        void device.lost.then(({ reason, message }) => {
            if (reason === 'destroyed')
                return;
            this.#failure ??= new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('gpu-lost', `${name} stopped working: ${message}`, {
                hint: 'its driver was reset or is gone: look at the system log; less work at a time helps against time limits of the driver: lower per_device_train_batch_size or max_length',
            });
        });
    }
    /** @throws UserError when anything before it has failed on the GPU */
    async read(dataId) {
        try {
            const values = await super.read(dataId);
            this.#giveBack();
            this.#check();
            return values;
        }
        catch (error) {
            // A lost device fails the copy, too; its own words say less.
            throw this.#failure ?? error;
        }
    }
    /** Only what has not been handed to the GPU yet. */
    readSync(dataId) {
        if (!this.tensorMap.get(dataId).values) {
            throw new Error('a tensor on the GPU can only be read with data(), not dataSync()');
        }
        return super.readSync(dataId);
    }
    /** @throws UserError `gpu-tensor-too-large` */
    uploadToGPU(dataId) {
        const { shape, resource } = this.tensorMap.get(dataId);
        if (!resource)
            this.requireFit(shape);
        super.uploadToGPU(dataId);
        this.#check();
    }
    /** @throws UserError `gpu-tensor-too-large` when no buffer of this GPU holds a tensor of that shape */
    requireFit(shape) {
        const bytes = shape.reduce((product, n) => product * n, 4);
        const { maxBufferSize, maxStorageBufferBindingSize } = this.device.limits;
        const most = Math.min(maxBufferSize, maxStorageBufferBindingSize);
        if (bytes <= most)
            return;
        const message = `a tensor of [${shape.join(', ')}] takes ${megabytes(bytes)}, but ${this.#name} holds at most ${megabytes(most)} in one`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('gpu-tensor-too-large', message, {
            hint: 'take a smaller model, fewer tokens at a time (per_device_train_batch_size, max_length), or `--runtime cpu`',
        });
    }
    #check() {
        if (this.#failure)
            throw this.#failure;
    }
    #failed(error) {
        const [line = ''] = error.message.split('\n');
        const used = megabytes(this.bufferManager.numBytesAllocated);
        if (error instanceof GPUOutOfMemoryError) {
            return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('gpu-out-of-memory', `${this.#name} has no memory left; ${used} are in use`, {
                hint: 'take a smaller model, fewer tokens at a time (per_device_train_batch_size, max_length), or `--runtime cpu`',
                cause: error,
            });
        }
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('gpu-failed', `${this.#name} refuses an operation: ${line}`, {
            hint: 'update its driver, or use `--runtime cpu`; if it goes on, please report it',
            cause: error,
        });
    }
    /** All work is done when a read returns, so nothing is in flight that uses a free buffer. */
    #giveBack() {
        const pool = this.bufferManager;
        if (pool.numBytesAllocated - pool.numBytesUsed <= Math.max(KEPT_BYTES, pool.numBytesUsed))
            return;
        for (const buffers of pool.freeBuffers.values()) {
            for (const buffer of buffers.splice(0)) {
                pool.numFreeBuffers -= 1;
                pool.numBytesAllocated -= buffer.size;
                buffer.destroy();
            }
        }
    }
}
/** A device of the adapter with all that it allows, as a backend that is not registered yet. */
async function openWebGpuBackend(found) {
    const { adapter, gpu } = found;
    const requiredLimits = Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]]));
    const device = await adapter.requestDevice({ requiredLimits });
    return withNavigator(gpu, () => new SafeWebGpuBackend(device, found));
}
/** tfjs looks for `navigator.gpu` when a backend is made; other libraries take a navigator for a browser. */
function withNavigator(gpu, work) {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
    try {
        return work();
    }
    finally {
        if (before)
            Object.defineProperty(globalThis, 'navigator', before);
        else
            Reflect.deleteProperty(globalThis, 'navigator');
    }
}


/***/ })

};
