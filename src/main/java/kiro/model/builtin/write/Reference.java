package kiro.model.builtin.write;

import java.util.OptionalInt;
import kiro.spec.rest.Field;

/// A field of a body that holds the key of something that the project keeps.
///
/// @param noun what the spec calls it
/// @param status what is answered where there is none, as far as the field's rule says it
/// @param place where it is kept, as the class that does the work knows it
record Reference(Field field, String noun, OptionalInt status, Place place) {}
