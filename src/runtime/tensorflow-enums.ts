/** Numbers of TensorFlow's C interface. */

export type OpDtype = 'float32' | 'int32' | 'bool' | 'bfloat16';

/** TF_DataType of tensorflow/c/tf_datatype.h. */
export const TF_TYPES: Readonly<Record<OpDtype, number>> = { float32: 1, int32: 3, bool: 10, bfloat16: 14 };

/** TF_AttrType of tensorflow/c/tf_attrtype.h. */
export const ATTRIBUTE = { string: 0, int: 1, float: 2, bool: 3, type: 4, shape: 5 } as const;
