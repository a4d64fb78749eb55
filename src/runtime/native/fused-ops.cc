// TensorFlow operations that do in one visit of memory what several of its own do one after the other, for float32 on
// processors. Loading the addon registers them, through TensorFlow's C interface for kernels. What they compute is in
// fused-kernels.h.

#include <node_api.h>
#include <tensorflow/c/kernels.h>
#include <tensorflow/c/ops.h>
#include <tensorflow/c/tf_status.h>
#include <tensorflow/c/tf_tensor.h>

#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

#include "fused-kernels.h"
#include "row-pool.h"

namespace lora_gate {
namespace {

using Shape = std::vector<int64_t>;

// Values a part should have at least: below that, waking a thread costs more than it saves.
constexpr int64_t kLeastValues = 1 << 14;

void Each(int64_t rows, int64_t width, const std::function<void(int64_t, int64_t)>& work) {
  RowPool::Get().Run(rows, kLeastValues / std::max<int64_t>(1, width) + 1, work);
}

// The inputs and outputs of one call. After a problem nothing is computed; the destructor tells TensorFlow.
class Call {
 public:
  explicit Call(TF_OpKernelContext* context) : context_(context), status_(TF_NewStatus()) {}
  ~Call() {
    if (TF_GetCode(status_) != TF_OK) TF_OpKernelContext_Failure(context_, status_);
    for (TF_Tensor* tensor : tensors_) TF_DeleteTensor(tensor);
    TF_DeleteStatus(status_);
  }

  template <typename T = float>
  const T* In(int index, Shape* shape) {
    TF_Tensor* tensor = nullptr;
    if (!Fine()) return nullptr;
    TF_GetInput(context_, index, &tensor, status_);
    if (!Fine()) return nullptr;
    tensors_.push_back(tensor);
    for (int i = 0; i < TF_NumDims(tensor); ++i) shape->push_back(TF_Dim(tensor, i));
    return static_cast<const T*>(TF_TensorData(tensor));
  }

  float* Out(int index, const Shape& shape) {
    if (!Fine()) return nullptr;
    const size_t bytes = sizeof(float) * static_cast<size_t>(Count(shape));
    TF_Tensor* tensor = TF_AllocateOutput(context_, index, TF_FLOAT, shape.data(), shape.size(), bytes, status_);
    if (!Fine()) return nullptr;
    tensors_.push_back(tensor);
    return static_cast<float*>(TF_TensorData(tensor));
  }

  // Whether all is well so far and `holds`; else the call fails, saying what was expected.
  bool Expect(bool holds, const char* what) {
    if (Fine() && !holds) TF_SetStatus(status_, TF_INVALID_ARGUMENT, what);
    return Fine();
  }

  bool Fine() const { return TF_GetCode(status_) == TF_OK; }

  static int64_t Count(const Shape& shape) {
    int64_t count = 1;
    for (int64_t size : shape) count *= size;
    return count;
  }

