/// Builds and starts everything, and dispatches to a face.
@NullMarked
package kiro;

import org.jspecify.annotations.NullMarked;
