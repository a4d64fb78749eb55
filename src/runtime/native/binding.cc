// tfjs' binding with one function more: addFunction(bytes), which tells TensorFlow of a function (a serialized FunctionDef).
// executeOp then runs it by its name as it runs an operation. The context belongs to tfjs' backend, so this has to be in the
// same library; compiled with -fno-access-control, because the backend keeps its context private.

#include <node_api.h>

// What follows registers itself; this file does, after adding to it.
#undef NAPI_MODULE
#define NAPI_MODULE(name, init)
#include "tfjs_binding.cc"

#include "tensorflow/c/eager/c_api.h"

namespace {

napi_value AddFunction(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  void* bytes = nullptr;
  size_t size = 0;
  if (count != 1 || napi_get_typedarray_info(env, argument, nullptr, &size, &bytes, nullptr, nullptr) != napi_ok) {
    napi_throw_type_error(env, nullptr, "addFunction(bytes) takes one Uint8Array");
    return nullptr;
  }
  tfnodejs::TFJSBackend* backend = nullptr;
  napi_get_instance_data(env, reinterpret_cast<void**>(&backend));
  TF_Status* status = TF_NewStatus();
  TFE_ContextAddFunctionDef(backend->tfe_context_, static_cast<const char*>(bytes), size, status);
  if (TF_GetCode(status) != TF_OK) napi_throw_error(env, nullptr, TF_Message(status));
  TF_DeleteStatus(status);
  return nullptr;
}

}  // namespace

NAPI_MODULE_INIT() {
  exports = tfnodejs::InitTFNodeJSBinding(env, exports);
  napi_value add;
  napi_create_function(env, "addFunction", NAPI_AUTO_LENGTH, AddFunction, nullptr, &add);
  napi_set_named_property(env, exports, "addFunction", add);
  return exports;
}
