// Loads a shared library with standard error turned away while its static initialisers run. TensorFlow logs a notice
// there ("oneDNN custom operations are on") before it has read TF_CPP_MIN_LOG_LEVEL, so no setting keeps it off the
// terminal. Exports load(path): throws what dlerror() says. Knows nothing of TensorFlow but one symbol name.

#include <dlfcn.h>
#include <fcntl.h>
#include <node_api.h>
#include <stdio.h>
#include <unistd.h>

#include <string>

namespace {

// absl::SetMinLogLevel of the pinned TensorFlow; absent in another version, where the library just stays talkative.
constexpr char kSetMinLogLevel[] = "_ZN4absl12lts_2025081414SetMinLogLevelENS0_18LogSeverityAtLeastE";
constexpr int kError = 2;

napi_value Load(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  size_t length = 0;
  if (count != 1 || napi_get_value_string_utf8(env, argument, nullptr, 0, &length) != napi_ok) {
    napi_throw_type_error(env, nullptr, "load(path) takes one string");
    return nullptr;
  }
  std::string path(length, '\0');
  napi_get_value_string_utf8(env, argument, &path[0], length + 1, &length);

  fflush(stderr);
  const int saved = dup(STDERR_FILENO);
  const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (saved >= 0 && null >= 0) dup2(null, STDERR_FILENO);
  void* library = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
  const std::string problem = library ? "" : dlerror();
  if (library) {
    auto set_min_log_level = reinterpret_cast<void (*)(int)>(dlsym(library, kSetMinLogLevel));
    if (set_min_log_level) set_min_log_level(kError);
  }
  if (saved >= 0) {
    dup2(saved, STDERR_FILENO);
    close(saved);
  }
  if (null >= 0) close(null);
  if (!library) napi_throw_error(env, "ERR_DLOPEN_FAILED", problem.c_str());
  return nullptr;
}

napi_value Init(napi_env env, napi_value exports) {
  napi_value load;
  napi_create_function(env, "load", NAPI_AUTO_LENGTH, Load, nullptr, &load);
  napi_set_named_property(env, exports, "load", load);
  return exports;
}

}  // namespace

NAPI_MODULE(quiet_load, Init)
