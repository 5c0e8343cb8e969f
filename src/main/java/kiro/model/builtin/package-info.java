/// The engine that stands in where no model is configured: it reads the structured parts of a spec.
@NullMarked
package kiro.model.builtin;

import org.jspecify.annotations.NullMarked;
