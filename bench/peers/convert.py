"""A GGUF file as a folder that `from_pretrained` loads fast: float32 safetensors, dequantised by transformers itself."""

import os
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

gguf, folder = sys.argv[1:3]
where = {"pretrained_model_name_or_path": os.path.dirname(gguf), "gguf_file": os.path.basename(gguf)}
AutoTokenizer.from_pretrained(**where).save_pretrained(folder)
loaded = AutoModelForCausalLM.from_pretrained(**where, dtype=torch.float32)
# A model that came from GGUF refuses to be saved; one made from its configuration and weights does not.
config = loaded.config
if hasattr(config, "quantization_config"):
    del config.quantization_config
model = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
model.load_state_dict(loaded.state_dict())
model.save_pretrained(folder)