 private:
  TF_OpKernelContext* context_;
  TF_Status* status_;
  std::vector<TF_Tensor*> tensors_;
};

// All operations have at most one attribute, a number.
void* Create(TF_OpKernelConstruction* construction) {
  auto* value = new float(0.0f);
  TF_Status* status = TF_NewStatus();
  TF_OpKernelConstruction_GetAttrFloat(construction, "value", value, status);
  if (TF_GetCode(status) != TF_OK) TF_OpKernelConstruction_Failure(construction, status);
  TF_DeleteStatus(status);
  return value;
}

void Delete(void* value) { delete static_cast<float*>(value); }

float Value(void* kernel) { return *static_cast<float*>(kernel); }

void ComputeActivation(void* kernel, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape, same;
  const float* gate = call.In(0, &shape);
  const float* up = call.In(1, &same);
  if (!call.Expect(shape == same, "gate and up have different shapes")) return;
  float* h = call.Out(0, shape);
  if (!call.Fine()) return;
  const bool gelu = Value(kernel) != 0.0f;
  Each(Call::Count(shape), 1, [=](int64_t from, int64_t to) {
    Activation(gelu, gate + from, up + from, h + from, to - from);
  });
}

void ComputeActivationGrad(void* kernel, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape, second, third;
  const float* gate = call.In(0, &shape);
  const float* up = call.In(1, &second);
  const float* dh = call.In(2, &third);
  if (!call.Expect(shape == second && shape == third, "gate, up and dh have different shapes")) return;
  float* dgate = call.Out(0, shape);
  float* dup = call.Out(1, shape);
  if (!call.Fine()) return;
  const bool gelu = Value(kernel) != 0.0f;
  Each(Call::Count(shape), 1, [=](int64_t from, int64_t to) {
    ActivationGrad(gelu, gate + from, up + from, dh + from, dgate + from, dup + from, to - from);
  });
}

void ComputeRmsNorm(void* kernel, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape, width;
  const float* x = call.In(0, &shape);
  const float* w = call.In(1, &width);
  if (!call.Expect(!shape.empty() && width == Shape{shape.back()}, "w has not the width of x")) return;
  Shape column = shape;
  column.back() = 1;
  float* y = call.Out(0, shape);
  float* inverse_rms = call.Out(1, column);
  if (!call.Fine()) return;
  const int64_t D = shape.back();
  const float eps = Value(kernel);
  Each(Call::Count(column), D, [=](int64_t from, int64_t to) {
    RmsNorm(x + from * D, w, eps, y + from * D, inverse_rms + from, to - from, D);
  });
}

void ComputeRmsNormGrad(void*, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape, same, width, column;
  const float* dy = call.In(0, &shape);
  const float* x = call.In(1, &same);
  const float* w = call.In(2, &width);
  const float* inverse_rms = call.In(3, &column);
  if (!call.Expect(!shape.empty() && shape == same && width == Shape{shape.back()}, "dy, x and w do not fit")) return;
  const int64_t D = shape.back();
  if (!call.Expect(Call::Count(column) * D == Call::Count(shape), "inverse_rms has not the rows of x")) return;
  float* dx = call.Out(0, shape);
  if (!call.Fine()) return;
  Each(Call::Count(column), D, [=](int64_t from, int64_t to) {
    RmsNormGrad(dy + from * D, x + from * D, w, inverse_rms + from, dx + from * D, to - from, D);
  });
}

void ComputeRotate(void* kernel, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape, table, same;
  const float* x = call.In(0, &shape);
  const float* cos = call.In(1, &table);
  const float* sin = call.In(2, &same);
  if (!call.Expect(shape.size() == 3 && shape[2] % 2 == 0 && table == Shape({shape[0], 1, shape[2]}) && table == same,
                   "x [N, heads, E] and tables [N, 1, E] do not fit")) {
    return;
  }
  float* y = call.Out(0, shape);
  if (!call.Fine()) return;
  const float direction = Value(kernel);
  const int64_t heads = shape[1], E = shape[2], width = heads * E;
  Each(shape[0], width, [=](int64_t from, int64_t to) {
    Rotate(x + from * width, cos + from * E, sin + from * E, direction, y + from * width, to - from, heads, E);
  });
}

void ComputeLowRankAdd(void* kernel, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape, left, right;
  const float* base = call.In(0, &shape);
  const float* u = call.In(1, &left);
  const float* factor = call.In(2, &right);
  if (!call.Expect(shape.size() == 2 && left.size() == 2 && right == Shape({left[1], shape[1]}) && left[0] == shape[0],
                   "base [N, C], u [N, R] and factor [R, C] do not fit")) {
    return;
  }
  float* y = call.Out(0, shape);
  if (!call.Fine()) return;
  const float scale = Value(kernel);
  const int64_t R = left[1], C = shape[1];
  Each(shape[0], C, [=](int64_t from, int64_t to) {
    LowRankAdd(base + from * C, u + from * R, factor, scale, y + from * C, to - from, R, C);
  });
}

void ComputeDropout(void* kernel, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape, pair;
  const float* x = call.In(0, &shape);
  const int32_t* seed = call.In<int32_t>(1, &pair);
  if (!call.Expect(pair == Shape{2}, "the seed is not two numbers")) return;
  float* y = call.Out(0, shape);
  if (!call.Fine()) return;
  const int64_t n = Call::Count(shape);
  const RandomStream stream(seed[0], seed[1]);
  const float p = Value(kernel);
  Each((n + kDrawn - 1) / kDrawn, kDrawn, [=](int64_t from, int64_t to) {
    const int64_t first = from * kDrawn;
    Dropout(x + first, stream, p, y + first, first, std::min(n, to * kDrawn) - first);
  });
}

void ComputeExpRows(void*, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape, column;
  const float* logits = call.In(0, &shape);
  const float* before = call.In(1, &column);
  if (!call.Expect(shape.size() == 2 && column == Shape({shape[0], 1}), "logits [M, C] and max [M, 1] do not fit")) return;
  float* e = call.Out(0, shape);
  float* max = call.Out(1, column);
  float* sum = call.Out(2, column);
  if (!call.Fine()) return;
  const int64_t C = shape[1];
  Each(shape[0], C, [=](int64_t from, int64_t to) {
    ExpRows(logits + from * C, before + from, e + from * C, max + from, sum + from, to - from, C);
  });
}

void ComputeSoftmax(void*, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape;
  const float* x = call.In(0, &shape);
  if (!call.Expect(!shape.empty(), "x is a scalar")) return;
  float* p = call.Out(0, shape);
  if (!call.Fine()) return;
  const int64_t C = shape.back();
  Each(C == 0 ? 0 : Call::Count(shape) / C, C, [=](int64_t from, int64_t to) {
    Softmax(x + from * C, p + from * C, to - from, C);
  });
}

void ComputeSoftmaxGrad(void*, TF_OpKernelContext* context) {
  Call call(context);
  Shape shape, same;
  const float* p = call.In(0, &shape);
  const float* dp = call.In(1, &same);
  if (!call.Expect(!shape.empty() && shape == same, "p and dp have different shapes")) return;
  float* out = call.Out(0, shape);
  if (!call.Fine()) return;
  const int64_t C = shape.back();
  Each(C == 0 ? 0 : Call::Count(shape) / C, C, [=](int64_t from, int64_t to) {
    SoftmaxGrad(p + from * C, dp + from * C, out + from * C, to - from, C);
  });
}

void UnknownShapes(TF_ShapeInferenceContext* context, TF_Status* status) {
  TF_ShapeInferenceContextSetUnknownShape(context, status);
}

std::string Register(const char* name, std::initializer_list<const char*> inputs,
                     std::initializer_list<const char*> outputs, void (*compute)(void*, TF_OpKernelContext*)) {
  TF_Status* status = TF_NewStatus();
  TF_OpDefinitionBuilder* definition = TF_NewOpDefinitionBuilder(name);
  for (const char* input : inputs) TF_OpDefinitionBuilderAddInput(definition, input);
  for (const char* output : outputs) TF_OpDefinitionBuilderAddOutput(definition, output);
  TF_OpDefinitionBuilderAddAttr(definition, "value: float = 0");
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, &UnknownShapes);
  TF_RegisterOpDefinition(definition, status);
  if (TF_GetCode(status) == TF_OK) {
    TF_RegisterKernelBuilder(name, TF_NewKernelBuilder(name, "CPU", &Create, compute, &Delete), status);
  }
  const std::string problem = TF_GetCode(status) == TF_OK ? "" : TF_Message(status);
  TF_DeleteStatus(status);
  return problem;
}

std::string RegisterAll() {
  for (const std::string& problem : {
           Register("LoraGateActivation", {"gate: float", "up: float"}, {"h: float"}, &ComputeActivation),
           Register("LoraGateActivationGrad", {"gate: float", "up: float", "dh: float"}, {"dgate: float", "dup: float"},
                    &ComputeActivationGrad),
           Register("LoraGateRmsNorm", {"x: float", "w: float"}, {"y: float", "inverse_rms: float"}, &ComputeRmsNorm),
           Register("LoraGateRmsNormGrad", {"dy: float", "x: float", "w: float", "inverse_rms: float"}, {"dx: float"},
                    &ComputeRmsNormGrad),
           Register("LoraGateRotate", {"x: float", "cos: float", "sin: float"}, {"y: float"}, &ComputeRotate),
           Register("LoraGateLowRankAdd", {"base: float", "u: float", "factor: float"}, {"y: float"},
                    &ComputeLowRankAdd),
           Register("LoraGateDropout", {"x: float", "seed: int32"}, {"y: float"}, &ComputeDropout),
           Register("LoraGateExpRows", {"logits: float", "before: float"}, {"e: float", "max: float", "sum: float"},
                    &ComputeExpRows),
           Register("LoraGateSoftmax", {"x: float"}, {"p: float"}, &ComputeSoftmax),
           Register("LoraGateSoftmaxGrad", {"p: float", "dp: float"}, {"ds: float"}, &ComputeSoftmaxGrad),
       }) {
    if (!problem.empty()) return problem;
  }
  return "";
}

napi_value Init(napi_env env, napi_value exports) {
  // Once a process: a worker thread that loads the addon again finds the operations there.
  static const std::string problem = RegisterAll();
  if (!problem.empty()) napi_throw_error(env, "ERR_REGISTRATION", problem.c_str());
  return exports;
}

}  // namespace
}  // namespace lora_gate

NAPI_MODULE(fused_ops, lora_gate::Init)
