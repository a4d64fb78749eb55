"""Compares a folder of fixtures that was just made with the committed one."""

import json

from safetensors.torch import load_file


def difference(fresh, kept):
    """Largest difference relative to the tensor's largest value."""
    return ((fresh - kept).abs().max() / kept.abs().max().clamp_min(1e-12)).item()


def check(fresh, kept, tolerance):
    """Everything that is made again must be there, tensors within `tolerance`, text and tokens exactly."""
    problems, worst = [], 0.0
    names = {p.relative_to(root) for root in (fresh, kept) for p in root.rglob("*") if p.is_file()}
    for name in sorted(names):
        a, b = fresh / name, kept / name
        if not a.exists() or not b.exists():
            problems.append(f"{name}: only in the {'committed' if b.exists() else 'fresh'} fixtures")
        elif name.suffix == ".safetensors":
            new, old = load_file(a), load_file(b)
            if new.keys() != old.keys():
                problems.append(f"{name}: other tensors: {sorted(new.keys() ^ old.keys())[:5]}")
            for key in new.keys() & old.keys():
                if new[key].shape != old[key].shape:
                    problems.append(f"{name}: {key}: {tuple(new[key].shape)}, kept {tuple(old[key].shape)}")
                    continue
                off = difference(new[key], old[key])
                worst = max(worst, off)
                if not off <= tolerance:
                    problems.append(f"{name}: {key}: off by {off:.1e}")
        elif name.name == "golden.json":
            problems += compare_json(json.loads(a.read_text()), json.loads(b.read_text()), str(name), tolerance)
        elif a.read_bytes() != b.read_bytes():
            problems.append(f"{name}: other bytes")
    return problems, worst


def compare_json(new, old, where, tolerance):
    if isinstance(new, dict) and isinstance(old, dict) and new.keys() == old.keys():
        return [p for k in new for p in compare_json(new[k], old[k], f"{where}.{k}", tolerance)]
    if isinstance(new, list) and isinstance(old, list) and len(new) == len(old):
        return [p for i, (a, b) in enumerate(zip(new, old)) for p in compare_json(a, b, f"{where}[{i}]", tolerance)]
    if isinstance(new, float) and isinstance(old, float):
        return [] if abs(new - old) <= tolerance * max(1.0, abs(old)) else [f"{where}: {new}, kept {old}"]
    return [] if new == old else [f"{where}: {new!r}, kept {old!r}"]
