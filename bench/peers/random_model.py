"""A model with random weights from a config.json, saved in bfloat16: python random_model.py CONFIG.json FOLDER"""

import json
import sys

import torch
from transformers import AutoConfig, AutoModelForCausalLM

config = json.load(open(sys.argv[1]))
torch.manual_seed(0)
torch.set_default_device("cuda" if torch.cuda.is_available() else "cpu")
model = AutoModelForCausalLM.from_config(AutoConfig.for_model(**config), dtype=torch.bfloat16)
model.cpu().save_pretrained(sys.argv[2])
