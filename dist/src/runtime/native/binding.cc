// tfjs' binding with two functions more: addFunction(bytes), which tells TensorFlow of a function (a serialized FunctionDef), and
// removeFunction(name). executeOp runs a function by its name as it runs an operation. The context belongs to tfjs' backend, so this has to be in the
// same library; compiled with -fno-access-control, because the backend keeps its context private.

#include <node_api.h>

// What follows registers itself; this file does, after adding to it.
#undef NAPI_MODULE
#define NAPI_MODULE(name, init)
#include "tfjs_binding.cc"

#include "tensorflow/c/eager/c_api.h"

namespace {

TFE_Context* ContextOf(napi_env env) {
  tfnodejs::TFJSBackend* backend = nullptr;
  napi_get_instance_data(env, reinterpret_cast<void**>(&backend));
  return backend->tfe_context_;
}

napi_value ThrowUnlessOk(napi_env env, TF_Status* status) {
  if (TF_GetCode(status) != TF_OK) napi_throw_error(env, nullptr, TF_Message(status));
  TF_DeleteStatus(status);
  return nullptr;
}

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
  TF_Status* status = TF_NewStatus();
  TFE_ContextAddFunctionDef(ContextOf(env), static_cast<const char*>(bytes), size, status);
  return ThrowUnlessOk(env, status);
}

napi_value RemoveFunction(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  char name[256];
  size_t length = 0;
  if (count != 1 || napi_get_value_string_utf8(env, argument, name, sizeof name, &length) != napi_ok) {
    napi_throw_type_error(env, nullptr, "removeFunction(name) takes one string");
    return nullptr;
  }
  TF_Status* status = TF_NewStatus();
  TFE_ContextRemoveFunction(ContextOf(env), name, status);
  return ThrowUnlessOk(env, status);
}

}  // namespace

NAPI_MODULE_INIT() {
  exports = tfnodejs::InitTFNodeJSBinding(env, exports);
  const napi_property_descriptor added[] = {
      {"addFunction", nullptr, AddFunction, nullptr, nullptr, nullptr, napi_enumerable, nullptr},
      {"removeFunction", nullptr, RemoveFunction, nullptr, nullptr, nullptr, napi_enumerable, nullptr},
  };
  napi_define_properties(env, exports, 2, added);
  return exports;
}
